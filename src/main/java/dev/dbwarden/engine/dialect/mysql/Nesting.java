package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of one statement as they come; a semicolon does not end it inside the body of a routine, a trigger or an event. */
final class Nesting {
    private static final int LONGEST_HEAD = 16;
    /** After these words {@code IF EXISTS} is about an object. */
    private static final Set<String> OBJECTS = Set.of("TABLE", "VIEW", "INDEX", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "DATABASE", "SCHEMA", "COLUMN", "KEY",
            "SEQUENCE", "CONSTRAINT", "USER", "ROLE", "TABLES", "PARTITION", "ADD", "DROP");

    private final List<Token> tokens = new ArrayList<>();
    private int seen;
    private int depth;
    private boolean compound;

    void add(Token token) {
        tokens.add(token);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Whether a semicolon that comes now ends the statement. */
    boolean isOver() {
        for (; seen < tokens.size(); seen++) {
            Token token = tokens.get(seen);
            if (token.type() == Token.Type.WORD) {
                compound |= seen < LONGEST_HEAD && isRoutine(token);
                depth = compound ? Math.max(0, depth + step(seen)) : 0;
            }
        }
        return depth == 0;
    }

    private boolean isRoutine(Token token) {
        Token first = tokens.getFirst();
        return (first.is("CREATE") || first.is("ALTER")) && (token.is("PROCEDURE") || token.is("FUNCTION") || token.is("TRIGGER") || token.is("EVENT"))
                || first.is("BEGIN") && token.is("NOT");
    }

    private int step(int at) {
        Token token = tokens.get(at);
        if (at > 0 && tokens.get(at - 1).is("END")) {
            return 0;
        }
        if (token.is("END")) {
            return -1;
        }
        boolean opens = token.is("BEGIN") || token.is("CASE") || token.is("LOOP") || token.is("WHILE") || token.is("REPEAT") && !isFunction(at) || token.is("IF") && opensIf(at);
        return opens ? 1 : 0;
    }

    private boolean opensIf(int at) {
        boolean ofObject = at > 0 && OBJECTS.contains(tokens.get(at - 1).text().toUpperCase(java.util.Locale.ROOT));
        return !ofObject && !isFunction(at);
    }

    /** {@code IF (a, b, c)} and {@code REPEAT ('x', 2)}: brackets with a comma between them. */
    private boolean isFunction(int at) {
        if (at + 1 >= tokens.size() || !tokens.get(at + 1).is("(")) {
            return false;
        }
        int depth = 0;
        for (int i = at + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
            if (depth == 1 && token.is(",")) {
                return true;
            }
        }
        return false;
    }
}
