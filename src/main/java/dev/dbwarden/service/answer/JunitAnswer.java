package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.app.Generated;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's report: a test for the proof, for each change, and for what is about the request; what is critical fails, the rest is told. */
final class JunitAnswer implements AnswerFormat {
    private static final String FAILING = "CRITICAL";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    /**
     * A test case.
     *
     * @param findings what was found about it
     */
    private record Case(String name, List<FindingAnswer> findings) {
        List<FindingAnswer> failures() {
            return findings.stream().filter(finding -> finding.severity().equals(FAILING)).toList();
        }
    }

    @Override
    public String word() {
        return "junit";
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            suite(xml, generated.answer());
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return Optional.of("dbwarden-junit.xml");
    }

    private static void suite(XMLStreamWriter xml, MigrationAnswer answer) throws XMLStreamException {
        List<Case> cases = cases(answer);
        String failures = String.valueOf(cases.stream().filter(each -> !each.failures().isEmpty()).count());
        open(xml, "\n", "testsuites", "tests", String.valueOf(cases.size()), "failures", failures, "errors", "0");
        open(xml, "\n  ", "testsuite", "name", "dbwarden." + answer.database(), "tests", String.valueOf(cases.size()), "failures", failures, "errors", "0", "skipped", "0", "time", "0");
        for (Case each : cases) {
            testCase(xml, each, "dbwarden." + answer.database());
        }
        close(xml, "\n  ");
        close(xml, "\n");
    }

    private static List<Case> cases(MigrationAnswer answer) {
        var request = new Case("the generated SQL is proven", answer.findings().stream().filter(finding -> finding.change().isEmpty()).toList());
        var changes = IntStream.range(0, answer.changes().size()).mapToObj(i -> of(answer.changes().get(i), i, answer));
        return Stream.concat(Stream.of(request), changes).toList();
    }

    private static Case of(ChangeAnswer change, int index, MigrationAnswer answer) {
        return new Case(change.summary(), answer.findings().stream().filter(finding -> finding.change().filter(i -> i == index).isPresent()).toList());
    }

    private static void testCase(XMLStreamWriter xml, Case testCase, String suite) throws XMLStreamException {
        open(xml, "\n    ", "testcase", "name", testCase.name(), "classname", suite, "time", "0");
        for (FindingAnswer finding : testCase.failures()) {
            open(xml, "\n      ", "failure", "type", finding.code(), "message", finding.message());
            xml.writeCharacters(text(finding.advice()));
            xml.writeEndElement();
        }
        List<FindingAnswer> told = testCase.findings().stream().filter(finding -> !finding.severity().equals(FAILING)).toList();
        if (!told.isEmpty()) {
            open(xml, "\n      ", "system-out");
            for (FindingAnswer finding : told) {
                xml.writeCharacters(text("%s %s: %s. %s\n".formatted(finding.severity(), finding.code(), finding.message(), finding.advice())));
            }
            xml.writeEndElement();
        }
        close(xml, "\n    ");
    }

    private static void open(XMLStreamWriter xml, String indent, String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], text(attributes[i + 1]));
        }
    }

    private static void close(XMLStreamWriter xml, String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }

    /** Text without the characters that XML 1.0 cannot say. */
    private static String text(String text) {
        return text.codePoints().map(c -> c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000 ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
