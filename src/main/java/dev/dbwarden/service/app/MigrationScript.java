package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.MigrationAnswer.MigrationFile;
import dev.dbwarden.service.layout.Written;
import dev.dbwarden.service.snapshot.Checksum;
import dev.dbwarden.service.snapshot.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a migration is called, and the file that it is written to. */
final class MigrationScript {
    private static final int LONGEST_SLUG = 60;

    private MigrationScript() {}

    /** The migration under the name that the description gives it, or else its first change, behind its phase; the next snapshot's header has its number. */
    static Written written(Migration migration, Header next, String phase, Optional<String> description) {
        String words = description.map(MigrationScript::slug).filter(text -> !text.isEmpty()).orElseGet(() -> slug(migration));
        String slug = phase.isEmpty() ? words : phase + "_" + words;
        return new Written(next.database().orElseThrow(), next.dialect().orElseThrow(), next.revision(), slug,
                migration.upgrade().stream().map(Scripted::statement).toList(), migration.rollback().stream().map(Scripted::statement).toList());
    }

    static MigrationFile file(String id, List<FileAnswer> files) {
        FileAnswer first = files.getFirst();
        return new MigrationFile(id, first.filename(), first.text(), Checksum.ofText(first.text()), files.subList(1, files.size()));
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
