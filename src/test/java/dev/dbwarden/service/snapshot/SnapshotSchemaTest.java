package dev.dbwarden.service.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published JSON Schema knows the fields that the reader knows. */
class SnapshotSchemaTest {
    private static final Map<String, Set<String>> DEFINITIONS = Map.ofEntries(
            Map.entry("namespace", Keys.NAMESPACE), Map.entry("extension", Keys.EXTENSION), Map.entry("enum", Keys.ENUM), Map.entry("domain", Keys.DOMAIN),
            Map.entry("sequence", Keys.SEQUENCE), Map.entry("owner", Keys.OWNER), Map.entry("object", Keys.OBJECT), Map.entry("view", Keys.VIEW),
            Map.entry("table", Keys.TABLE), Map.entry("column", Keys.COLUMN), Map.entry("identity", Keys.IDENTITY), Map.entry("generated", Keys.GENERATED),
            Map.entry("constraint", Keys.CONSTRAINT), Map.entry("check", Keys.CHECK), Map.entry("exclusion", Keys.EXCLUSION),
            Map.entry("foreign_key", Keys.FOREIGN_KEY), Map.entry("index", Keys.INDEX), Map.entry("index_key", Keys.INDEX_KEY));

    @Test
    void knowsTheFieldsOfEveryThing() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SnapshotSchemaTest.class.getResourceAsStream("/snapshot.schema.json"));
        assertThat(fields(schema)).isEqualTo(new TreeSet<>(Keys.DOCUMENT));
        DEFINITIONS.forEach((name, keys) -> {
            JsonNode definition = schema.path("$defs").path(name);
            assertThat(fields(definition.has("oneOf") ? definition.path("oneOf").path(0) : definition)).as(name).isEqualTo(new TreeSet<>(keys));
        });
    }

    private static Set<String> fields(JsonNode definition) {
        var fields = new TreeSet<String>();
        definition.path("properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
