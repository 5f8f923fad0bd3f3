package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexicon;
import java.util.Set;

/**
 * SQL that the model does not take apart: a default, a check, a view's query, a function.
 *
 * <p>Two texts are equal when their canonical spellings are; what is written to a database is the text as its author
 * wrote it. So white space, superfluous parentheses or a synonym are no change, and nothing is rewritten behind anybody's back.
 *
 * @param sql       the text as written
 * @param canonical the one spelling of its meaning that the dialect's normalizer gives
 * @param words     the names it may refer to, in lower case unless quoted; decides the order of changes
 * @param lexicon   how names and literals stand in {@code sql}
 */
public record SqlText(String sql, String canonical, Set<String> words, Lexicon lexicon) {
    /** A text in which names stand between double quotes, as in the standard. */
    public SqlText(String sql, String canonical, Set<String> words) {
        this(sql, canonical, words, Identifiers.ANY);
    }

    /** A text that is its own canonical spelling and names nothing. */
    public static SqlText plain(String sql) {
        return new SqlText(sql, sql, Set.of());
    }

    public SqlText withWords(Set<String> newWords) {
        return new SqlText(sql, canonical, newWords, lexicon);
    }

    SqlText rename(String from, String to) {
        return new SqlText(Identifiers.rename(sql, from, to, lexicon), Identifiers.rename(canonical, from, to), words, lexicon);
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
