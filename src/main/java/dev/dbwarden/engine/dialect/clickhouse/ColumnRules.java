package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column in one spelling. Whether it takes NULL is part of its type ({@code Nullable(String)}), so that a model that says
 * {@code String} and nothing of NULL, which means that it does, gets the type that can; types that cannot stay as they are.
 */
final class ColumnRules {
    private static final Set<String> NEVER_NULL = Set.of("Array", "Map", "Tuple", "Nested", "AggregateFunction", "JSON", "Dynamic", "Variant", "Object", "Nothing", "Point", "Ring",
            "Polygon", "MultiPolygon", "LineString", "MultiLineString", "Geometry", "QBit");

    private ColumnRules() {}

    /** The column, or of a Nested one an array for each of its elements, which is what the server makes of it. */
    static List<Column> normal(Column column, Table table) {
        Column typed = column.withType(nullable(column, table));
        Column plain = options(typed.withNullable(takesNull(typed.type())));
        boolean whole = table.options().find(StatementExtras.SETTING + "flatten_nested").filter(value -> value.equals("0")).isPresent();
        return whole ? List.of(plain) : flattened(plain);
    }

    static boolean takesNull(DataType type) {
        return type.text().startsWith("Nullable(") || type.text().startsWith("LowCardinality(Nullable(");
    }

    private static DataType nullable(Column column, Table table) {
        DataType type = column.type();
        if (!column.nullable() && !isNull(column.defaultValue()) || takesNull(type) || NEVER_NULL.contains(type.name()) || isKey(column.name(), table) || type.text().startsWith("SimpleAggregateFunction(")) {
            return type;
        }
        return TypeSpelling.of(type.name().equals("LowCardinality") ? "LowCardinality(Nullable" + type.text().substring("LowCardinality".length()) + ")" : "Nullable(" + type.text() + ")");
    }

    /** The server makes a type Nullable for the default NULL (InterpretersCreateQuery.cpp). */
    private static boolean isNull(Optional<SqlText> value) {
        return value.filter(text -> text.canonical().equals("NULL")).isPresent();
    }

    private static boolean isKey(String column, Table table) {
        boolean primary = table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).contains(column);
        return primary || List.of("order_by", "primary_key", "partition_by", "sample_by").stream().flatMap(key -> table.options().find(key).stream())
                .anyMatch(text -> ClickhouseTokens.words(text).contains(column));
    }

    private static Column options(Column column) {
        Options options = column.options();
        for (var each : column.options().values().entrySet()) {
            String value = switch (each.getKey()) {
                case "codec" -> ClauseSpelling.of(each.getValue(), clause -> clause.codec(List.of(column.type())));
                case "ttl", "ephemeral" -> each.getValue().isEmpty() ? "" : ClauseSpelling.of(each.getValue(), ClauseSpelling::expression);
                case "statistics" -> ClauseSpelling.of(each.getValue(), ClauseSpelling::statistics);
                default -> each.getValue();
            };
            options = value.equals(each.getValue()) ? options : options.with(each.getKey(), value);
        }
        // A column without a codec and one with Default are the same to the server, which keeps the word.
        return options == column.options() ? column : column.withOptions(options);
    }

    static List<Column> flattened(Column column) {
        if (!column.type().name().equals("Nested")) {
            return List.of(column);
        }
        TokenStream in = ClickhouseTokens.of(column.type().text());
        var columns = new ArrayList<Column>();
        in.expect("Nested", "(");
        do {
            String name = in.next().value();
            DataType element = new TypeSpelling(in).type();
            columns.add(new Column(column.name() + "." + name, TypeSpelling.of("Array(" + element.text() + ")"), false, Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), column.comment(), column.options()));
        } while (in.accept(","));
        return columns;
    }

    /** The elements of a key in its one spelling. */
    static List<String> elements(String key) {
        if (key.equals("tuple()")) {
            return List.of();
        }
        if (!key.startsWith("(") || !key.endsWith(")")) {
            return List.of(key);
        }
        TokenStream in = ClickhouseTokens.of(key.substring(1, key.length() - 1));
        return in.list();
    }
}
