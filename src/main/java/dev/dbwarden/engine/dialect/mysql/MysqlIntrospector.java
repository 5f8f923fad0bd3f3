package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a live database. */
final class MysqlIntrospector implements Introspector {
    private final Mysql dialect;
    private final Variant variant;

    MysqlIntrospector(Mysql dialect, Variant variant) {
        this.dialect = dialect;
        this.variant = variant;
    }

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        throw new SQLException("not yet " + dialect.name() + variant.name());
    }
}
