package dev.dbwarden.service.source.drizzle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables of a snapshot, as drizzle-kit writes them: keys and checks with the table, foreign keys and indexes after it (SQLite's foreign keys with it). */
final class Tables {
    private static final Set<String> KNOWN = Set.of("name", "schema", "columns", "indexes", "foreignKeys", "compositePrimaryKeys", "uniqueConstraints", "checkConstraints", "checkConstraint",
            "policies", "isRLSEnabled");
    private static final Set<String> KNOWN_OF_COLUMN = Set.of("name", "type", "typeSchema", "primaryKey", "notNull", "default", "autoincrement", "onUpdate", "generated", "identity",
            "isUnique", "uniqueName", "nullsNotDistinct");

    private final Writer writer;
    private final String dialect;

    Tables(Writer writer, String dialect) {
        this.writer = writer;
        this.dialect = dialect;
    }

    private boolean is(String name) {
        return dialect.equals(name);
    }

    DrizzleSnapshot.Statement create(JsonNode table, Path at) {
        writer.refuseUnknown(table, KNOWN, at);
        var lines = new ArrayList<String>();
        each(table, "columns", at, (column, place) -> lines.add(column(column, place)));
        each(table, "compositePrimaryKeys", at, (key, _) -> lines.add((is("sqlite") ? "" : "CONSTRAINT " + writer.name(key.path("name").asText()) + " ") + "PRIMARY KEY (" + writer.names(key.path("columns")) + ")"));
        each(table, "uniqueConstraints", at, (unique, _) -> lines.add("CONSTRAINT " + writer.name(unique.path("name").asText()) + " UNIQUE "
                + (unique.path("nullsNotDistinct").asBoolean() ? "NULLS NOT DISTINCT " : "") + "(" + writer.names(unique.path("columns")) + ")"));
        for (String key : List.of("checkConstraints", "checkConstraint")) {
            each(table, key, at, (check, place) -> lines.add("CONSTRAINT " + writer.name(check.path("name").asText()) + " CHECK (" + writer.fragment(check.path("value").asText(), place.to("value")) + ")"));
        }
        if (is("sqlite")) {
            each(table, "foreignKeys", at, (key, place) -> lines.add(foreignKey(key, place)));
        }
        return new DrizzleSnapshot.Statement("CREATE TABLE " + writer.qualified(table) + " (\n\t" + String.join(",\n\t", lines) + "\n)", at);
    }

    private String column(JsonNode column, Path at) {
        writer.refuseUnknown(column, KNOWN_OF_COLUMN, at);
        String type = column.hasNonNull("typeSchema") ? enumeration(column) : writer.fragment(column.path("type").asText(), at.to("type"));
        String key = column.path("primaryKey").asBoolean() ? " PRIMARY KEY" : "";
        String counts = column.path("autoincrement").asBoolean() ? is("sqlite") ? " AUTOINCREMENT" : " AUTO_INCREMENT" : "";
        String required = column.path("notNull").asBoolean() && !column.hasNonNull("identity") ? " NOT NULL" : "";
        String value = column.hasNonNull("default") ? " DEFAULT " + writer.fragment(column.path("default").asText(), at.to("default")) : "";
        String updated = column.path("onUpdate").asBoolean() ? " ON UPDATE CURRENT_TIMESTAMP" : "";
        return writer.name(column.path("name").asText()) + " " + type + key + (is("sqlite") ? counts : "") + identity(column.path("identity"), at.to("identity"))
                + generated(column.path("generated"), at.to("generated")) + value + required + (is("sqlite") ? "" : counts) + updated;
    }

    /** An enum's name, and the brackets of an array. */
    private String enumeration(JsonNode column) {
        String type = column.path("type").asText();
        int array = type.indexOf('[');
        String name = array < 0 ? type : type.substring(0, array);
        return writer.qualified(column.path("typeSchema").asText(), name) + (array < 0 ? "" : type.substring(array).replaceAll("[^\\[\\]\\d]", ""));
    }

    private String identity(JsonNode identity, Path at) {
        if (identity.isMissingNode() || identity.isNull()) {
            return "";
        }
        return " GENERATED " + (identity.path("type").asText().equals("always") ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY (SEQUENCE NAME " + writer.qualified(identity)
                + writer.sequence(identity, at) + ")";
    }

    private String generated(JsonNode generated, Path at) {
        return generated.isMissingNode() || generated.isNull() ? ""
                : " GENERATED ALWAYS AS (" + writer.fragment(generated.path("as").asText(), at.to("as")) + ") " + (is("postgresql") ? "STORED" : writer.word(generated.path("type"), at.to("type")));
    }

    private String foreignKey(JsonNode key, Path at) {
        String named = is("sqlite") ? "" : "CONSTRAINT " + writer.name(key.path("name").asText()) + " ";
        String schema = key.path("schemaTo").asText();
        return named + "FOREIGN KEY (" + writer.names(key.path("columnsFrom")) + ") REFERENCES " + writer.qualified(schema, key.path("tableTo").asText())
                + " (" + writer.names(key.path("columnsTo")) + ")" + action(key, "onDelete", " ON DELETE ", at) + action(key, "onUpdate", " ON UPDATE ", at);
    }

    private String action(JsonNode key, String field, String words, Path at) {
        return key.hasNonNull(field) ? words + writer.word(key.path(field), at.to(field)) : "";
    }

    /** What is made when all tables are there. */
    List<DrizzleSnapshot.Statement> after(JsonNode table, Path at) {
        var statements = new ArrayList<DrizzleSnapshot.Statement>();
        String name = writer.qualified(table);
        if (!is("sqlite")) {
            each(table, "foreignKeys", at, (key, place) -> statements.add(new DrizzleSnapshot.Statement("ALTER TABLE " + name + " ADD " + foreignKey(key, place), place)));
        }
        each(table, "indexes", at, (index, place) -> statements.add(new DrizzleSnapshot.Statement(index(index, name, place), place)));
        if (table.path("isRLSEnabled").asBoolean() || !table.path("policies").isEmpty()) {
            statements.add(new DrizzleSnapshot.Statement("ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY", at));
        }
        each(table, "policies", at, (policy, place) -> statements.add(new DrizzleSnapshot.Statement(policy(policy, name, place), place)));
        return statements;
    }

    private String index(JsonNode index, String table, Path at) {
        var elements = new ArrayList<String>();
        index.path("columns").forEach(column -> elements.add(column.isTextual() ? mysqlOrSqlite(column.asText(), at) : element(column, at)));
        String using = index.hasNonNull("method") ? " USING " + writer.word(index.path("method"), at.to("method")).toLowerCase(java.util.Locale.ROOT) : "";
        String with = index.path("with").isEmpty() ? "" : " WITH (" + writer.options(index.path("with"), at.to("with")) + ")";
        String where = index.hasNonNull("where") ? " WHERE " + writer.fragment(index.path("where").asText(), at.to("where")) : "";
        String mysqlUsing = index.hasNonNull("using") ? " USING " + writer.word(index.path("using"), at.to("using")) : "";
        return "CREATE " + (index.path("isUnique").asBoolean() ? "UNIQUE " : "") + "INDEX " + writer.name(index.path("name").asText()) + " ON " + table + using
                + " (" + String.join(", ", elements) + ")" + mysqlUsing + with + where;
    }

    /** A column's name, or an expression: drizzle-kit tells them apart by their looks only. */
    private String mysqlOrSqlite(String column, Path at) {
        return column.matches("[\\p{L}\\p{N}_$ -]+") ? writer.name(column) : writer.fragment(column, at.to("columns"));
    }

    /** An expression stands as it is, with brackets, an operator class and an order of its own; beside an operator class drizzle-kit leaves out the order. */
    private String element(JsonNode column, Path at) {
        String text = column.path("expression").asText();
        String sql = column.path("isExpression").asBoolean() ? writer.fragment(text, at.to("columns")) : writer.name(text);
        if (column.hasNonNull("opclass")) {
            return sql + " " + writer.fragment(column.path("opclass").asText(), at.to("columns"));
        }
        boolean ascending = column.path("asc").asBoolean(true);
        String nulls = column.path("nulls").asText();
        boolean said = ascending ? nulls.equals("first") : nulls.equals("last");
        return sql + (ascending ? "" : " DESC") + (said ? " NULLS " + nulls.toUpperCase(java.util.Locale.ROOT) : "");
    }

    String policy(JsonNode policy, String table, Path at) {
        var roles = writer.texts(policy.path("to")).stream().map(role -> Set.of("public", "current_user", "current_role", "session_user").contains(role) ? role : writer.name(role)).toList();
        return "CREATE POLICY " + writer.name(policy.path("name").asText()) + " ON " + table + action(policy, "as", " AS ", at) + action(policy, "for", " FOR ", at)
                + (roles.isEmpty() ? "" : " TO " + String.join(", ", roles))
                + (policy.hasNonNull("using") ? " USING (" + writer.fragment(policy.path("using").asText(), at.to("using")) + ")" : "")
                + (policy.hasNonNull("withCheck") ? " WITH CHECK (" + writer.fragment(policy.path("withCheck").asText(), at.to("withCheck")) + ")" : "");
    }

    private interface Part {
        void read(JsonNode node, Path at);
    }

    private static void each(JsonNode table, String key, Path at, Part part) {
        table.path(key).fields().forEachRemaining(entry -> part.read(entry.getValue(), at.to(key).to(entry.getKey())));
    }
}
