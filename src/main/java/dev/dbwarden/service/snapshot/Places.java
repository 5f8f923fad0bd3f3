package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.Map;

/** Where the objects of a schema stand in the documents that it was read from. */
public record Places(Map<Ref, Path> of) {
    /** Of a schema that was read from no document. */
    public static final Places NONE = new Places(Map.of());

    public Places {
        of = Map.copyOf(of);
    }

    /** Of a snapshot that was read before. */
    public static Places of(JsonNode document, Path at, Dialect dialect, Limits limits) {
        var reader = new SchemaReader(dialect, limits, false, new Mistakes());
        reader.add(document, at);
        return reader.places();
    }
}
