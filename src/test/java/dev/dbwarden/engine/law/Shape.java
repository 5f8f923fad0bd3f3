package dev.dbwarden.engine.law;

/**
 * How a constraint, an index or what else stands on a table is written: {@code {name}}, {@code {table}}, and {@code {0}}, {@code {1}} for columns.
 *
 * @param inTable whether it stands inside CREATE TABLE
 */
record Shape(String text, boolean inTable) {
    static Shape constraint(String text) {
        return new Shape("CONSTRAINT {name} " + text, true);
    }

    static Shape statement(String text) {
        return new Shape(text, false);
    }

    int columns() {
        return text.contains("{1}") ? 2 : text.contains("{0}") ? 1 : 0;
    }
}
