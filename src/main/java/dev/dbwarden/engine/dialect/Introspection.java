package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * What a live database holds.
 *
 * @param schema   normalized
 * @param version  the server's, as it says it: {@code 17.2}
 * @param problems what stands in the catalog and could not be read; where there is one, the schema is not whole
 */
public record Introspection(Schema schema, String version, List<Problem> problems) {
    public Introspection {
        problems = List.copyOf(problems);
    }
}
