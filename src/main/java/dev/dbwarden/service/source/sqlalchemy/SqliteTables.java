package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;

/** Options of tables in SQLite. */
final class SqliteTables {
    private SqliteTables() {}

    static boolean countsUp(TableModel table) {
        return table.option("sqlite_autoincrement").filter(new Value.Truth(true)::equals).isPresent();
    }

    static String options(TableModel table) {
        boolean without = new Value.Truth(false).equals(table.options().get("sqlite_with_rowid"));
        boolean strict = new Value.Truth(true).equals(table.options().get("sqlite_strict"));
        return (without ? " WITHOUT ROWID" : "") + (without && strict ? "," : "") + (strict ? " STRICT" : "");
    }
}
