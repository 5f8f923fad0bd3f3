package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.List;
import java.util.Optional;

/** Writes a schema as the sections of a snapshot. Names and order are fixed; what is absent is left out. */
final class SchemaWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode document;

    SchemaWriter(ObjectNode document) {
        this.document = document;
    }

    void write(Schema schema) {
        // The sections' order does not depend on the objects'; tables stand in every snapshot.
        List.of("schemas", "extensions", "enums", "domains", "sequences").forEach(document::putObject);
        document.putObject("tables");
        document.putObject("views");
        document.putArray("objects");
        schema.objects().forEach(this::object);
        List.of("schemas", "extensions", "enums", "domains", "sequences", "views", "objects").forEach(section -> {
            if (document.get(section).isEmpty()) {
                document.remove(section);
            }
        });
    }

    private void object(SchemaObject object) {
        switch (object) {
            case Namespace(var name, var options, var comment) -> {
                ObjectNode node = section("schemas").putObject(name.name());
                PartWriter.options(node, options);
                text(node, "comment", comment);
            }
            case Extension(var name, var namespace) -> text(section("extensions").putObject(name.name()), "schema", namespace);
            case EnumType(var name, var labels, var comment) -> {
                ObjectNode node = section("enums").putObject(name.toString());
                PartWriter.texts(node, "labels", labels);
                text(node, "comment", comment);
            }
            case Domain domain -> domain(domain);
            case Sequence sequence -> sequence(sequence);
            case Table table -> section("tables").set(table.name().toString(), table(table));
            case View view -> view(view);
            case DefinedObject(var kind, var name, var part, var definition) -> {
                ObjectNode node = ((ArrayNode) document.get("objects")).addObject().put("kind", kind).put("name", name.toString());
                text(node, "part", part);
                node.put("definition", definition.sql());
            }
        }
    }

    private void domain(Domain domain) {
        ObjectNode node = section("domains").putObject(domain.name().toString()).put("type", domain.type().text());
        if (!domain.nullable()) {
            node.put("nullable", false);
        }
        domain.defaultValue().ifPresent(value -> node.put("default", value.sql()));
        text(node, "collation", domain.collation());
        if (!domain.checks().isEmpty()) {
            ArrayNode checks = node.putArray("checks");
            domain.checks().forEach(check -> checks.add(PartWriter.check(check)));
        }
        text(node, "comment", domain.comment());
    }

    private void sequence(Sequence sequence) {
        ObjectNode node = section("sequences").putObject(sequence.name().toString());
        PartWriter.options(node, sequence.options());
        sequence.ownedBy().ifPresent(owner -> node.putObject("owned_by").put("table", owner.table().toString()).put("column", owner.column()));
        text(node, "comment", sequence.comment());
    }

    private void view(View view) {
        ObjectNode node = section("views").putObject(view.name().toString());
        if (view.materialized()) {
            node.put("materialized", true);
        }
        if (!view.columns().isEmpty()) {
            PartWriter.texts(node, "columns", view.columns());
        }
        node.put("query", view.query().sql());
        List<Index> indexes = view.parts().all(Index.class);
        if (!indexes.isEmpty()) {
            ArrayNode list = node.putArray("indexes");
            indexes.forEach(index -> list.add(PartWriter.index(index)));
        }
        PartWriter.options(node, view.options());
        text(node, "comment", view.comment());
        text(node, "sql", view.written().sql());
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = NODES.objectNode();
        var writer = new PartWriter(table);
        ObjectNode columns = node.putObject("columns");
        for (Column column : table.columns()) {
            columns.set(column.name(), writer.column(column));
        }
        writer.parts(node);
        PartWriter.options(node, table.options());
        text(node, "comment", table.comment());
        return node;
    }

    private ObjectNode section(String name) {
        return (ObjectNode) document.get(name);
    }

    static void text(ObjectNode node, String field, Optional<String> text) {
        text.ifPresent(value -> node.put(field, value));
    }

    static void text(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
