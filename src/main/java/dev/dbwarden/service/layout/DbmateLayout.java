package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * dbmate: one file with {@code -- migrate:up} and {@code -- migrate:down}. It sends each of them as one message, so what cannot be in a
 * transaction is alone in its file.
 *
 * @see <a href="https://github.com/amacneil/dbmate#migration-options">its options</a>
 */
final class DbmateLayout implements Layout {
    private static final Pattern MARK = Pattern.compile("(?im)^\\s*--\\s*migrate:.*$");

    @Override
    public String name() {
        return "dbmate";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        migration.refuseMarks("dbmate", MARK);
        List<Part> parts = Part.independent(Part.messages(migration.upgrade()), Part.messages(migration.rollback()));
        var files = new ArrayList<FileAnswer>();
        for (int i = 0; i < parts.size(); i++) {
            files.add(new FileAnswer("db/migrations/" + Versions.of(migration, parts.size(), i) + "_" + migration.slug() + ".sql",
                    block("up", parts.get(i).upgrade()) + "\n" + block("down", parts.get(i).rollback())));
        }
        return files;
    }

    private static String block(String direction, List<Statement> run) {
        return "-- migrate:" + direction + (Part.isTransactional(run) ? "" : " transaction:false") + "\n\n" + Script.forServer(run.isEmpty() ? Script.NOTHING : run);
    }
}
