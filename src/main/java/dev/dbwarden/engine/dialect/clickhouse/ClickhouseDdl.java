package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells definitions. */
final class ClickhouseDdl {
    private final StatementExtras extras;

    ClickhouseDdl(StatementExtras extras) {
        this.extras = extras;
    }

    static Sql words(String words) {
        return new Sql(Clickhouse.QUOTING).words(words);
    }

    static String name(ObjectName name) {
        return new Sql(Clickhouse.QUOTING).name(name.namespace(), name.name()).toString();
    }

    /** A statement about an object, on the object's cluster. */
    Sql sql(String words, ObjectName name) {
        return sql(words, name, name);
    }

    /** A statement about an object that has another name meanwhile. */
    Sql sql(String words, ObjectName name, ObjectName meant) {
        Sql sql = words(words).name(name.namespace(), name.name());
        return on(sql, meant);
    }

    Sql on(Sql sql, ObjectName meant) {
        extras.cluster(meant).ifPresent(cluster -> sql.words("ON CLUSTER").name(cluster));
        return sql;
    }

    /** CREATE TABLE under a name, with all its parts. */
    String createTable(String words, Table table, ObjectName name) {
        var lines = new ArrayList<String>();
        table.columns().forEach(column -> lines.add(column(column)));
        table.indexes().forEach(index -> lines.add(index(index).toString()));
        table.checks().forEach(check -> lines.add(check(check).toString()));
        Sql sql = sql(words, name, table.name()).lines(lines);
        clauses(sql, table.options(), extras.settings(table.name()).entrySet().stream().map(each -> each.getKey() + " = " + each.getValue()).toList());
        table.comment().ifPresent(comment -> sql.words("COMMENT").literal(comment));
        return sql.toString();
    }

    private static void clauses(Sql sql, Options options, List<String> statementSettings) {
        options.find(TableOptions.ENGINE).ifPresent(engine -> sql.words("ENGINE = " + engine));
        clause(sql, "PARTITION BY", options.find(TableOptions.PARTITION_BY));
        clause(sql, "PRIMARY KEY", options.find(TableOptions.PRIMARY_KEY));
        clause(sql, "ORDER BY", options.find(TableOptions.ORDER_BY).map(ClickhouseDdl::key));
        clause(sql, "SAMPLE BY", options.find(TableOptions.SAMPLE_BY));
        clause(sql, "TTL", options.find(TableOptions.TTL));
        var settings = new ArrayList<String>();
        options.values().forEach((name, value) -> {
            if (name.startsWith(TableOptions.SETTING)) {
                settings.add(name.substring(TableOptions.SETTING.length()) + " = " + value);
            }
        });
        settings.addAll(statementSettings);
        if (!settings.isEmpty()) {
            sql.words("SETTINGS " + String.join(", ", settings));
        }
    }

    private static void clause(Sql sql, String words, Optional<String> value) {
        value.ifPresent(text -> sql.words(words + " " + text));
    }

    /** A key with one descending element needs its brackets. */
    private static String key(String key) {
        return key.endsWith(" DESC") && !key.startsWith("(") ? "(" + key + ")" : key;
    }

    /** A column's line in CREATE TABLE, or what follows ADD COLUMN and MODIFY COLUMN. */
    static String column(Column column) {
        Sql sql = new Sql(Clickhouse.QUOTING).name(column.name()).words(column.type().text());
        value(column).ifPresent(sql::words);
        column.comment().ifPresent(comment -> sql.words("COMMENT").literal(comment));
        column.options().find("codec").ifPresent(codec -> sql.words("CODEC(" + codec + ")"));
        column.options().find("statistics").ifPresent(statistics -> sql.words("STATISTICS(" + statistics + ")"));
        column.options().find("ttl").ifPresent(ttl -> sql.words("TTL " + ttl));
        column.options().find("settings").ifPresent(settings -> sql.words("SETTINGS (" + settings + ")"));
        return sql.toString();
    }

    /** What a column's value comes from where a row does not bring it. */
    static Optional<String> value(Column column) {
        return column.defaultValue().map(value -> "DEFAULT " + text(value))
                .or(() -> column.generated().map(generated -> (generated.stored() ? "MATERIALIZED " : "ALIAS ") + text(generated.expression())))
                .or(() -> column.options().find("ephemeral").map(value -> ("EPHEMERAL " + value).strip()));
    }

    private static String text(SqlText text) {
        return text.sql();
    }

    static Sql index(Index index) {
        List<String> keys = index.keys().stream().map(ClickhouseDdl::key).toList();
        String expression = keys.size() == 1 ? keys.getFirst() : "(" + String.join(", ", keys) + ")";
        Sql sql = words("INDEX").name(index.name()).words(expression).words("TYPE " + type(index));
        index.options().find(TableReader.GRANULARITY).ifPresent(granularity -> sql.words("GRANULARITY " + granularity));
        return sql;
    }

    private static String type(Index index) {
        String type = index.method().isEmpty() ? "minmax" : index.method();
        return index.written().sql().equals(type + "()") ? index.written().sql() : type;
    }

    private static String key(Index.Key key) {
        return key.expression().map(SqlText::sql).orElseGet(() -> new Sql(Clickhouse.QUOTING).name(key.column()).toString());
    }

    static Sql check(Check check) {
        return words("CONSTRAINT").name(check.name()).words(check.options().has(TableReader.ASSUME) ? "ASSUME" : "CHECK").words(check.condition().sql());
    }

    String createView(String words, View view) {
        Options options = view.options();
        Sql sql = sql(words, view.name());
        clause(sql, "REFRESH", options.find(ViewReader.REFRESH));
        clause(sql, "TO", options.find(ViewReader.TO).map(ObjectName::parse).map(ClickhouseDdl::name));
        String written = view.written().sql();
        String action = written.endsWith(ViewReader.POPULATE) ? ViewReader.POPULATE : written.endsWith("EMPTY") ? "EMPTY" : "";
        sql.words(written.substring(0, written.length() - action.length()).strip());
        clauses(sql, options, List.of());
        sql.words(action);
        clause(sql, "DEFINER =", options.find(ViewReader.DEFINER));
        clause(sql, "SQL SECURITY", options.find(ViewReader.SECURITY));
        view.comment().ifPresent(comment -> sql.words("COMMENT").literal(comment));
        return sql.words("AS " + view.query().sql()).toString();
    }
}
