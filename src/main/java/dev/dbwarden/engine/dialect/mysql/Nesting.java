package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts tokens at semicolons, but for those inside the body of a routine, a trigger or an event. */
final class Nesting {
    private static final int LONGEST_HEAD = 16;
    /** After these words {@code IF EXISTS} is about an object. */
    private static final Set<String> OBJECTS = Set.of("TABLE", "VIEW", "INDEX", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "DATABASE", "SCHEMA", "COLUMN", "KEY",
            "SEQUENCE", "CONSTRAINT", "USER", "ROLE", "TABLES", "PARTITION", "ADD", "DROP");

    private final List<Token> tokens;

    Nesting(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<List<Token>> statements() {
        var statements = new ArrayList<List<Token>>();
        int start = 0;
        int depth = 0;
        boolean compound = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(";") && depth == 0) {
                add(statements, start, i);
                start = i + 1;
                compound = false;
                continue;
            }
            if (token.type() != Token.Type.WORD) {
                continue;
            }
            compound |= i - start < LONGEST_HEAD && isRoutine(start, token);
            depth = compound ? Math.max(0, depth + step(i)) : 0;
        }
        add(statements, start, tokens.size());
        return statements;
    }

    private void add(List<List<Token>> statements, int start, int end) {
        if (end > start) {
            statements.add(List.copyOf(tokens.subList(start, end)));
        }
    }

    private boolean isRoutine(int start, Token token) {
        Token first = tokens.get(start);
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
