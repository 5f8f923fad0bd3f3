package dev.dbwarden.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The work of the benchmarks: a shop's schema of any number of tables before a change and after it.
 *
 * <p>A table has twelve columns, a primary key, a unique index, a plain index and a foreign key to an earlier table. The change gives
 * each tenth table a column, makes a column of each twentieth wider, takes an index from each twentieth, drops the last table and adds two.
 * ClickHouse's have no indexes and no keys but the order of their rows.
 */
record Workload(String dialect) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final IntPredicate NEVER = _ -> false;
    private static final String CLICKHOUSE = "clickhouse";

    /** What a dialect calls the types that PostgreSQL calls otherwise. */
    private static final Map<String, Map<String, String>> TYPES = Map.of(
            "mysql", Map.of("JSONB", "JSON", "TIMESTAMP", "DATETIME"),
            "mariadb", Map.of("JSONB", "JSON", "TIMESTAMP", "DATETIME"),
            "sqlite", Map.of("JSONB", "TEXT"),
            CLICKHOUSE, Map.of("JSONB", "String", "TIMESTAMP", "DateTime"));

    /** The model before the change. */
    ObjectNode before(int tables) {
        ObjectNode model = NODES.objectNode();
        ObjectNode all = model.putObject("tables");
        for (int i = 0; i < tables; i++) {
            all.set(name(i), table(i, NEVER, NEVER, NEVER));
        }
        return model;
    }

    /** The model after the change. */
    ObjectNode after(int tables) {
        ObjectNode model = NODES.objectNode();
        ObjectNode all = model.putObject("tables");
        for (int i = 0; i < tables - 1; i++) {
            all.set(name(i), table(i, every(10, 0), every(20, 1), every(20, 2)));
        }
        for (int i = tables; i < tables + 2; i++) {
            all.set(name(i), table(i, NEVER, NEVER, NEVER));
        }
        return model;
    }

    /** The table that the change drops; its like is added, so the service asks whether that is a rename. */
    static String dropped(int tables) {
        return name(tables - 1);
    }

    private static IntPredicate every(int stride, int offset) {
        return i -> i % stride == offset;
    }

    private static String name(int i) {
        return "orders_%05d".formatted(i);
    }

    private ObjectNode table(int i, IntPredicate gains, IntPredicate widens, IntPredicate loses) {
        ObjectNode table = NODES.objectNode();
        ObjectNode columns = table.putObject("columns");
        column(columns, "id", "BIGINT", false, "").put("primary_key", true);
        column(columns, "number", "VARCHAR(40)", false, "");
        column(columns, "customer", "TEXT", false, "");
        column(columns, "previous_id", "BIGINT", true, "");
        column(columns, "quantity", "INTEGER", false, "0");
        column(columns, "total", "NUMERIC(12, 2)", true, "");
        column(columns, "is_open", "BOOLEAN", false, "true");
        column(columns, "placed_at", "TIMESTAMP", false, "CURRENT_TIMESTAMP");
        column(columns, "details", "JSONB", true, "");
        column(columns, "remark", "VARCHAR(250)", true, "");
        column(columns, "state", "VARCHAR(30)", false, "'new'");
        column(columns, "attempts", widens.test(i) ? "BIGINT" : "INTEGER", false, "");
        if (gains.test(i)) {
            column(columns, "channel", "VARCHAR(100)", true, "");
        }
        if (dialect.equals(CLICKHOUSE)) {
            table.putObject("options").put("engine", "MergeTree").put("order_by", "id");
            return table;
        }
        keys(table, i, loses);
        return table;
    }

    private static void keys(ObjectNode table, int i, IntPredicate loses) {
        var indexes = table.putArray("indexes");
        indexes.addObject().put("name", "ux_" + name(i) + "_number").put("unique", true).putArray("columns").add("number");
        if (!loses.test(i)) {
            indexes.addObject().put("name", "ix_" + name(i) + "_state").putArray("columns").add("state");
        }
        if (i > 0) {
            ObjectNode key = table.putArray("foreign_keys").addObject().put("name", "fk_" + name(i) + "_previous");
            key.putArray("columns").add("previous_id");
            key.put("referenced_table", name(i / 2)).putArray("referenced_columns").add("id");
        }
    }

    private ObjectNode column(ObjectNode columns, String name, String type, boolean nullable, String value) {
        ObjectNode column = columns.putObject(name).put("type", TYPES.getOrDefault(dialect, Map.of()).getOrDefault(type, type)).put("nullable", nullable);
        if (!value.isEmpty()) {
            column.put("default", value);
        }
        return column;
    }
}
