package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Places;

/**
 * What in a document is something else as soon as it is SQL: its texts and options are taken over as they are, and may say more than their place
 * takes. A schema that was read as SQL comes back by itself; where it does not, the service is at fault and not its author.
 */
public final class Misreadings {
    private Misreadings() {}

    /** Fails with the place of each object that does not read back. */
    public static void refuse(Schema schema, Places places, Dialect dialect, ProblemType type) {
        if (places.of().isEmpty()) {
            return;
        }
        var mistakes = new Mistakes();
        Migrations.misreadings(schema, dialect).forEach(each -> mistakes.add(places.of().getOrDefault(each.object(), Path.ROOT),
                each.object() + " is something else when it is written as SQL: " + each.what(),
                "look for a text or an option in it that says more than its place takes, or that " + dialect.name() + " does not have"));
        mistakes.refuse(type);
    }
}
