package dev.dbwarden.engine.dialect.mariadb;

import dev.dbwarden.engine.dialect.mysql.Mysql;

/** The dialect of MariaDB. */
public final class Mariadb extends Mysql {
    public Mariadb() {
        super(new MariadbVariant());
    }
}
