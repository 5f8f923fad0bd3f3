package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.ChangeAnswer;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.app.Generated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A comment for a pull request: the verdict, the changes, the findings, and the files in folds. */
final class MarkdownAnswer implements AnswerFormat {
    /** GitHub takes comments of 65,536 characters; what is left out is said. */
    private static final int LONGEST = 60_000;
    private static final int MOST_ROWS = 100;

    @Override
    public String word() {
        return "markdown";
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        MigrationAnswer answer = generated.answer();
        var text = new StringBuilder("### DBWarden: " + Markdown.code(answer.database()) + " (" + answer.dialect() + ")\n\n" + verdict(answer) + "\n");
        if (answer.changed()) {
            changes(text, answer.changes());
        }
        if (!answer.findings().isEmpty()) {
            findings(text, answer.findings());
        }
        answer.passedOver().ifPresent(passedOver -> text.append("\nPassed over, as it holds no schema: ").append(passedOver.stream()
                    .map(each -> each.count() + " " + Markdown.code(each.statement()) + " in " + Markdown.code(each.source())).collect(Collectors.joining(", "))).append(".\n"));
        for (FileAnswer file : generated.files()) {
            fold(text, file);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String verdict(MigrationAnswer answer) {
        if (!answer.changed()) {
            return "**Nothing to do**: the snapshot is what the model describes.";
        }
        long critical = count(answer, "CRITICAL");
        long warnings = count(answer, "WARN");
        String found = critical + warnings == 0 ? "**Nothing stands against it**" : critical > 0 ? "**Look at it before you approve**" : "**Mind the warnings**";
        String proof = answer.proof().upgradeReachesModel() && answer.proof().rollbackRestoresSnapshot() ? "upgrade and rollback were replayed and lead where they should"
                : "**the replayed SQL does not lead where it should: do not use it**";
        return "%s: %s, %d critical, %d warning%s; %s.".formatted(found, counted(answer.changes().size(), "change"), critical, warnings, warnings == 1 ? "" : "s", proof);
    }

    private static long count(MigrationAnswer answer, String severity) {
        return answer.findings().stream().filter(finding -> finding.severity().equals(severity)).count();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void changes(StringBuilder text, List<ChangeAnswer> changes) {
        text.append("\n| change | weight | rollback |\n|---|---|---|\n");
        changes.stream().limit(MOST_ROWS).forEach(change -> text.append("| %s | %s | %s |\n".formatted(Markdown.cell(change.summary()), change.severity(),
                change.reversibility().replace('_', ' '))));
        more(text, changes.size());
    }

    private static void findings(StringBuilder text, List<FindingAnswer> findings) {
        text.append("\n#### Findings\n\n");
        findings.stream().limit(MOST_ROWS).forEach(finding -> text.append("- **%s** %s: %s. %s\n".formatted(finding.severity(), finding.code(),
                Markdown.text(finding.message()), Markdown.text(finding.advice()))));
        more(text, findings.size());
    }

    private static void more(StringBuilder text, int count) {
        if (count > MOST_ROWS) {
            text.append("\nand %d more, in the answer as JSON\n".formatted(count - MOST_ROWS));
        }
    }

    private static void fold(StringBuilder text, FileAnswer file) {
        String body = text.length() + file.text().length() > LONGEST ? "too long for a comment: %d lines, in the file\n".formatted(file.text().lines().count())
                : Markdown.block(file.text());
        text.append("\n<details><summary>").append(Markdown.html(file.path())).append("</summary>\n\n").append(body).append("\n</details>\n");
    }
}
