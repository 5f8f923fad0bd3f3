package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import java.util.List;
import java.util.regex.Pattern;

/** SQLAlchemy's spelling for MySQL and MariaDB. */
final class MysqlRules extends DialectRules {
    private static final Pattern PLAIN = Pattern.compile("^\\s*['\"(]|ON UPDATE|^(now|current_timestamp)\\(\\d*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPOUND = Pattern.compile("\\W");

    private final List<String> optionNames;

    MysqlRules(Dialect dialect, DialectNames names) {
        super(dialect);
        this.optionNames = names.all();
    }

    @Override
    List<String> optionNames() {
        return optionNames;
    }

    @Override
    String prefix() {
        return "mysql";
    }

    @Override
    int longestName() {
        return 64;
    }

    @Override
    String defaultValue(String sql) {
        return !PLAIN.matcher(sql).find() && COMPOUND.matcher(sql).find() ? "(" + sql + ")" : sql;
    }
}
