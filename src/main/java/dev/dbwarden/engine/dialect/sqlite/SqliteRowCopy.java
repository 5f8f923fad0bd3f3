package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies the rows of a table into the one that takes its place. */
final class SqliteRowCopy {
    private final Table before;
    private final Table after;
    private final ObjectName fresh;

    SqliteRowCopy(Table before, Table after, ObjectName fresh) {
        this.before = before;
        this.after = after;
        this.fresh = fresh;
    }

    List<String> statements() {
        var targets = new ArrayList<String>();
        var sources = new ArrayList<String>();
        rowid().ifPresent(alias -> {
            targets.add(alias);
            sources.add(alias);
        });
        for (Column column : after.columns()) {
            Optional<Column> source = column.generated().isPresent() ? Optional.empty() : source(column.name());
            source.ifPresent(from -> {
                targets.add(name(column.name()));
                sources.add(value(from, column));
            });
        }
        var statements = new ArrayList<String>();
        if (!targets.isEmpty()) {
            statements.add(SqliteDdl.sql("INSERT INTO", fresh).items(targets).words("SELECT " + String.join(", ", sources) + " FROM")
                    .name(before.name().namespace(), before.name().name()).toString());
        }
        if (numbered(before) && numbered(after)) {
            statements.add(SqliteDdl.sql("DELETE FROM sqlite_sequence WHERE name =").literal(fresh.name()).toString());
            statements.add(SqliteDdl.sql("INSERT INTO sqlite_sequence (name, seq) SELECT").literal(fresh.name()).words(", seq FROM sqlite_sequence WHERE name =")
                    .literal(before.name().name()).toString());
        }
        return statements;
    }

    private Optional<Column> source(String name) {
        return SqliteSchemaRules.column(before, name).flatMap(before::column);
    }

    /** Rows without a value take the default where the column becomes NOT NULL and has one. */
    private static String value(Column from, Column to) {
        boolean filled = from.nullable() && !to.nullable() && to.defaultValue().filter(value -> isValue(value.sql())).isPresent();
        String name = name(from.name());
        return filled ? "ifnull(" + name + ", " + to.defaultValue().get().sql() + ")" : name;
    }

    /** A word in a default is a literal in DDL and a column in a query. */
    private static boolean isValue(String defaultValue) {
        List<Token> tokens = Lexer.tokens(defaultValue, Sqlite.LEXICON);
        Token first = tokens.getFirst();
        return tokens.size() > 1 || first.type() == Token.Type.NUMBER || first.type() == Token.Type.STRING
                || Stream.of("TRUE", "FALSE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME").anyMatch(first::is);
    }

    /**
     * The name of the rowid, where rows have one that no column holds: what refers to it from outside (a full-text index over this
     * table's content) still finds its row.
     */
    private Optional<String> rowid() {
        if (hasNoRowid(before) || hasNoRowid(after) || alias(after).filter(column -> source(column).isPresent()).isPresent()) {
            return Optional.empty();
        }
        return Stream.of("rowid", "_rowid_", "oid").filter(name -> Stream.concat(before.columns().stream(), after.columns().stream())
                .noneMatch(column -> column.name().equalsIgnoreCase(name))).findFirst();
    }

    private static boolean hasNoRowid(Table table) {
        return table.options().has("without_rowid");
    }

    /** The column that is another name of the rowid. */
    private static Optional<String> alias(Table table) {
        return table.primaryKey().filter(key -> key.columns().size() == 1 && !key.options().has("inline_order")).map(key -> key.columns().getFirst())
                .filter(name -> table.column(name).filter(column -> column.type().canonical().equals("INTEGER")).isPresent());
    }

    private static boolean numbered(Table table) {
        return table.columns().stream().anyMatch(column -> column.options().has("autoincrement"));
    }

    private static String name(String name) {
        return new Sql(Sqlite.QUOTING).name(name).toString();
    }
}
