package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.List;
import java.util.Map;

/** Writes the objects of a schema into the text of a snapshot. Names and order are fixed; what is absent is left out. */
final class SchemaWriter {
    /** The sections in their order. */
    static final List<String> SECTIONS = List.of("schemas", "extensions", "enums", "domains", "sequences", "tables", "views", "objects");

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

    /** The members of an object's entry. */
    static void write(JsonText text, SchemaObject object, Map<ObjectName, Sizes> sizes) {
        switch (object) {
            case Namespace(_, var options, var comment) -> {
                PartWriter.options(text, options);
                text.put("comment", comment);
            }
            case Extension(_, var namespace) -> text.putUnlessEmpty("schema", namespace);
            case EnumType(_, var labels, var comment) -> text.put("labels", labels).put("comment", comment);
            case Domain domain -> domain(text, domain);
            case Sequence sequence -> sequence(text, sequence);
            case Table table -> {
                table(text, table);
                if (sizes.containsKey(table.name())) {
                    sizes.get(table.name()).write(text);
                }
            }
            case View view -> view(text, view);
            case DefinedObject(var kind, var name, var part, var definition) ->
                    text.put("kind", kind).put("name", name.toString()).putUnlessEmpty("part", part).put("definition", definition.sql());
        }
    }

    private static void domain(JsonText text, Domain domain) {
        text.put("type", domain.type().text());
        if (!domain.nullable()) {
            text.put("nullable", false);
        }
        text.put("default", domain.defaultValue().map(SqlText::sql)).put("collation", domain.collation());
        if (!domain.checks().isEmpty()) {
            PartWriter.list(text, "checks", false, domain.checks(), check -> PartWriter.check(text, check));
        }
        text.put("comment", domain.comment());
    }

    private static void sequence(JsonText text, Sequence sequence) {
        PartWriter.options(text, sequence.options());
        sequence.ownedBy().ifPresent(owner -> text.member("owned_by").open('{', false).put("table", owner.table().toString()).put("column", owner.column()).close('}'));
        text.put("comment", sequence.comment());
    }

    private static void view(JsonText text, View view) {
        if (view.materialized()) {
            text.put("materialized", true);
        }
        if (!view.columns().isEmpty()) {
            text.put("columns", view.columns());
        }
        text.put("query", view.query().sql());
        List<Index> indexes = view.parts().all(Index.class);
        if (!indexes.isEmpty()) {
            PartWriter.list(text, "indexes", true, indexes, index -> PartWriter.index(text, index));
        }
        PartWriter.options(text, view.options());
        text.put("comment", view.comment()).putUnlessEmpty("sql", view.written().sql());
    }

    private static void table(JsonText text, Table table) {
        var writer = new PartWriter(text, table);
        writer.columns();
        writer.parts();
        PartWriter.options(text, table.options());
        text.put("comment", table.comment());
    }
}
