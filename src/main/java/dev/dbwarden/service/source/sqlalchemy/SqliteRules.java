package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import java.util.Set;
import java.util.regex.Pattern;

/** SQLAlchemy's spelling for SQLite. */
final class SqliteRules extends DialectRules {
    private static final Pattern QUOTED = Pattern.compile("^\\s*['\"(]");
    private static final Pattern COMPOUND = Pattern.compile("\\W");

    /** Of {@code sqlalchemy.dialects.sqlite.base.SQLiteIdentifierPreparer.reserved_words}; an index keeps its text in SQLite. */
    private static final Set<String> QUOTED_TOO = Set.of("""
            after analyze asc attach before begin by cascade column conflict database deferred desc detach each end exclusive explain fail for
            glob ignore immediate initially instead key like match of offset plan pragma query reindex rename replace restrict rollback row temp
            temporary trigger vacuum view virtual
            """.strip().split("\\s+"));

    SqliteRules(Dialect dialect) {
        super(dialect);
    }

    @Override
    int longestName() {
        return Integer.MAX_VALUE;
    }

    @Override
    Set<String> quotedToo() {
        return QUOTED_TOO;
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
