package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How big a snapshot says that a table was, where the export was asked for it. No part of the schema: neither the checksum nor a
 * comparison sees it.
 *
 * @param rows  estimated by the server; negative where it is not said
 * @param bytes with its indexes; negative where it is not said
 */
public record Sizes(long rows, long bytes) {
    /** Into a table of a snapshot's text. */
    void write(JsonText table) {
        if (rows < 0 && bytes < 0) {
            return;
        }
        table.member("statistics").open('{', false);
        if (rows >= 0) {
            table.put("estimated_rows", rows);
        }
        if (bytes >= 0) {
            table.put("bytes", bytes);
        }
        table.close('}');
    }

    /** By table, of a snapshot's document that was read without a mistake. */
    static Map<ObjectName, Sizes> of(JsonNode document) {
        var sizes = new LinkedHashMap<ObjectName, Sizes>();
        for (var table : document.path("tables").properties()) {
            JsonNode statistics = table.getValue().path("statistics");
            if (statistics.isObject()) {
                sizes.put(ObjectName.parse(table.getKey()), new Sizes(statistics.path("estimated_rows").asLong(-1), statistics.path("bytes").asLong(-1)));
            }
        }
        return sizes;
    }
}
