package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Scope;
import java.time.Duration;

/**
 * A database that the configuration names, and that can be asked.
 *
 * @param scope   what of it is exported
 * @param limit   how long it may take to answer
 * @param scratch whether databases may be created on its server
 */
public record RegisteredDatabase(String name, Dialect dialect, Scope scope, Duration limit, boolean scratch, Connector connector, Pool pool) {
    /** Whether it is divided in schemas, which a filter can name. */
    public boolean hasSchemas() {
        return connector.url().driver().hasSchemas();
    }

    @Override
    public String toString() {
        return name;
    }
}
