package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that stand in their table twice, under an old and a new name.
 *
 * @param columns the new names by the old ones, by table
 */
record Twins(Map<ObjectName, Map<String, String>> columns, Optional<Twinning> twinning) {

    /** The new names of the columns of a table, by the old ones. */
    Map<String, String> of(ObjectName table) {
        return columns.getOrDefault(table, Map.of());
    }

    /** The same where tables have other names. */
    Twins under(Map<ObjectName, ObjectName> tables) {
        var renamed = new LinkedHashMap<ObjectName, Map<String, String>>();
        columns.forEach((table, twins) -> renamed.put(tables.getOrDefault(table, table), twins));
        return new Twins(renamed, twinning);
    }

    /** The DDL that makes them follow each other in a schema that has both. */
    String following(Schema schema) {
        var script = new StringBuilder();
        columns.forEach((table, twins) -> script.append(twinning.orElseThrow().following(schema.table(table).orElseThrow(), twins)));
        return script.toString();
    }

    /** What gives each its values from the other. */
    Map<Ref, List<Statement>> fills(Schema schema) {
        var fills = new HashMap<Ref, List<Statement>>();
        columns.forEach((name, twins) -> twins.forEach((from, to) -> {
            Table table = schema.table(name).orElseThrow();
            fills.put(Ref.column(name, to), twinning.orElseThrow().fill(table, to, from));
            fills.put(Ref.column(name, from), twinning.orElseThrow().fill(table, from, to));
        }));
        return fills;
    }

    /**
     * A schema that has the new ones, and the old ones besides as they are in {@code old}, without anything that is asked of them. Nor have they a
     * default, which the rows that are there would get instead of their twins' values.
     */
    Schema beside(Schema schema, Schema old, Map<ObjectName, ObjectName> oldNames) {
        var editor = new SchemaEditor(schema);
        columns.forEach((table, twins) -> twins.keySet().forEach(from -> {
            Column column = old.table(oldNames.getOrDefault(table, table)).flatMap(each -> each.column(from)).orElseThrow();
            editor.edit(table, parts -> parts.with(column.withDefault(Optional.empty())));
        }));
        return editor.schema();
    }
}
