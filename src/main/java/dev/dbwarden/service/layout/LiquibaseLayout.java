package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Liquibase: one changelog in formatted SQL. A changeset is in one transaction or in none, also its rollback. Statements are divided by a
 * word that none of them has, for a semicolon may stand inside a body.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">formatted SQL changelogs</a>
 */
final class LiquibaseLayout implements Layout {
    /** Lines that Liquibase's reader of formatted SQL takes for its own. */
    private static final Pattern MARK = Pattern.compile("(?im)^\\s*(--|/\\*)\\s*(liquibase|changeset|rollback|precondition|property|comment|validchecksum|ignorelines).*$");
    private static final String DIVIDER = "END_OF_STATEMENT";

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        migration.refuseMarks("Liquibase", MARK);
        List<Part> parts = Part.alike(Part.runs(migration.upgrade()), Part.runs(migration.rollback()));
        String divider = divider(migration);
        var text = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < parts.size(); i++) {
            String id = migration.id() + (parts.size() == 1 ? "" : "." + (i + 1));
            text.append(changeset(id, parts.get(i), divider));
        }
        return List.of(new FileAnswer("db/changelog/" + migration.id() + ".sql", text.toString()));
    }

    private static String changeset(String id, Part part, String divider) {
        String attributes = "runInTransaction:%s splitStatements:true stripComments:false endDelimiter:%s rollbackSplitStatements:true rollbackEndDelimiter:%s"
                .formatted(part.isTransactional(), divider, divider);
        String rollback = part.rollback().isEmpty() ? "empty" : script(part.rollback(), divider).stripTrailing();
        return "\n--changeset dbwarden:%s %s\n".formatted(id, attributes) + script(part.upgrade().isEmpty() ? Script.NOTHING : part.upgrade(), divider)
                + rollback.lines().map(line -> "--rollback " + line + "\n").collect(Collectors.joining());
    }

    private static String script(List<Statement> run, String divider) {
        return run.stream().map(statement -> statement.sql() + "\n" + divider + "\n").collect(Collectors.joining());
    }

    private static String divider(Written migration) {
        String all = Stream.concat(migration.upgrade().stream(), migration.rollback().stream()).map(Statement::sql).collect(Collectors.joining("\n")).toUpperCase(Locale.ROOT);
        String divider = DIVIDER;
        while (all.contains(divider)) {
            divider += "_";
        }
        return divider;
    }
}
