package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a state file of the Python tool DBWarden ({@code format_version} 1 or 2) in the current form.
 *
 * <p>Version 1 keeps indexes and constraints in their tables, version 2 at the top, keyed by name. What a file holds and the
 * current form cannot say is a mistake, never left out: a baseline that forgets makes migrations that drop.
 */
final class Lifting {
    /** Fields that say nothing about the schema, or say it again. */
    private static final Set<String> IGNORED_COLUMN_FIELDS = Set.of("name", "codec", "pg_meta", "ch_meta", "my_meta", "sq_meta", "pg_column", "ch_column",
            "my_column", "sq_column", "fk_on_delete", "fk_on_update");
    private static final Set<String> COPIED_COLUMN_FIELDS = Set.of("type", "nullable", "primary_key", "unique", "default", "comment");
    /** What a backend's own column fields may hold without changing the column: that the type is spelled out elsewhere. */
    private static final Set<String> HARMLESS = Set.of("backend", "pg_type", "ch_type", "my_type", "sq_type");

    private static final Set<String> TABLE_FIELDS = Set.of("name", "object_type", "comment", "backend", "backend_table_spec", "schema", "columns", "indexes", "foreign_keys", "checks", "uniques");
    private static final Set<String> INDEX_FIELDS = Set.of("name", "table", "columns", "unique", "where", "include", "using", "expression");
    private static final Map<String, Set<String>> CONSTRAINT_FIELDS = Map.of("unique", Set.of("type", "table", "name", "columns"),
            "check", Set.of("type", "table", "name", "expression", "sql_expression"), "exclude", Set.of("type", "table", "name", "expression"),
            "foreign_key", Set.of("type", "table", "name", "columns", "referenced_table", "referred_table", "referenced_columns", "referred_columns", "on_delete", "on_update", "deferrable"));

    private final ObjectNode old;
    private final Path at;
    private final Mistakes mistakes;
    private final ObjectNode lifted = JsonNodeFactory.instance.objectNode();

    Lifting(ObjectNode old, Path at, Mistakes mistakes) {
        this.old = old;
        this.at = at;
        this.mistakes = mistakes;
    }

    JsonNode lifted() {
        int version = old.path("format_version").asInt();
        if (version != 1 && version != 2) {
            mistakes.add(at.to("format_version"), "format_version " + old.get("format_version") + " is not known; 1 and 2 are read");
        }
        lifted.put("version", Header.VERSION);
        copyText("exported_at", "exported_at");
        copyText("database_name", "database");
        copyText("database", "database");
        copyText("database_type", "dialect");
        copyText("dialect", "dialect");
        ObjectNode enums = lifted.putObject("enums");
        old.path("enums").properties().forEach(entry -> enums.set(entry.getKey(), entry.getValue()));
        ObjectNode tables = lifted.putObject("tables");
        old.path("tables").properties().forEach(entry -> table(entry.getKey(), entry.getValue(), tables, version));
        if (version == 2) {
            indexes();
            constraints();
        }
        return lifted;
    }

    private void copyText(String from, String to) {
        if (old.path(from).isTextual()) {
            lifted.set(to, old.get(from));
        }
    }

    private void table(String key, JsonNode node, ObjectNode tables, int version) {
        Path place = at.to("tables").to(key);
        if (!(node instanceof ObjectNode)) {
            mistakes.add(place, "expected an object, found " + Fields.described(node));
            return;
        }
        String type = node.path("object_type").asText("table");
        if (!type.equals("table")) {
            mistakes.add(place.to("object_type"), "'" + type + "' is not lifted; take the snapshot from the database instead");
        }
        ObjectNode table = tables.putObject(name(key, node));
        ObjectNode columns = table.putObject("columns");
        node.path("columns").properties().forEach(entry -> columns.set(entry.getKey(), column(entry.getValue(), place.to("columns").to(entry.getKey()))));
        for (String list : new String[] {"uniques", "indexes", "foreign_keys", "checks", "exclusions"}) {
            table.putArray(list);
        }
        if (node.path("comment").isTextual()) {
            table.set("comment", node.get("comment"));
        }
        refuseUnknown(node, TABLE_FIELDS, place);
        refuseUnknown(node.path("backend_table_spec"), HARMLESS, place.to("backend_table_spec"));
        if (version == 1) {
            node.path("indexes").forEach(each -> index(table, each, place.to("indexes")));
            node.path("foreign_keys").forEach(each -> constraint(table, "foreign_key", each, place.to("foreign_keys")));
            node.path("uniques").forEach(each -> constraint(table, "unique", each, place.to("uniques")));
            node.path("checks").forEach(each -> constraint(table, "check", each, place.to("checks")));
        }
    }

    private static String name(String key, JsonNode table) {
        return table.path("schema").isTextual() && key.indexOf('.') < 0 ? table.get("schema").textValue() + "." + key : key;
    }

    private JsonNode column(JsonNode node, Path place) {
        ObjectNode column = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String field = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
                continue;
            }
            if (COPIED_COLUMN_FIELDS.contains(field)) {
                column.set(field, value);
            } else if (field.equals("foreign_key")) {
                column.set(field, value);
                action(column, "on_delete", node.path("fk_on_delete"));
                action(column, "on_update", node.path("fk_on_update"));
            } else if (field.equals("autoincrement")) {
                if (value.isBoolean() && value.booleanValue()) {
                    column.put(field, true);
                }
            } else if (!IGNORED_COLUMN_FIELDS.contains(field)) {
                mistakes.add(place.to(field), "unknown field '" + field + "'");
            } else if (value.isObject()) {
                refuseUnknown(value, HARMLESS, place.to(field));
            }
        }
        return column;
    }

    private static void action(ObjectNode column, String field, JsonNode action) {
        if (action.isTextual()) {
            column.set(field, action);
        }
    }

    /** A backend's own settings have other names here, and are not guessed. */
    private void refuseUnknown(JsonNode settings, Set<String> known, Path place) {
        settings.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean says = !value.isNull() && !(value.isContainerNode() && value.isEmpty()) && !(value.isBoolean() && !value.booleanValue());
            if (says && !known.contains(entry.getKey())) {
                mistakes.add(place.to(entry.getKey()), "'" + entry.getKey() + "' is not lifted",
                        "leave it out if the database does not have it; otherwise make the snapshot from SQL (POST /v1/snapshots)");
            }
        });
    }

    private void indexes() {
        old.path("indexes").properties().forEach(entry -> {
            Path place = at.to("indexes").to(entry.getKey());
            ObjectNode table = tableOf(entry.getValue(), place);
            if (table != null) {
                ObjectNode index = entry.getValue().deepCopy();
                if (!index.path("name").isTextual()) {
                    index.put("name", entry.getKey());
                }
                index(table, index, place);
            }
        });
    }

    private void constraints() {
        old.path("constraints").properties().forEach(entry -> {
            Path place = at.to("constraints").to(entry.getKey());
            ObjectNode table = tableOf(entry.getValue(), place);
            String[] key = entry.getKey().split(":", 3);
            String kind = entry.getValue().path("type").asText(key.length > 1 ? key[1] : "");
            if (table != null) {
                constraint(table, kind, entry.getValue(), place);
            }
        });
    }

    /** The table that an index or a constraint names, or that its key begins with. */
    private @Nullable ObjectNode tableOf(JsonNode part, Path place) {
        String name = part.path("table").asText(place.segment().split(":", 2)[0]);
        JsonNode table = lifted.path("tables").path(name);
        if (table.isMissingNode()) {
            table = lifted.path("tables").path(name(name, old.path("tables").path(name)));
        }
        if (table instanceof ObjectNode found) {
            return found;
        }
        mistakes.add(place, "there is no table '" + name + "'");
        return null;
    }

    private void index(ObjectNode table, JsonNode old, Path place) {
        ObjectNode index = table.withArray("indexes").addObject();
        copy(old, index, "name", "columns", "unique", "where", "include");
        if (old.path("using").isTextual()) {
            index.put("method", old.get("using").textValue().toLowerCase(Locale.ROOT));
        }
        if (old.path("expression").isTextual()) {
            index.putArray("keys").addObject().set("expression", old.get("expression"));
        }
        refuseUnknown(old, INDEX_FIELDS, place);
    }

    private void constraint(ObjectNode table, String kind, JsonNode old, Path place) {
        refuseUnknown(old, CONSTRAINT_FIELDS.getOrDefault(kind, Set.of()), place);
        switch (kind) {
            case "foreign_key" -> foreignKey(table.withArray("foreign_keys").addObject(), old);
            case "unique" -> copy(old, table.withArray("uniques").addObject(), "name", "columns");
            case "check" -> {
                ObjectNode check = table.withArray("checks").addObject();
                copy(old, check, "name");
                check.set("expression", old.has("expression") ? old.get("expression") : old.path("sql_expression"));
            }
            case "exclude" -> {
                ObjectNode exclusion = table.withArray("exclusions").addObject();
                copy(old, exclusion, "name");
                exclusion.set("definition", old.path("expression"));
            }
            default -> mistakes.add(place, "unknown kind of constraint '" + kind + "'");
        }
    }

    private static void foreignKey(ObjectNode key, JsonNode old) {
        copy(old, key, "name", "columns", "on_delete", "on_update");
        key.set("referenced_table", old.has("referenced_table") ? old.get("referenced_table") : old.path("referred_table"));
        key.set("referenced_columns", old.has("referenced_columns") ? old.get("referenced_columns") : old.path("referred_columns"));
        if (old.path("deferrable").asBoolean()) {
            key.putObject("options").put("deferrable", "true");
        }
    }

    private static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            if (from.hasNonNull(field)) {
                to.set(field, from.get(field));
            }
        }
    }
}
