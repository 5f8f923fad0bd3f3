package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.app.Generated;
import dev.dbwarden.service.source.Place;
import java.nio.charset.StandardCharsets;

/**
 * GitHub's workflow commands, which a step prints to annotate lines.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">the commands</a>
 */
final class AnnotationsAnswer implements AnswerFormat {
    @Override
    public String word() {
        return "annotations";
    }

    @Override
    public String mediaType() {
        return "text/x-github-annotations";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        var text = new StringBuilder();
        var located = new Located(generated);
        for (FindingAnswer finding : generated.answer().findings()) {
            Place place = located.best(finding);
            text.append("::%s file=%s,line=%d,title=%s::%s\n".formatted(level(finding.severity()), property(place.file()), place.line(), property(finding.code()),
                    data(finding.message() + ". " + finding.advice())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String level(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "error";
            case "WARN" -> "warning";
            default -> "notice";
        };
    }

    /** Escaped as the runner's toolkit does, so that no text ends its command and begins another. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
