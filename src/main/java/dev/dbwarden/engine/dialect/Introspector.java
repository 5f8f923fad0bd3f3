package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads the catalog of a live database into a schema, in a constant number of queries, whatever the number of tables.
 *
 * <p>Law, held on real servers: {@code introspect(a database made from render(s)).schema() == s} for every normal schema {@code s}.
 */
public interface Introspector {
    /**
     * Reads what {@code scope} lets through, in one consistent view of the database. The connection is the caller's: it sets time-outs,
     * and rolls back and closes it afterwards. Nothing is written to the database, and no row of a user's table is read.
     *
     * @throws SQLException as the driver reports it
     */
    Introspection introspect(Connection connection, Scope scope) throws SQLException;

    /** How big the tables are, as the catalog says it without a look at them, in a constant number of queries. The connection is as after {@link #introspect}. */
    Map<ObjectName, TableStatistics> statistics(Connection connection, Scope scope) throws SQLException;
}
