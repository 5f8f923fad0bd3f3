package dev.dbwarden.engine.sql;

import java.util.ArrayDeque;
import java.util.List;

/** Brackets: those around the whole of an expression, and whether each has its other half. */
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

    /** Fails at the first bracket that is never closed, or that was never opened. */
    public static void requireClosed(List<Token> tokens) {
        var open = new ArrayDeque<Token>();
        for (Token token : tokens) {
            if (token.is("(") || token.is("[")) {
                open.push(token);
            } else if (token.is(")") || token.is("]")) {
                if (open.isEmpty() || open.pop().is("(") != token.is(")")) {
                    throw new SqlException("this bracket was never opened", token.start());
                }
            }
        }
        if (!open.isEmpty()) {
            throw new SqlException("this bracket is never closed", open.peek().start());
        }
    }
}
