package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes tables anew with their rows, together with all tables that refer to them.
 *
 * <p>The usual recipe (sqlite.org/lang_altertable.html#otheralter) begins with {@code PRAGMA foreign_keys=OFF}, which does nothing
 * inside a transaction; then DROP TABLE deletes the rows first and {@code ON DELETE CASCADE} empties the children. Here a table is
 * only dropped when no row refers to it any more: the new tables refer to each other, children are dropped before parents, and
 * RENAME takes the references along (since 3.26, with or without foreign keys enforced). So it is safe in every mode. In circles
 * {@code defer_foreign_keys} holds back the checks, those of RESTRICT too, until all are renamed.
 *
 * <p>Triggers and views over the tables are dropped before and made again after by steps of their own.
 */
final class SqliteRebuild {
    /** What the name of a table begins with while it is made; no table of a schema may. */
    static final String PREFIX = "dbwarden_new_";
    private static final String SAVEPOINT = "dbwarden_rebuild";

    private final List<Table> before;
    private final List<Table> after;
    private final Map<ObjectName, ObjectName> fresh = new HashMap<>();
    private final List<Integer> parentsFirst;
    private final List<Statement> statements = new ArrayList<>();

    SqliteRebuild(RebuildTables change) {
        before = change.before();
        after = change.after();
        after.forEach(table -> fresh.put(table.name(), table.name().withName(PREFIX + table.name().name())));
        parentsFirst = SqliteReferences.parentsFirst(after);
    }

    List<Statement> statements() {
        add("SAVEPOINT " + SAVEPOINT);
        add("PRAGMA defer_foreign_keys = ON");
        add("PRAGMA legacy_alter_table = OFF");
        parentsFirst.forEach(i -> add(SqliteDdl.createTable(temporary(after.get(i)))));
        for (int i : parentsFirst) {
            new SqliteRowCopy(before.get(i), after.get(i), fresh.get(after.get(i).name())).statements()
                    .forEach(sql -> statements.add(Statement.of(sql).rewriting(true)));
        }
        SqliteReferences.parentsFirst(before).reversed().forEach(i -> add(SqliteDdl.sql("DROP TABLE", before.get(i).name()).toString()));
        for (int i : parentsFirst) {
            Table table = after.get(i);
            add(SqliteDdl.sql("ALTER TABLE", fresh.get(table.name())).words("RENAME TO").name(table.name().name()).toString());
        }
        after.forEach(table -> table.indexes().forEach(index -> add(SqliteDdl.createIndex(table.name(), index))));
        add("RELEASE " + SAVEPOINT);
        return statements;
    }

    private void add(String sql) {
        statements.add(Statement.of(sql));
    }

    /** The table under its temporary name, referring to the temporary names of the others. */
    private Table temporary(Table table) {
        return table.withName(fresh.get(table.name())).withParts(table.parts().map(part ->
                part instanceof ForeignKey key && fresh.containsKey(key.target()) ? key.withTarget(fresh.get(key.target()), key.targetColumns()) : part));
    }
}
