package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which literals of a query, or of another statement that the server keeps parsed, are labels of a type: those that are cast to it, and those that
 * a column is compared with, where the statement is simple enough to tell whose column it is.
 */
record LabelsInStatement(LabelSpelling label, Function<String, LabelMeaning> columns, Function<String, LabelMeaning> types) {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
    private static final Set<String> BEFORE_OPERAND = Set.of("(", ",", "WHERE", "AND", "OR", "NOT", "WHEN", "ON", "HAVING", "SELECT", "THEN", "ELSE");

    /** The statement after the rename; empty where it cannot be told. */
    Optional<String> renamed(String sql) {
        List<Token> literals = label.in(sql);
        if (literals.isEmpty()) {
            return Optional.of(sql);
        }
        List<Token> tokens = Lexer.tokens(sql, Postgresql.LEXICON);
        return label.renamed(sql, literals, literals.stream().map(literal -> meaning(tokens, tokens.indexOf(literal))).toList());
    }

    private LabelMeaning meaning(List<Token> tokens, int at) {
        if (is(tokens, at + 1, "::")) {
            boolean qualified = is(tokens, at + 3, ".");
            return types.apply(Wording.word(tokens.get(at + 2)) + (qualified ? "." + Wording.word(tokens.get(at + 4)) : ""));
        }
        boolean ends = at + 1 == tokens.size() || tokens.get(at + 1).type() != Type.SYMBOL || is(tokens, at + 1, ")") || is(tokens, at + 1, ",") || is(tokens, at + 1, ";");
        int operator = operator(tokens, at);
        boolean known = ends && operator > 0 && isWholeColumn(tokens, operator - 1) && isSimple(tokens);
        return known ? columns.apply(Lexer.tokens(Wording.word(tokens.get(operator - 1)), Postgresql.LEXICON).getFirst().value()) : LabelMeaning.UNKNOWN;
    }

    /** Where the comparison begins that a literal is the right side of, or in the list at the right side of; 0 where there is none. */
    private static int operator(List<Token> tokens, int at) {
        int before = at - 1;
        if (before > 0 && COMPARISONS.contains(tokens.get(before).text())) {
            return before;
        }
        while (before > 0 && (tokens.get(before).type() == Type.STRING || is(tokens, before, ","))) {
            before--;
        }
        if (!is(tokens, before, "(") || !is(tokens, before - 1, "IN")) {
            return 0;
        }
        return is(tokens, before - 2, "NOT") ? before - 2 : before - 1;
    }

    /** Whether the token is a column, perhaps of a named table, and the whole left side of what comes after it. */
    private static boolean isWholeColumn(List<Token> tokens, int at) {
        int first = is(tokens, at - 1, ".") ? at - 2 : at;
        return first >= 0 && tokens.get(at).isName() && tokens.get(first).isName()
                && (first == 0 || BEFORE_OPERAND.contains(tokens.get(first - 1).text().toUpperCase(Locale.ROOT)));
    }

    /** Whether all columns are those of tables: no query in the query gives names of its own. */
    private static boolean isSimple(List<Token> tokens) {
        long queries = tokens.stream().filter(token -> token.is("SELECT") || token.is("WITH") || token.is("VALUES")).count();
        boolean named = false;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            named |= is(tokens, i, "AS") && is(tokens, i + 2, "(");
        }
        return queries <= 1 && !named;
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
    }
}
