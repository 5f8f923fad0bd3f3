package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.service.document.Nodes;
import java.util.List;
import java.util.Optional;

/** Writes the objects of a schema as the entries of a snapshot. Names and order are fixed; what is absent is left out. */
final class SchemaWriter {
    /** The sections in their order. */
    static final List<String> SECTIONS = List.of("schemas", "extensions", "enums", "domains", "sequences", "tables", "views", "objects");

    private static final Nodes NODES = Nodes.INSTANCE;

    private SchemaWriter() {}

    /** The section that an object stands in, under its name, or in {@code objects} one after the other. */
    static String section(SchemaObject object) {
        return switch (object) {
            case Namespace _ -> "schemas";
            case Extension _ -> "extensions";
            case EnumType _ -> "enums";
            case Domain _ -> "domains";
            case Sequence _ -> "sequences";
            case Table _ -> "tables";
            case View _ -> "views";
            case DefinedObject _ -> "objects";
        };
    }

    static ObjectNode node(SchemaObject object) {
        ObjectNode node = NODES.objectNode();
        switch (object) {
            case Namespace(_, var options, var comment) -> {
                PartWriter.options(node, options);
                text(node, "comment", comment);
            }
            case Extension(_, var namespace) -> text(node, "schema", namespace);
            case EnumType(_, var labels, var comment) -> {
                PartWriter.texts(node, "labels", labels);
                text(node, "comment", comment);
            }
            case Domain domain -> domain(node, domain);
            case Sequence sequence -> sequence(node, sequence);
            case Table table -> table(node, table);
            case View view -> view(node, view);
            case DefinedObject(var kind, var name, var part, var definition) -> {
                node.put("kind", kind).put("name", name.toString());
                text(node, "part", part);
                node.put("definition", definition.sql());
            }
        }
        return node;
    }

    private static void domain(ObjectNode node, Domain domain) {
        node.put("type", domain.type().text());
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

    private static void sequence(ObjectNode node, Sequence sequence) {
        PartWriter.options(node, sequence.options());
        sequence.ownedBy().ifPresent(owner -> node.putObject("owned_by").put("table", owner.table().toString()).put("column", owner.column()));
        text(node, "comment", sequence.comment());
    }

    private static void view(ObjectNode node, View view) {
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

    private static void table(ObjectNode node, Table table) {
        var writer = new PartWriter(table);
        ObjectNode columns = node.putObject("columns");
        for (Column column : table.columns()) {
            columns.set(column.name(), writer.column(column));
        }
        writer.parts(node);
        PartWriter.options(node, table.options());
        text(node, "comment", table.comment());
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
