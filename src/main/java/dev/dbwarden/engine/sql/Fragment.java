package dev.dbwarden.engine.sql;

import java.util.Optional;

/** A piece of SQL that somebody wrote to be a part of a statement: it must not end the statement, nor leave a bracket open. */
public final class Fragment {
    private Fragment() {}

    /** What keeps the text from being a part of one statement. */
    public static Optional<String> fault(String sql, Lexicon lexicon) {
        int open = 0;
        try {
            var lexer = new Lexer(sql, lexicon, 0);
            for (Token token = lexer.next(); token.type() != Token.Type.END; token = lexer.next()) {
                open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (open < 0 || token.is(";")) {
                    return Optional.of("'" + token.text() + "' ends the statement that this text is a part of");
                }
            }
        } catch (SqlException e) {
            return Optional.of("the text is no SQL: " + e.getMessage());
        }
        return open == 0 ? Optional.empty() : Optional.of("the text opens a bracket and does not close it");
    }
}
