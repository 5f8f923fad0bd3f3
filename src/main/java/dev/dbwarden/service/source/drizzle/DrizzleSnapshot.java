package dev.dbwarden.service.source.drizzle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A snapshot of drizzle-kit: version 7 of PostgreSQL, 6 of SQLite, 5 of MySQL. */
public final class DrizzleSnapshot {
    private static final Map<String, String> VERSIONS = Map.of("postgresql", "7", "sqlite", "6", "mysql", "5");
    private static final Set<String> KNOWN_OF_VIEW = Set.of("columns", "definition", "name", "schema", "isExisting", "with", "withNoData", "materialized", "using", "algorithm", "sqlSecurity",
            "withCheckOption");
    private static final Set<String> KNOWN = Set.of("version", "dialect", "id", "prevId", "tables", "enums", "schemas", "sequences", "roles", "policies", "views", "_meta", "internal");

    private final JsonNode document;
    private final Path root;
    private final Dialect dialect;
    private final Mistakes mistakes;
    private final Held held;
    private final List<Outside> outside = new ArrayList<>();

    public DrizzleSnapshot(JsonNode document, Path root, Dialect dialect, Mistakes mistakes) {
        this.document = document;
        this.root = root;
        this.dialect = dialect;
        this.mistakes = mistakes;
        this.held = new Held(document);
    }

    /** A statement of DDL, and the part of the snapshot that it comes from. */
    public record Statement(String sql, Path at) {}

    /** What the snapshot says of a table that is not in it. */
    public record Outside(String message, Path at) {}

    /** What is not in the statements. */
    public List<Outside> outside() {
        return List.copyOf(outside);
    }

    /** Whether a document is one, by keys that only drizzle-kit writes. */
    public static boolean isOne(JsonNode document) {
        return document.isObject() && document.has("prevId") && document.has("dialect") && document.has("tables") && document.path("version").isTextual();
    }

    /** The statements that make the snapshot's schema. */
    public List<Statement> statements() {
        String name = document.path("dialect").asText();
        String own = dialect.name().equals("mariadb") ? "mysql" : dialect.name();
        if (!name.equals(own)) {
            mistakes.add(root.to("dialect"), "the snapshot is of " + name + ", and the request is about " + dialect.name(), "ask for dialect " + name);
            return List.of();
        }
        if (!document.path("version").asText().equals(VERSIONS.get(own))) {
            mistakes.add(root.to("version"), "version " + document.path("version").asText() + " of drizzle-kit's snapshots is not read", "bring it to version " + VERSIONS.get(own) + " with drizzle-kit up");
            return List.of();
        }
        document.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key) || key.equals("roles") && !document.path(key).isEmpty()) {
                mistakes.add(root.to(key), "'" + key + "' of a drizzle-kit snapshot is not read here", "make it in SQL, and leave it out");
            }
        });
        return written(own);
    }

    private List<Statement> written(String own) {
        var writer = new Writer(dialect, mistakes);
        var tables = new Tables(writer, own);
        var statements = new ArrayList<Statement>();
        each("schemas", (node, at) -> statements.add(new Statement("CREATE SCHEMA " + writer.name(node.asText()), at)));
        if (own.equals("postgresql")) {
            each("enums", (node, at) -> statements.add(new Statement("CREATE TYPE " + writer.qualified(node) + " AS ENUM (" + String.join(", ", writer.texts(node.path("values")).stream().map(writer::literal).toList()) + ")", at)));
            each("sequences", (node, at) -> statements.add(new Statement("CREATE SEQUENCE " + writer.qualified(node) + writer.sequence(node, at), at)));
        }
        each("tables", (node, at) -> statements.add(tables.create(node, at)));
        each("tables", (node, at) -> statements.addAll(tables.after(own.equals("sqlite") ? node : withoutForeign(node, at), at)));
        each("policies", (node, at) -> {
            if (held.isOn(node)) {
                statements.add(new Statement(tables.policy(node, writer.fragment(node.path("on").asText(), at.to("on")), at), at));
            } else {
                leftOut("policy " + node.path("name").asText() + " is on table " + node.path("on").asText(), at);
            }
        });
        each("views", (node, at) -> view(node, at, writer, statements));
        return statements;
    }

    /** The table without its keys to what is not in the snapshot. SQLite's stand in CREATE TABLE, and may refer to what is not there. */
    private JsonNode withoutForeign(JsonNode table, Path at) {
        JsonNode kept = table.deepCopy();
        table.path("foreignKeys").fields().forEachRemaining(entry -> {
            if (!held.isTarget(entry.getValue())) {
                ((ObjectNode) kept.path("foreignKeys")).remove(entry.getKey());
                leftOut("foreign key " + entry.getValue().path("name").asText() + " refers to table " + entry.getValue().path("tableTo").asText(), at.to("foreignKeys").to(entry.getKey()));
            }
        });
        return kept;
    }

    private void leftOut(String what, Path at) {
        outside.add(new Outside(what + ", which is not in the snapshot, so it is not in the model: a baseline that has it loses it; send the models as SQL to keep it", at));
    }

    private void view(JsonNode node, Path at, Writer writer, List<Statement> statements) {
        if (node.path("isExisting").asBoolean()) {
            return;
        }
        writer.refuseUnknown(node, KNOWN_OF_VIEW, at);
        String kind = node.path("materialized").asBoolean() ? "MATERIALIZED VIEW " : "VIEW ";
        String options = node.path("with").isEmpty() ? "" : " WITH (" + writer.options(node.path("with"), at.to("with")) + ")";
        String query = writer.fragment(node.path("definition").asText(), at.to("definition"));
        statements.add(new Statement("CREATE " + said(node, "algorithm", "ALGORITHM = ", " ", at, writer) + said(node, "sqlSecurity", "SQL SECURITY ", " ", at, writer) + kind + writer.qualified(node)
                + said(node, "using", " USING ", "", at, writer) + options + " AS " + (dialect.name().equals("sqlite") ? query : "(" + query + ")")
                + said(node, "withCheckOption", " WITH ", " CHECK OPTION", at, writer) + (node.path("withNoData").asBoolean() ? " WITH NO DATA" : ""), at));
    }

    private static String said(JsonNode view, String key, String before, String after, Path at, Writer writer) {
        return view.hasNonNull(key) ? before + writer.word(view.path(key), at.to(key)) + after : "";
    }

    private interface Part {
        void read(JsonNode node, Path at);
    }

    private void each(String key, Part part) {
        document.path(key).fields().forEachRemaining(entry -> part.read(entry.getValue(), root.to(key).to(entry.getKey())));
    }
}
