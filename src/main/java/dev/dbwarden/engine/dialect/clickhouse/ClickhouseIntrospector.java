package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;

/** Placeholder until the statements are read. */
final class ClickhouseIntrospector implements Introspector {
    ClickhouseIntrospector(Clickhouse dialect) {}

    @Override
    public Introspection introspect(Connection connection, Scope scope) throws SQLException {
        throw new SQLException("not yet");
    }
}
