package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import java.util.regex.Pattern;

/** SQLAlchemy's spelling for SQLite. */
final class SqliteRules extends DialectRules {
    private static final Pattern QUOTED = Pattern.compile("^\\s*['\"(]");
    private static final Pattern COMPOUND = Pattern.compile("\\W");

    SqliteRules(Dialect dialect) {
        super(dialect);
    }

    @Override
    int longestName() {
        return Integer.MAX_VALUE;
    }

    @Override
    boolean alters() {
        return false;
    }

    /** Schemas are files of their own in SQLite. */
    @Override
    boolean canRefer(TableModel from, TableModel to) {
        return from.schema().equals(to.schema());
    }

    @Override
    String referred(TableModel table) {
        return names().name(table.name(), table.nameText());
    }

    @Override
    String truth(boolean is) {
        return is ? "1" : "0";
    }

    @Override
    String now() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    String bare(String function) {
        return function.equals("localtimestamp") ? "DATETIME(CURRENT_TIMESTAMP, 'localtime')" : super.bare(function);
    }

    @Override
    String defaultValue(String sql) {
        return !QUOTED.matcher(sql).find() && COMPOUND.matcher(sql).find() ? "(" + sql + ")" : sql;
    }
}
