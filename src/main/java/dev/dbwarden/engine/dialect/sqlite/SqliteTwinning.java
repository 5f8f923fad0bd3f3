package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Triggers after a row was written, which write it again: one before cannot change the row (sqlite.org/lang_createtrigger.html). Values are
 * compared as they are, for a collation may take two texts for one.
 */
final class SqliteTwinning implements Twinning {
    @Override
    public String following(Table table, Map<String, String> twins) {
        String same = table.options().has("without_rowid") ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).stream()
                .map(key -> quoted(key) + " = NEW." + quoted(key)).collect(Collectors.joining(" AND ")) : "rowid = NEW.rowid";
        var script = new StringBuilder();
        twins.forEach((old, young) -> {
            String from = quoted(old);
            String to = quoted(young);
            script.append(trigger(table, "insert_" + old, "INSERT", "", "%2$s = coalesce(NEW.%2$s, NEW.%1$s), %1$s = coalesce(NEW.%2$s, NEW.%1$s)".formatted(from, to), same));
            script.append(trigger(table, "update_" + young, "UPDATE OF " + to, differs(to), from + " = NEW." + to, same));
            script.append(trigger(table, "update_" + old, "UPDATE OF " + from, "NOT (" + differs(to) + ") AND " + differs(from), to + " = NEW." + from, same));
        });
        return script.toString();
    }

    private static String trigger(Table table, String what, String event, String when, String set, String row) {
        Sql sql = new Sql(Sqlite.QUOTING).words("CREATE TRIGGER").name("dbwarden_" + table.name().name() + "_" + what).words("AFTER " + event + " ON").name(table.name().name()).words("FOR EACH ROW");
        sql.words(when.isEmpty() ? "" : "WHEN " + when);
        return sql.words("BEGIN\n    UPDATE").name(table.name().name()).words("SET " + set + " WHERE " + row + ";\nEND;\n").toString();
    }

    private static String differs(String column) {
        return "NEW." + column + " COLLATE BINARY IS NOT OLD." + column;
    }

    /** At once: there is one writer at a time in any case. */
    @Override
    public List<Statement> fill(Table table, String column, String twin) {
        String update = "UPDATE " + quoted(table.name().name()) + " SET " + quoted(column) + " = " + quoted(twin) + " WHERE " + quoted(column) + " IS NULL AND " + quoted(twin) + " IS NOT NULL";
        return List.of(Statement.of(update).scanning(true));
    }

    private static String quoted(String name) {
        return Sqlite.QUOTING.name(name);
    }
}
