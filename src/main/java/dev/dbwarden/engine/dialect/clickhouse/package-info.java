/**
 * The dialect of ClickHouse.
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.clickhouse.Clickhouse}. Knows no other dialect.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.clickhouse;
