package dev.dbwarden.engine.sql;

import java.util.List;
import java.util.Optional;

/** A piece of SQL that somebody wrote to stand in a place: it must not get out of it. */
public enum Fragment {
    /** A statement, which may hold others, as the body of a function does. */
    STATEMENT,
    /** A part of a statement. */
    CLAUSE,
    /** One item among others, as the default of a column is. */
    ITEM;

    /** Put behind a fragment to see whether what follows it is read as that. */
    private static final String NEXT = ";";

    /** What keeps the text from standing here: it ends the statement or the item, leaves a bracket open, or takes in what follows as a comment or literal. */
    public Optional<String> fault(String sql, Lexicon lexicon) {
        try {
            List<Token> tokens = Lexer.tokens(sql + NEXT, lexicon);
            if (tokens.isEmpty() || tokens.getLast().start() != sql.length()) {
                return Optional.of("the text ends in a comment, which would take in what follows it");
            }
            List<Token> own = tokens.subList(0, tokens.size() - 1);
            Brackets.requireClosed(own);
            return own.isEmpty() ? Optional.of("the text is empty") : leaving(own);
        } catch (SqlException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> leaving(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (this != STATEMENT && token.is(NEXT)) {
                return Optional.of("';' ends the statement that this text is a part of");
            }
            if (this == ITEM && depth == 0 && token.is(",")) {
                return Optional.of("',' begins the next item of the list that this text stands in");
            }
        }
        return Optional.empty();
    }
}
