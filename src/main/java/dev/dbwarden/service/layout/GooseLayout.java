package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * goose: one file with {@code -- +goose Up} and {@code -- +goose Down}, in one transaction or in none. Each statement stands between
 * marks, for goose would end it at a semicolon inside a body.
 *
 * @see <a href="https://pressly.github.io/goose/documentation/annotations/">its annotations</a>
 */
final class GooseLayout implements Layout {
    private static final Pattern MARK = Pattern.compile("(?im)^\\s*--\\s*\\+goose.*$");

    @Override
    public String name() {
        return "goose";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        migration.refuseMarks("goose", MARK);
        List<Part> parts = Part.alike(Part.runs(migration.upgrade()), Part.runs(migration.rollback()));
        var files = new ArrayList<FileAnswer>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            files.add(new FileAnswer("migrations/" + Versions.of(migration, parts.size(), i) + "_" + migration.slug() + ".sql",
                    (part.isTransactional() ? "" : "-- +goose NO TRANSACTION\n\n") + block("Up", part.upgrade()) + "\n" + block("Down", part.rollback())));
        }
        return files;
    }

    private static String block(String direction, List<Statement> run) {
        return (run.isEmpty() ? Script.NOTHING : run).stream()
                .map(statement -> "\n-- +goose StatementBegin\n" + Script.terminated(statement.sql()) + "\n-- +goose StatementEnd\n")
                .collect(Collectors.joining("", "-- +goose " + direction + "\n", ""));
    }
}
