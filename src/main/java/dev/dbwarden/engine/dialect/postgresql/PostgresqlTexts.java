package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.Expressions;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SQL text that the model does not take apart, with its canonical spelling. */
final class PostgresqlTexts {
    private static final Pattern OPERATOR = Pattern.compile("\\s*CREATE\\s+OPERATOR\\s++(?!CLASS\\s|FAMILY\\s)", Pattern.CASE_INSENSITIVE);

    private PostgresqlTexts() {}

    static SqlText expression(String sql) {
        return new SqlText(sql.strip(), Expressions.canonical(sql, PostgresqlExpressions.RULES), Expressions.words(sql, Postgresql.LEXICON));
    }

    /** A default in the light of its column's type: {@code 1} is true for a boolean, {@code 'a'::mood} is {@code 'a'} for a mood. */
    static SqlText defaultValue(String sql, DataType type) {
        String canonical = Expressions.canonicalDefault(sql, type.text(), PostgresqlExpressions.RULES);
        if (type.name().equals("BOOLEAN")) {
            String written = switch (canonical) {
                case "1", "'1'", "'t'", "'true'", "'y'", "'yes'", "'on'", "true", "TRUE" -> "true";
                case "0", "'0'", "'f'", "'false'", "'n'", "'no'", "'off'", "false", "FALSE" -> "false";
                default -> "";
            };
            if (!written.isEmpty()) {
                return SqlText.plain(written);
            }
        }
        return new SqlText(sql.strip(), canonical, Expressions.words(sql, Postgresql.LEXICON));
    }

    /** A statement or a query: what its author wrote and what the server prints of it are one. */
    static SqlText definition(String written) {
        String sql = Secrets.without(written);
        Set<String> words = Expressions.words(sql, Postgresql.LEXICON);
        return new SqlText(sql.strip(), Wording.of(sql), OPERATOR.matcher(sql).lookingAt() ? operands(words) : words);
    }

    /** A definition in the light of the columns that it names; the very same where that tells nothing more. */
    static SqlText query(SqlText query, KnownColumns known) {
        String canonical = Wording.of(query.sql(), known);
        if (canonical.equals(query.canonical())) {
            return query;
        }
        var words = new LinkedHashSet<>(query.words());
        words.addAll(Expressions.words(canonical, Postgresql.LEXICON));
        return new SqlText(query.sql(), canonical, words, query.lexicon());
    }

    /** An operator does not wait for those that it names: the server makes shells of them. */
    private static Set<String> operands(Set<String> words) {
        return words.stream().filter(word -> word.isEmpty() || "+-*/<>=~!@#%^&|?".indexOf(word.charAt(0)) < 0).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
