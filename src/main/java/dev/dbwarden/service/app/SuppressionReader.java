package dev.dbwarden.service.app;

import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.api.SuppressionRequest;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads suppressions: those of the request, and comments in a model's sources, each on a line of its own:
 * {@code -- dbwarden: allow DW301 on users.email until 2026-12-31 because both names are written}. The subject is named, for what is
 * dropped stands nowhere in the model.
 */
final class SuppressionReader {
    private static final Pattern COMMENT = Pattern.compile("^[ \\t]*(?:--|#|//)[ \\t]*dbwarden:[ \\t]*(.*?)[ \\t\\r]*$", Pattern.MULTILINE);

    private final Mistakes mistakes = new Mistakes();
    private final List<Suppression> found = new ArrayList<>();

    private SuppressionReader() {}

    /** All of a request; fails with all that cannot be read. */
    static List<Suppression> of(MigrationRequest request) {
        var reader = new SuppressionReader();
        for (int i = 0; i < request.suppress().size(); i++) {
            reader.read(request.suppress().get(i), Path.of("suppress").to(i));
        }
        reader.mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        request.sources().forEach(reader::comments);
        reader.mistakes.refuse(ProblemType.INVALID_MODEL);
        return List.copyOf(reader.found);
    }

    private void read(SuppressionRequest suppression, Path at) {
        date(suppression.until()).ifPresentOrElse(until -> add(suppression, until, Mistake.at(at.toString(), "")),
                () -> mistakes.add(at.to("until"), "'" + suppression.until() + "' is no day", "write it as 2026-12-31"));
        if (suppression.reason().isBlank()) {
            mistakes.add(at.to("reason"), "a suppression without a reason", "say why the finding may pass");
        }
    }

    private void comments(SourceText source) {
        Matcher matcher = COMMENT.matcher(source.text());
        while (matcher.find()) {
            int line = (int) source.text().substring(0, matcher.start()).chars().filter(c -> c == '\n').count() + 1;
            Optional<SuppressionRequest> suppression = SuppressionRequest.parse(matcher.group(1));
            Optional<LocalDate> until = suppression.flatMap(each -> date(each.until()));
            if (until.isEmpty()) {
                mistakes.add(Mistake.at(line, 1, "'" + matcher.group(1) + "' is no suppression").fixedBy("write dbwarden: " + SuppressionRequest.FORM).in(source.name()));
                continue;
            }
            add(suppression.get(), until.get(), Mistake.at(line, 1, "").in(source.name()));
        }
    }

    private void add(SuppressionRequest suppression, LocalDate until, Mistake place) {
        found.add(new Suppression(suppression.code(), suppression.subject(), suppression.reason(), until, place));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
