package dev.dbwarden.service.source.sqlalchemy;

/**
 * An expression in SQL.
 *
 * @param strength how strongly its outermost operator binds, as in SQLAlchemy's table of precedences; {@link #ATOM} where there is none
 * @param text     whether its value is a text, so that {@code +} means {@code ||}
 */
record Rendered(String sql, int strength, boolean text) {
    static final int ATOM = 100;

    static Rendered atom(String sql) {
        return new Rendered(sql, ATOM, false);
    }

    static Rendered atom(String sql, boolean text) {
        return new Rendered(sql, ATOM, text);
    }

    /** The SQL as an operand of an operator: in brackets where that binds as strongly or more strongly. */
    String within(int outer) {
        return strength <= outer ? "(" + sql + ")" : sql;
    }
}
