package dev.dbwarden.service.source.drizzle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a snapshot speaks of: those that it holds, and those of schemas of which it holds nothing, which somebody else looks after.
 * drizzle-kit leaves out those of its own schemas too that it does not look after, and keeps what speaks of them.
 */
final class Held {
    private static final Pattern ON = Pattern.compile("\"([^\"]+)\"\\.\"([^\"]+)\"");
    private static final String USUAL_SCHEMA = "public";

    private final Set<String> tables = new HashSet<>();
    private final Set<String> schemas = new HashSet<>(Set.of(USUAL_SCHEMA));

    Held(JsonNode snapshot) {
        snapshot.path("schemas").forEach(schema -> schemas.add(schema.asText()));
        snapshot.path("tables").forEach(table -> {
            String schema = schema(table.path("schema").asText());
            schemas.add(schema);
            tables.add(schema + "." + table.path("name").asText());
        });
    }

    boolean isTarget(JsonNode foreignKey) {
        return is(foreignKey.path("schemaTo").asText(), foreignKey.path("tableTo").asText());
    }

    /** Whether a policy is on one of them: {@code "schema"."table"}. */
    boolean isOn(JsonNode policy) {
        Matcher on = ON.matcher(policy.path("on").asText());
        return !on.matches() || is(on.group(1), on.group(2));
    }

    private boolean is(String written, String table) {
        String schema = schema(written);
        return !schemas.contains(schema) || tables.contains(schema + "." + table);
    }

    private static String schema(String written) {
        return written.isEmpty() || written.equals("null") ? USUAL_SCHEMA : written;
    }
}
