package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Extension;
import java.util.Optional;
import java.util.Set;

/** Extensions, of whose content the model holds nothing. */
final class Extensions {
    /** Whose control files say {@code relocatable = false}, with those whose names begin with {@code postgis}. */
    private static final Set<String> FIXED = Set.of("adminpack", "age", "citus", "orafce", "pg_cron", "pg_partman", "pglogical", "timescaledb", "xml2");

    private Extensions() {}

    /** Why an extension cannot change: the server moves only what is relocatable (manual, 38.17.3). */
    static Optional<String> obstacle(Extension before) {
        boolean fixed = before.name().name().startsWith("postgis") || FIXED.contains(before.name().name());
        return fixed ? Optional.of("extension %s cannot move to another schema: it is not relocatable, and made anew it would take along what it holds; leave it in %s, or drop and create it by hand and take an export for the snapshot"
                .formatted(before.name(), before.namespace().isEmpty() ? "public" : before.namespace())) : Optional.empty();
    }
}
