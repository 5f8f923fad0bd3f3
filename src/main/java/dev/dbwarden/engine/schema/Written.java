package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Identifiers;

/**
 * How somebody spelled a thing, kept for those who store the spelling (SQLite keeps the text of CREATE INDEX), and no
 * part of what the thing is: all spellings are equal.
 */
public record Written(String sql) {
    public static final Written NOT = new Written("");

    public boolean isPresent() {
        return !sql.isEmpty();
    }

    Written rename(String from, String to) {
        return isPresent() && !from.equals(to) ? new Written(Identifiers.rename(sql, from, to)) : this;
    }

    /** An index after a column of its table has another name. */
    Written renameColumn(String from, String to) {
        return isPresent() ? new Written(Identifiers.renameInBrackets(sql, from, to)) : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Written;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
