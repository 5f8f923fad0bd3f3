package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * What a live database holds.
 *
 * @param schema     normalized
 * @param version    the server's, as it says it: {@code 17.2}
 * @param problems   what stands in the catalog and could not be read; where there is one, the schema is not whole
 * @param statistics how big the tables are, where that was asked for
 */
public record Introspection(Schema schema, String version, List<Problem> problems, Map<ObjectName, TableStatistics> statistics) {
    public Introspection {
        problems = List.copyOf(problems);
        statistics = Map.copyOf(statistics);
    }

    /** Of a database whose size nobody asked for. */
    public Introspection(Schema schema, String version, List<Problem> problems) {
        this(schema, version, problems, Map.of());
    }

    public Introspection with(Map<ObjectName, TableStatistics> found) {
        return new Introspection(schema, version, problems, found);
    }
}
