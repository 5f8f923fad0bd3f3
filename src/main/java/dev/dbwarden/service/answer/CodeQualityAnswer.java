package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.app.Generated;
import dev.dbwarden.service.source.Place;
import java.util.Optional;

/**
 * GitLab's code quality report.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">the format</a>
 */
final class CodeQualityAnswer implements AnswerFormat {
    @Override
    public String word() {
        return "code-quality";
    }

    @Override
    public String mediaType() {
        return "application/vnd.gitlab.code-quality+json";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        ArrayNode report = mapper.createArrayNode();
        var located = new Located(generated);
        for (FindingAnswer finding : generated.answer().findings()) {
            Place place = located.best(finding);
            ObjectNode issue = report.addObject().put("description", finding.message() + ". " + finding.advice()).put("check_name", finding.code())
                    .put("fingerprint", Fingerprint.of(finding)).put("severity", severity(finding.severity()));
            issue.putObject("location").put("path", place.file()).putObject("lines").put("begin", place.line());
        }
        return Json.pretty(report, mapper);
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return Optional.of("gl-code-quality-report.json");
    }

    private static String severity(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "critical";
            case "WARN" -> "minor";
            default -> "info";
        };
    }
}
