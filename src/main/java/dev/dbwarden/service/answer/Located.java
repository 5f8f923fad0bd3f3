package dev.dbwarden.service.answer;

import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.FindingAnswer;
import dev.dbwarden.service.api.StatementAnswer;
import dev.dbwarden.service.app.Generated;
import dev.dbwarden.service.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where findings are: in the generated file at the first statement of their change, and in the model where its line is known. */
final class Located {
    private static final Place SNAPSHOT = new Place(Generated.SNAPSHOT_PATH, 1);

    private final Generated generated;
    private final Map<Integer, Place> byChange = new HashMap<>();
    private final Map<String, Place> inModel;

    Located(Generated generated) {
        this.generated = generated;
        this.inModel = generated.places();
        find(generated.files(), generated.answer().upgrade());
    }

    /** In the generated file; for what is about the request itself, the snapshot. */
    Place inFiles(FindingAnswer finding) {
        return finding.change().map(byChange::get).orElse(generated.files().isEmpty() ? SNAPSHOT : new Place(generated.files().getFirst().path(), 1));
    }

    Optional<Place> inModel(FindingAnswer finding) {
        return finding.table().flatMap(table -> finding.column().flatMap(column -> place(table + "." + column)).or(() -> place(table)));
    }

    private Optional<Place> place(String name) {
        return Optional.ofNullable(inModel.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Where its author looks first. */
    Place best(FindingAnswer finding) {
        return inModel(finding).orElseGet(() -> inFiles(finding));
    }

    /** What it is about: {@code users.email}; empty for the request itself. */
    static String subject(FindingAnswer finding) {
        return Stream.of(finding.table(), finding.column(), finding.object()).flatMap(Optional::stream).collect(Collectors.joining("."));
    }

    /** The statements stand in the files in their order, each as it is. */
    private void find(List<FileAnswer> files, List<StatementAnswer> statements) {
        int next = 0;
        for (FileAnswer file : files) {
            int offset = 0;
            int line = 1;
            while (next < statements.size()) {
                String sql = statements.get(next).sql();
                int at = file.text().indexOf(sql, offset);
                if (at < 0) {
                    break;
                }
                line += newlines(file.text(), offset, at);
                byChange.putIfAbsent(statements.get(next).change(), new Place(file.path(), line));
                line += newlines(file.text(), at, at + sql.length());
                offset = at + sql.length();
                next++;
            }
        }
    }

    private static int newlines(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
