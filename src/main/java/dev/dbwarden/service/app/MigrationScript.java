package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.service.api.MigrationAnswer.MigrationFile;
import dev.dbwarden.service.snapshot.Checksum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file that a migration is written to. */
final class MigrationScript {
    private static final int LONGEST_SLUG = 60;

    private MigrationScript() {}

    /** The file of the migration with the given number. */
    static MigrationFile file(Migration migration, String database, int revision, Optional<String> description) {
        String slug = description.map(MigrationScript::slug).filter(text -> !text.isEmpty()).orElseGet(() -> slug(migration));
        String id = "%s__%04d_%s".formatted(database, revision, slug);
        String sql = "-- upgrade\n\n" + statements(migration.upgrade()) + "-- rollback\n\n" + statements(migration.rollback());
        String text = sql.stripTrailing() + "\n";
        return new MigrationFile(id, id + ".sql", text, Checksum.of(text));
    }

    private static String statements(List<Scripted> script) {
        var text = new StringBuilder();
        script.forEach(scripted -> text.append(terminated(scripted.statement().sql())).append("\n\n"));
        return text.toString();
    }

    /** A statement with its semicolon, on a line of its own where a comment at the end would swallow it. */
    private static String terminated(String sql) {
        String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
        return sql + (lastLine.contains("--") || lastLine.contains("#") ? "\n;" : ";");
    }

    private static String slug(Migration migration) {
        var first = migration.changes().getFirst();
        String words = Description.of(first).type() + " " + first.subject().owner() + " " + first.subject().part();
        return slug(migration.changes().size() == 1 ? words : words + " and more");
    }

    private static String slug(String words) {
        var slug = new StringBuilder();
        for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '_') {
                slug.append('_');
            }
            if (slug.length() == LONGEST_SLUG) {
                break;
            }
        }
        return slug.toString().replaceAll("_$", "");
    }
}
