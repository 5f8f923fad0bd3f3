package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.migration.Misreading;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Places;
import java.util.stream.Stream;

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
        Misreading.of(schema, dialect).forEach(each -> mistakes.add(place(each.object(), places),
                each.object() + " is something else as soon as it is SQL: " + each.what(),
                "look for a text or an option in it that says more than its place takes, or that " + dialect.name() + " does not have"));
        mistakes.refuse(type);
    }

    /** Its own, or that of the table or view that it is a part of. */
    private static Path place(Ref object, Places places) {
        return Stream.of(object, Ref.object(Kind.TABLE, object.owner()), Ref.object(Kind.VIEW, object.owner()), Ref.object(Kind.MATERIALIZED_VIEW, object.owner())).filter(places.of()::containsKey).findFirst()
                .map(places.of()::get).orElse(Path.ROOT);
    }
}
