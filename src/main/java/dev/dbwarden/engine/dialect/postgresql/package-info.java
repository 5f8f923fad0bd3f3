/**
 * PostgreSQL, versions 13 to 18.
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.postgresql.Postgresql}. Facts cite the manual's chapters or the server's sources by function.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.postgresql;
