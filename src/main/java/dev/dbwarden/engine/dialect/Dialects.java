package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.dialect.clickhouse.Clickhouse;
import dev.dbwarden.engine.dialect.mariadb.Mariadb;
import dev.dbwarden.engine.dialect.mysql.Mysql;
import dev.dbwarden.engine.dialect.postgresql.Postgresql;
import dev.dbwarden.engine.dialect.sqlite.Sqlite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dialects that the service speaks. */
public final class Dialects {
    private static final List<Dialect> ALL = List.of(new Postgresql(), new Sqlite(), new Mysql(), new Mariadb(), new Clickhouse());

    private Dialects() {}

    public static List<Dialect> all() {
        return ALL;
    }

    /** The dialect of that name or alias, in any case. */
    public static Optional<Dialect> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(dialect -> dialect.name().equals(wanted) || dialect.aliases().contains(wanted)).findFirst();
    }
}
