/**
 * The registered databases: pools, introspection of live schemas, scratch databases. The only package that opens connections.
 *
 * <p>Start at {@link dev.dbwarden.service.database.Databases}. Knows nothing of callers; what a driver says never leaves it.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.database;
