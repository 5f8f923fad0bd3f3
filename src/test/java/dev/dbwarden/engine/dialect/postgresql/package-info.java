/** What no scenario shows of PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.postgresql;
