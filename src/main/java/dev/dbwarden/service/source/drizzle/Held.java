package dev.dbwarden.service.source.drizzle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that a snapshot holds. drizzle-kit leaves out those that it does not look after, and keeps what speaks of them. */
final class Held {
    private static final Pattern ON = Pattern.compile("\"([^\"]+)\"\\.\"([^\"]+)\"");
    private static final String USUAL_SCHEMA = "public";

    private final Set<String> tables = new HashSet<>();

    Held(JsonNode snapshot) {
        snapshot.path("tables").forEach(table -> tables.add(name(table.path("schema").asText(), table.path("name").asText())));
    }

    boolean isTarget(JsonNode foreignKey) {
        return tables.contains(name(foreignKey.path("schemaTo").asText(), foreignKey.path("tableTo").asText()));
    }

    /** Whether a policy is on one of them: {@code "schema"."table"}. */
    boolean isOn(JsonNode policy) {
        Matcher on = ON.matcher(policy.path("on").asText());
        return !on.matches() || tables.contains(name(on.group(1), on.group(2)));
    }

    private static String name(String schema, String table) {
        return (schema.isEmpty() || schema.equals("null") ? USUAL_SCHEMA : schema) + "." + table;
    }
}
