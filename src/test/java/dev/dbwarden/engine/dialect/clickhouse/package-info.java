/** Tests of the ClickHouse dialect, on values and on its engine. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect.clickhouse;
