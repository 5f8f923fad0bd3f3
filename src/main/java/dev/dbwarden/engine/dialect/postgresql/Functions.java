package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What in a function's statement is its face to others: its arguments and what it returns. */
final class Functions {
    private static final Set<String> KINDS = Set.of("function", "procedure");
    /** Where the face ends and the attributes and the body begin. */
    private static final Set<String> ATTRIBUTES = Set.of("LANGUAGE", "AS", "IMMUTABLE", "STABLE", "VOLATILE", "STRICT", "CALLED", "SECURITY", "COST", "ROWS", "PARALLEL",
            "SET", "WINDOW", "LEAKPROOF", "SUPPORT", "TRANSFORM", "BEGIN", "RETURN", "EXTERNAL", "NOT", "SQL", "VOLATILITY");

    private Functions() {}

    /** Whether CREATE OR REPLACE can go from one to the other: same arguments, same result (manual, CREATE FUNCTION, Notes). */
    static boolean isReplaceable(DefinedObject before, DefinedObject after) {
        return KINDS.contains(after.kind()) && face(before).equals(face(after))
                && isSingle(before) && isSingle(after);
    }

    private static boolean isSingle(DefinedObject object) {
        return !object.definition().sql().contains(";\nALTER ");
    }

    /** The words of a function's arguments and result, in order. */
    static List<String> face(DefinedObject function) {
        var face = new ArrayList<String>();
        int depth = 0;
        boolean named = false;
        for (Token token : Lexer.tokens(function.definition().canonical(), Postgresql.LEXICON)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            named |= token.is("(");
            if (named && depth == 0 && token.type() == Token.Type.WORD && ATTRIBUTES.contains(token.text().toUpperCase(Locale.ROOT))) {
                break;
            }
            face.add(switch (token.type()) {
                case WORD -> token.text().toLowerCase(Locale.ROOT);
                case NAME -> token.value();
                case STRING, NUMBER, SYMBOL, END -> token.text();
            });
        }
        return face;
    }

    /** The names that the server makes a function depend on: those in its face, and in the body of a function that it keeps parsed. */
    static Set<String> dependsOn(DefinedObject object) {
        return !KINDS.contains(object.kind()) || isParsed(object) ? object.definition().words() : new HashSet<>(face(object));
    }

    static boolean isRoutine(DefinedObject object) {
        return KINDS.contains(object.kind());
    }

    /** Whether the body is one that the server keeps parsed: {@code RETURN expression} or {@code BEGIN ATOMIC}. */
    static boolean isParsed(DefinedObject object) {
        return KINDS.contains(object.kind()) && (object.definition().canonical().contains(" sql body ") || object.definition().canonical().contains("begin atomic"));
    }
}
