/**
 * MySQL 8 and 9, and what MariaDB has in common with them.
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.mysql.Mysql}; what the servers do differently is a {@link dev.dbwarden.engine.dialect.mysql.Variant}.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.mysql;
