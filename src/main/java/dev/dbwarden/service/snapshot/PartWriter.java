package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.service.document.Nodes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the parts of one table.
 *
 * <p>A reader of version 1.0 knows columns with {@code primary_key} and {@code unique}, and indexes with their columns; so these
 * are written too where the exact form, which rules, says more.
 */
final class PartWriter {
    private static final Nodes NODES = Nodes.INSTANCE;

    private final Table table;
    private final Set<String> primary;
    private final Set<String> unique = new HashSet<>();
    /** What is unique by constraints that are written out: where those are, a reader takes a column's flag for one of them. */
    private final Set<List<String>> spelled = new HashSet<>();

    PartWriter(Table table) {
        this.table = table;
        this.primary = table.primaryKey().map(key -> Set.copyOf(key.columns())).orElse(Set.of());
        for (Unique each : table.uniques()) {
            if (each.columns().size() == 1) {
                unique.add(each.columns().getFirst());
            }
            if (!isPlain(each.name(), each.columns(), each.options())) {
                spelled.add(each.columns());
            }
        }
    }

    ObjectNode column(Column column) {
        ObjectNode node = NODES.objectNode().put("type", column.type().text()).put("nullable", column.nullable());
        if (primary.contains(column.name())) {
            node.put("primary_key", true);
        }
        if (unique.contains(column.name())) {
            node.put("unique", true);
        }
        column.defaultValue().ifPresent(value -> node.put("default", value.sql()));
        column.identity().ifPresent(identity -> identity(node.putObject("identity"), identity));
        column.generated().ifPresent(generated -> node.putObject("generated").put("expression", generated.expression().sql()).put("stored", generated.stored()));
        SchemaWriter.text(node, "collation", column.collation());
        options(node, column.options());
        SchemaWriter.text(node, "comment", column.comment());
        return node;
    }

    private static void identity(ObjectNode node, Identity identity) {
        node.put("mode", identity.mode().name().toLowerCase(Locale.ROOT));
        if (!identity.sequence().equals(Identity.GENERATED_NAME)) {
            node.put("sequence", identity.sequence().toString());
        }
        options(node, identity.options());
    }

    void parts(ObjectNode node) {
        table.primaryKey().filter(PartWriter::saysMoreThanFlags).ifPresent(key -> node.set("primary_key", constraint(key.name(), key.columns(), key.options())));
        lists(node, List.of("uniques", "indexes", "foreign_keys", "checks", "exclusions"));
        for (TablePart part : table.parts()) {
            switch (part) {
                case Column _, PrimaryKey _ -> {}
                case Unique(var name, var columns, var options) when !isPlain(name, columns, options) || spelled.contains(columns) -> list(node, "uniques").add(constraint(name, columns, options));
                case Unique _ -> {}
                case Check check -> list(node, "checks").add(check(check));
                case Exclusion(var name, var definition) -> list(node, "exclusions").add(named(name).put("definition", definition.sql()));
                case ForeignKey key -> list(node, "foreign_keys").add(foreignKey(key));
                case Index index -> list(node, "indexes").add(index(index));
            }
        }
        List.of("uniques", "foreign_keys", "exclusions").forEach(field -> removeIfEmpty(node, field));
    }

    /** Whether a key has a name, an order of its columns or options, which the columns' flags cannot say. */
    private static boolean saysMoreThanFlags(PrimaryKey key) {
        return !isPlain(key.name(), key.columns(), key.options());
    }

    private static boolean isPlain(String name, List<String> columns, Options options) {
        return name.isEmpty() && columns.size() == 1 && options.isEmpty();
    }

    private static void lists(ObjectNode node, List<String> fields) {
        fields.forEach(node::putArray);
    }

    private static ArrayNode list(ObjectNode node, String field) {
        return (ArrayNode) node.get(field);
    }

    private static void removeIfEmpty(ObjectNode node, String field) {
        if (node.get(field).isEmpty()) {
            node.remove(field);
        }
    }

    private static ObjectNode constraint(String name, List<String> columns, Options options) {
        ObjectNode node = named(name);
        texts(node, "columns", columns);
        options(node, options);
        return node;
    }

    static ObjectNode check(Check check) {
        ObjectNode node = named(check.name()).put("expression", check.condition().sql());
        options(node, check.options());
        return node;
    }

    private static ObjectNode foreignKey(ForeignKey key) {
        ObjectNode node = named(key.name());
        texts(node, "columns", key.columns());
        node.put("referenced_table", key.target().toString());
        texts(node, "referenced_columns", key.targetColumns());
        if (!key.onDelete().equals(ForeignKey.NO_ACTION)) {
            node.put("on_delete", key.onDelete());
        }
        if (!key.onUpdate().equals(ForeignKey.NO_ACTION)) {
            node.put("on_update", key.onUpdate());
        }
        options(node, key.options());
        return node;
    }

    static ObjectNode index(Index index) {
        ObjectNode node = named(index.name());
        texts(node, "columns", index.columns());
        if (!index.keys().stream().allMatch(key -> key.equals(Index.Key.column(key.column())))) {
            ArrayNode keys = node.putArray("keys");
            index.keys().forEach(key -> keys.add(key(key)));
        }
        if (index.unique()) {
            node.put("unique", true);
        }
        SchemaWriter.text(node, "method", index.method());
        if (!index.include().isEmpty()) {
            texts(node, "include", index.include());
        }
        index.where().ifPresent(where -> node.put("where", where.sql()));
        options(node, index.options());
        SchemaWriter.text(node, "sql", index.written().sql());
        return node;
    }

    private static ObjectNode key(Index.Key key) {
        ObjectNode node = NODES.objectNode();
        SchemaWriter.text(node, "column", key.column());
        key.expression().ifPresent(expression -> node.put("expression", expression.sql()));
        SchemaWriter.text(node, "modifiers", key.modifiers());
        return node;
    }

    private static ObjectNode named(String name) {
        ObjectNode node = NODES.objectNode();
        SchemaWriter.text(node, "name", name);
        return node;
    }

    static void options(ObjectNode node, Options options) {
        if (!options.isEmpty()) {
            ObjectNode values = node.putObject("options");
            options.values().forEach(values::put);
        }
    }

    static void texts(ObjectNode node, String field, List<String> texts) {
        ArrayNode list = node.putArray(field);
        texts.forEach(list::add);
    }
}
