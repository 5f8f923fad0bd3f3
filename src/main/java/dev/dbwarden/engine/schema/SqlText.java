package dev.dbwarden.engine.schema;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * SQL that the model does not take apart: a default, a check, a view's query, a function.
 *
 * <p>Two texts are equal when their canonical spellings are; what is written to a database is the text as its author
 * wrote it. So white space, superfluous parentheses or a synonym are no change, and nothing is rewritten behind anybody's back.
 *
 * @param sql       the text as written
 * @param canonical the one spelling of its meaning that the dialect's normalizer gives
 * @param words     the names it may refer to, in lower case unless quoted; decides the order of changes
 */
public record SqlText(String sql, String canonical, Set<String> words) {
    /** A text that is its own canonical spelling and names nothing. */
    public static SqlText plain(String sql) {
        return new SqlText(sql, sql, Set.of());
    }

    public SqlText map(UnaryOperator<String> rewrite, Set<String> newWords) {
        return new SqlText(rewrite.apply(sql), rewrite.apply(canonical), newWords);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SqlText text && canonical.equals(text.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
