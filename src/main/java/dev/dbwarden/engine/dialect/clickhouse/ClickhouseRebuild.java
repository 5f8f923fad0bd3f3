package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes tables anew: a new table, the rows of the old one, and an exchange of their names, after which the old one is dropped. The
 * exchange is one step for everybody else, and views that write to or read from the table go by its name (tried out with 26.5).
 * A table whose engine holds no rows is replaced.
 */
final class ClickhouseRebuild {
    /** What the name of a table begins with while it is made. */
    static final String PREFIX = "dbwarden_new_";

    private final ClickhouseDdl ddl;
    private final RebuildTables rebuild;

    ClickhouseRebuild(ClickhouseDdl ddl, RebuildTables rebuild) {
        this.ddl = ddl;
        this.rebuild = rebuild;
    }

    List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        for (int i = 0; i < rebuild.before().size(); i++) {
            statements.addAll(rebuilt(rebuild.before().get(i), rebuild.after().get(i)));
        }
        return statements;
    }

    private List<Statement> rebuilt(Table before, Table after) {
        if (!StorageEngine.of(before.options()).holdsRows() || !StorageEngine.of(after.options()).holdsRows()) {
            return List.of(statement(ddl.createTable("CREATE OR REPLACE TABLE", after, after.name())));
        }
        ObjectName fresh = after.name().withName(PREFIX + after.name().name());
        var statements = new ArrayList<Statement>();
        statements.add(statement(ddl.createTable("CREATE TABLE", after, fresh)));
        List<Column> copied = after.columns().stream().filter(column -> isWritable(column) && before.column(column.name()).filter(from -> !from.options().has("ephemeral")).isPresent()).toList();
        if (!copied.isEmpty()) {
            List<String> values = copied.stream().map(column -> value(before.column(column.name()).orElseThrow(), column)).toList();
            statements.add(statement(ClickhouseDdl.words("INSERT INTO").name(fresh.namespace(), fresh.name()).names(copied.stream().map(Column::name).toList())
                    .words("SELECT " + String.join(", ", values) + " FROM").name(before.name().namespace(), before.name().name()).toString()).rewriting(true));
        }
        statements.add(statement(ddl.on(ClickhouseDdl.words("EXCHANGE TABLES").name(fresh.namespace(), fresh.name()).words("AND").name(after.name().namespace(), after.name().name()), after.name()).toString()));
        statements.add(statement(ddl.sql("DROP TABLE", fresh, after.name()).toString()));
        return statements;
    }

    private static boolean isWritable(Column column) {
        return column.generated().isEmpty() && !column.options().has("ephemeral");
    }

    /** NULL gives way to the default where the column takes it no longer. */
    private static String value(Column from, Column to) {
        String name = new Sql(Clickhouse.QUOTING).name(from.name()).toString();
        if (!from.nullable() || to.nullable()) {
            return name;
        }
        String filling = to.defaultValue().map(value -> value.sql()).orElse("defaultValueOfTypeName(" + ClickhouseTokens.literal(to.type().text()) + ")");
        return "ifNull(" + name + ", " + filling + ")";
    }

    private static Statement statement(String sql) {
        return Statement.of(sql).outsideTransaction();
    }
}
