package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.app.Documentation;
import dev.dbwarden.service.app.Generated;
import dev.dbwarden.service.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * SARIF 2.1.0, which GitHub's code scanning and editors read.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the format</a>
 */
final class SarifAnswer implements AnswerFormat {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String RULES = "https://dbwarden.dev/rules/";

    @Override
    public String word() {
        return "sarif";
    }

    @Override
    public String mediaType() {
        return "application/sarif+json";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        ObjectNode log = mapper.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "DBWarden Service").put("informationUri", "https://dbwarden.dev");
        List<String> codes = generated.answer().findings().stream().map(FindingAnswer::code).distinct().sorted().toList();
        ArrayNode rules = driver.putArray("rules");
        codes.forEach(code -> rule(rules.addObject(), code));
        ArrayNode results = run.putArray("results");
        var located = new Located(generated);
        generated.answer().findings().forEach(finding -> result(results.addObject().put("ruleId", finding.code()).put("ruleIndex", codes.indexOf(finding.code())), finding, located));
        return Json.pretty(log, mapper);
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return Optional.of("dbwarden.sarif");
    }

    private static void rule(ObjectNode rule, String code) {
        rule.put("id", code);
        rule.putObject("shortDescription").put("text", Documentation.title(code));
        rule.put("helpUri", RULES + code);
    }

    private static void result(ObjectNode result, FindingAnswer finding, Located located) {
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", finding.message() + ". " + finding.advice());
        ObjectNode location = result.putArray("locations").addObject();
        physical(location, located.inFiles(finding));
        String subject = Located.subject(finding);
        if (!subject.isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", subject);
        }
        located.inModel(finding).ifPresent(place -> {
            ObjectNode related = result.putArray("relatedLocations").addObject().put("id", 1);
            physical(related, place);
            related.putObject("message").put("text", "where the model says it");
        });
        result.putObject("partialFingerprints").put("dbwarden/v1", Fingerprint.of(finding));
    }

    private static void physical(ObjectNode location, Place place) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", Uri.of(place.file()));
        physical.putObject("region").put("startLine", place.line());
    }

    private static String level(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "error";
            case "WARN" -> "warning";
            default -> "note";
        };
    }
}
