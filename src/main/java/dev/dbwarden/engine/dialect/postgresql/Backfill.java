package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;

/**
 * Gives the rows that are there the value of a column, some pages at a time, each time in a transaction of its own: no row stays locked for
 * long. Rows that move to other pages meanwhile are found at the end.
 */
final class Backfill {
    private static final int PAGES = 500;

    private Backfill() {}

    /** Gives rows whose column is NULL the column's default. */
    static Statement withDefault(ObjectName table, String column) {
        return of(table, column, "DEFAULT", "true");
    }

    /**
     * An UPDATE of rows whose column is NULL.
     *
     * @param value     {@code DEFAULT}, or an expression over the row
     * @param condition what holds of the rows besides
     */
    static Statement of(ObjectName table, String column, String value, String condition) {
        String name = PostgresqlRenderer.name(table);
        String quoted = Postgresql.QUOTING.name(column);
        String also = condition.equals("true") ? "" : " AND " + condition;
        String update = "UPDATE " + name + " SET " + quoted + " = " + value + " WHERE " + quoted + " IS NULL" + also;
        String body = """

                DECLARE
                    page bigint := 0;
                    pages bigint := pg_relation_size(%s::regclass) / current_setting('block_size')::bigint;
                BEGIN
                    WHILE page <= pages LOOP
                        %s AND ctid >= format('(%%s,0)', page)::tid AND ctid < format('(%%s,0)', page + %d)::tid;
                        COMMIT;
                        page := page + %d;
                    END LOOP;
                    %s;
                END
                """.formatted(Postgresql.QUOTING.literal(name), update, PAGES, PAGES, update);
        return Statement.of("DO " + quoted(body)).scanning(true).outsideTransaction();
    }

    static String quoted(String body) {
        return body.contains("$$") ? Postgresql.QUOTING.literal(body) : "$$" + body + "$$";
    }
}
