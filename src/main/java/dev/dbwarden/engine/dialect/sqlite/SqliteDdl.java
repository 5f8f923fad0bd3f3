package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Spells definitions. */
final class SqliteDdl {
    private SqliteDdl() {}

    static Sql sql(String words) {
        return new Sql(Sqlite.QUOTING).words(words);
    }

    static Sql sql(String words, ObjectName name) {
        return sql(words).name(name.namespace(), name.name());
    }

    /** CREATE TABLE, with all that stands in it and without its indexes. */
    static String createTable(Table table) {
        var lines = new ArrayList<String>();
        PrimaryKey inline = table.primaryKey().filter(key -> isInline(table, key)).orElse(null);
        for (Column column : table.columns()) {
            lines.add(column(column, inline != null && inline.columns().getFirst().equals(column.name()) ? primaryKey(inline, column) : ""));
        }
        table.primaryKey().filter(key -> key != inline).ifPresent(key -> lines.add(constraint(key.name()).words("PRIMARY KEY").words(keyColumns(key.columns(), key.options()) + conflict(key.options())).toString()));
        for (Unique unique : table.uniques()) {
            lines.add(constraint(unique.name()).words("UNIQUE").words(keyColumns(unique.columns(), unique.options()) + conflict(unique.options())).toString());
        }
        for (Check check : table.checks()) {
            lines.add(constraint(check.name()).words("CHECK (" + check.condition().sql() + ")" + conflict(check.options())).toString());
        }
        for (ForeignKey key : table.foreignKeys()) {
            lines.add(foreignKey(key));
        }
        return sql("CREATE TABLE", table.name()).lines(lines).words(tableOptions(table)).toString();
    }

    /** A key of one column stands behind it: there AUTOINCREMENT has to be, and a key that is the rowid is seen at once. */
    private static boolean isInline(Table table, PrimaryKey key) {
        return key.columns().size() == 1 && !key.options().has("order") && table.column(key.columns().getFirst()).isPresent();
    }

    private static String primaryKey(PrimaryKey key, Column column) {
        String text = "PRIMARY KEY" + key.options().find("inline_order").map(order -> " " + order).orElse("") + conflict(key.options())
                + (column.options().has("autoincrement") ? " AUTOINCREMENT" : "");
        return constraint(key.name()).words(text).toString();
    }

    /** A column's line in CREATE TABLE, or what follows ADD COLUMN. */
    static String column(Column column, String primaryKey) {
        Sql sql = new Sql(Sqlite.QUOTING).name(column.name()).words(column.type().text());
        column.collation().ifPresent(collation -> sql.words("COLLATE").name(collation));
        sql.words(primaryKey);
        if (!column.nullable()) {
            sql.words("NOT NULL" + column.options().find("not_null_on_conflict").map(action -> " ON CONFLICT " + action).orElse(""));
        }
        column.defaultValue().ifPresent(value -> sql.words("DEFAULT " + (SqliteTexts.needsBrackets(value.sql()) ? "(" + value.sql() + ")" : value.sql())));
        column.generated().ifPresent(generated -> sql.words("GENERATED ALWAYS AS (" + generated.expression().sql() + ") " + (generated.stored() ? "STORED" : "VIRTUAL")));
        return sql.toString();
    }

    private static String foreignKey(ForeignKey key) {
        Sql sql = constraint(key.name()).words("FOREIGN KEY").names(key.columns()).words("REFERENCES").name(key.target().name());
        if (!key.targetColumns().isEmpty()) {
            sql.names(key.targetColumns());
        }
        key.options().find("match").ifPresent(match -> sql.words("MATCH " + match));
        if (!key.onDelete().equals(ForeignKey.NO_ACTION)) {
            sql.words("ON DELETE " + key.onDelete());
        }
        if (!key.onUpdate().equals(ForeignKey.NO_ACTION)) {
            sql.words("ON UPDATE " + key.onUpdate());
        }
        if (key.options().has("deferrable")) {
            sql.words(key.options().has("initially_deferred") ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
        }
        return sql.toString();
    }

    private static Sql constraint(String name) {
        var sql = new Sql(Sqlite.QUOTING);
        return name.isEmpty() ? sql : sql.words("CONSTRAINT").name(name);
    }

    private static String keyColumns(List<String> columns, Options options) {
        String[] order = options.find("order").map(text -> text.split(",", -1)).orElse(new String[0]);
        var keys = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            keys.add(new Sql(Sqlite.QUOTING).name(columns.get(i)).words(i < order.length ? order[i] : "").toString());
        }
        return new Sql(Sqlite.QUOTING).items(keys).toString();
    }

    private static String conflict(Options options) {
        return options.find("on_conflict").map(action -> " ON CONFLICT " + action).orElse("");
    }

    private static String tableOptions(Table table) {
        var options = new ArrayList<String>();
        if (table.options().has("without_rowid")) {
            options.add("WITHOUT ROWID");
        }
        if (table.options().has("strict")) {
            options.add("STRICT");
        }
        return String.join(", ", options);
    }

    /** CREATE INDEX as its author wrote it, which is what SQLite keeps; spelled out where there is nothing written or the table is called otherwise now. */
    static String createIndex(ObjectName table, Index index) {
        if (table.namespace().isEmpty() && SqliteWritten.isOn(table, index)) {
            return index.written().sql();
        }
        var keys = index.keys().stream().map(SqliteDdl::key).toList();
        Sql sql = sql(index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX").name(table.namespace(), index.name()).words("ON").name(table.name()).items(keys);
        index.where().ifPresent(where -> sql.words("WHERE " + where.sql()));
        return sql.toString();
    }

    private static String key(Index.Key key) {
        var sql = new Sql(Sqlite.QUOTING);
        return key.expression().map(expression -> sql.words("(" + expression.sql() + ")")).orElseGet(() -> sql.name(key.column()))
                .words(key.modifiers()).toString();
    }

    static String createView(View view) {
        if (view.written().isPresent()) {
            return view.written().sql();
        }
        Sql sql = sql("CREATE VIEW", view.name());
        if (!view.columns().isEmpty()) {
            sql.names(view.columns());
        }
        return sql.words("AS " + view.query().sql()).toString();
    }
}
