package dev.dbwarden.engine.sql;

import java.util.List;

/** Brackets around the whole of an expression. */
public final class Brackets {
    private Brackets() {}

    /** The tokens without the brackets, of any number, that enclose all of them. */
    public static List<Token> inside(List<Token> tokens) {
        int enclosing = enclosing(tokens);
        return tokens.subList(enclosing, tokens.size() - enclosing);
    }

    /** How many pairs enclose all tokens, and something between them; found in one pass, because there may be a million. */
    private static int enclosing(List<Token> tokens) {
        int opening = count(tokens, "(");
        int closing = count(tokens.reversed(), ")");
        if (opening + closing >= tokens.size()) {
            return 0;
        }
        int depth = opening;
        int lowest = opening;
        for (Token token : tokens.subList(opening, tokens.size() - closing)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            lowest = Math.min(lowest, depth);
        }
        return depth == closing ? Math.max(lowest, 0) : 0;
    }

    private static int count(List<Token> tokens, String bracket) {
        int count = 0;
        while (count < tokens.size() && tokens.get(count).is(bracket)) {
            count++;
        }
        return count;
    }
}
