/** Tests of the SQLite dialect, on values and on real SQLite. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.sqlite;
