/**
 * SQL as text: tokens, quoting, escaping, the canonical spelling of expressions.
 *
 * <p>Start at {@link dev.dbwarden.engine.sql.Lexer} to read and {@link dev.dbwarden.engine.sql.Sql} to write. Knows no schema.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.sql;
