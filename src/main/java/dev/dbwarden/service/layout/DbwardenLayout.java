package dev.dbwarden.service.layout;

import dev.dbwarden.service.api.FileAnswer;
import java.util.List;

/** One file with {@code -- upgrade} and {@code -- rollback}. */
final class DbwardenLayout implements Layout {
    @Override
    public String name() {
        return "dbwarden";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        String text = "-- upgrade\n\n" + Script.forClient(migration.upgrade(), migration.dialect())
                + "\n-- rollback\n\n" + Script.forClient(migration.rollback(), migration.dialect());
        return List.of(new FileAnswer("migrations/" + migration.id() + ".sql", text.stripTrailing() + "\n"));
    }
}
