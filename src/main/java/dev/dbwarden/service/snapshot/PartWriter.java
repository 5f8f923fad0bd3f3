package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the parts of one table.
 *
 * <p>A reader of version 1.0 knows columns with {@code primary_key} and {@code unique}, and indexes with their columns; so these
 * are written too where the exact form, which rules, says more.
 */
final class PartWriter {
    private final JsonText text;
    private final Table table;
    private final Set<String> primary;
    private final Set<String> unique = new HashSet<>();
    /** What is unique by constraints that are written out: where those are, a reader takes a column's flag for one of them. */
    private final Set<List<String>> spelled = new HashSet<>();

    PartWriter(JsonText text, Table table) {
        this.text = text;
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

    void columns() {
        text.member("columns").open('{', true);
        table.columns().forEach(this::column);
        text.close('}');
    }

    private void column(Column column) {
        text.named(column.name()).open('{', false).put("type", column.type().text()).put("nullable", column.nullable());
        if (primary.contains(column.name())) {
            text.put("primary_key", true);
        }
        if (unique.contains(column.name())) {
            text.put("unique", true);
        }
        column.defaultValue().ifPresent(value -> text.put("default", value.sql()));
        column.identity().ifPresent(this::identity);
        column.generated().ifPresent(generated -> text.member("generated").open('{', false).put("expression", generated.expression().sql()).put("stored", generated.stored()).close('}'));
        text.put("collation", column.collation());
        options(text, column.options());
        text.put("comment", column.comment()).close('}');
    }

    private void identity(Identity identity) {
        text.member("identity").open('{', false).put("mode", identity.mode().name().toLowerCase(Locale.ROOT));
        if (!identity.sequence().equals(Identity.GENERATED_NAME)) {
            text.put("sequence", identity.sequence().toString());
        }
        options(text, identity.options());
        text.close('}');
    }

    void parts() {
        table.primaryKey().filter(PartWriter::saysMoreThanFlags).ifPresent(key -> {
            text.member("primary_key").open('{', false);
            constraint(key.name(), key.columns(), key.options());
            text.close('}');
        });
        listUnlessEmpty("uniques", table.uniques().stream().filter(this::isSpelled).toList(), key -> constraint(key.name(), key.columns(), key.options()));
        list(text, "indexes", true, table.indexes(), index -> index(text, index));
        listUnlessEmpty("foreign_keys", table.foreignKeys(), this::foreignKey);
        list(text, "checks", true, table.checks(), check -> check(text, check));
        listUnlessEmpty("exclusions", table.parts().all(Exclusion.class), exclusion -> text.putUnlessEmpty("name", exclusion.name()).put("definition", exclusion.definition().sql()));
    }

    /** Whether a key has a name, an order of its columns or options, which the columns' flags cannot say. */
    private static boolean saysMoreThanFlags(PrimaryKey key) {
        return !isPlain(key.name(), key.columns(), key.options());
    }

    private boolean isSpelled(Unique key) {
        return !isPlain(key.name(), key.columns(), key.options()) || spelled.contains(key.columns());
    }

    private static boolean isPlain(String name, List<String> columns, Options options) {
        return name.isEmpty() && columns.size() == 1 && options.isEmpty();
    }

    private <T> void listUnlessEmpty(String field, List<T> items, Consumer<T> members) {
        if (!items.isEmpty()) {
            list(text, field, true, items, members);
        }
    }

    /** Objects, each with its members. */
    static <T> void list(JsonText text, String field, boolean isBroken, List<T> items, Consumer<T> members) {
        text.member(field).open('[', isBroken);
        for (T item : items) {
            text.member().open('{', false);
            members.accept(item);
            text.close('}');
        }
        text.close(']');
    }

    private void constraint(String name, List<String> columns, Options options) {
        text.putUnlessEmpty("name", name).put("columns", columns);
        options(text, options);
    }

    static void check(JsonText text, Check check) {
        text.putUnlessEmpty("name", check.name()).put("expression", check.condition().sql());
        options(text, check.options());
    }

    private void foreignKey(ForeignKey key) {
        text.putUnlessEmpty("name", key.name()).put("columns", key.columns()).put("referenced_table", key.target().toString()).put("referenced_columns", key.targetColumns());
        if (!key.onDelete().equals(ForeignKey.NO_ACTION)) {
            text.put("on_delete", key.onDelete());
        }
        if (!key.onUpdate().equals(ForeignKey.NO_ACTION)) {
            text.put("on_update", key.onUpdate());
        }
        options(text, key.options());
    }

    static void index(JsonText text, Index index) {
        text.putUnlessEmpty("name", index.name()).put("columns", index.columns());
        if (!index.keys().stream().allMatch(key -> key.equals(Index.Key.column(key.column())))) {
            list(text, "keys", false, index.keys(), key -> key(text, key));
        }
        if (index.unique()) {
            text.put("unique", true);
        }
        text.putUnlessEmpty("method", index.method());
        if (!index.include().isEmpty()) {
            text.put("include", index.include());
        }
        text.put("where", index.where().map(SqlText::sql));
        options(text, index.options());
        text.putUnlessEmpty("sql", index.written().sql());
    }

    private static void key(JsonText text, Index.Key key) {
        text.putUnlessEmpty("column", key.column()).put("expression", key.expression().map(SqlText::sql)).putUnlessEmpty("modifiers", key.modifiers());
    }

    static void options(JsonText text, Options options) {
        if (!options.isEmpty()) {
            text.member("options").open('{', false);
            options.values().forEach((name, value) -> text.named(name).string(value));
            text.close('}');
        }
    }
}
