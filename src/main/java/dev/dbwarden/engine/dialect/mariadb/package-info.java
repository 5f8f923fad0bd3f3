/**
 * MariaDB 10.6 to 11, where it is not like MySQL.
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.mariadb.Mariadb}. Builds on the dialect of MySQL and on no other.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.mariadb;
