package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The canonical spelling of statements and queries that are carried whole. Who defined a thing is no part of it: the servers add it, and it
 * differs from one database to the next. The body of a routine is kept by the servers letter by letter, so case counts there.
 */
final class MysqlDefinitions {
    private static final Set<String> BODIES = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

    private MysqlDefinitions() {}

    static String canonical(List<Token> tokens) {
        List<Token> own = withoutDefiner(tokens);
        boolean routine = own.size() > 2 && own.getFirst().is("CREATE") && own.stream().limit(4).anyMatch(token -> BODIES.contains(token.text().toUpperCase(Locale.ROOT)));
        if (routine) {
            return new MysqlRoutine(own).canonical();
        }
        var canonical = new StringJoiner(" ");
        own.forEach(token -> canonical.add(header(token)));
        return canonical.toString();
    }

    /** {@code CREATE DEFINER = user PROCEDURE} without what stands before the last. */
    static List<Token> withoutDefiner(List<Token> tokens) {
        if (tokens.size() < 5 || !tokens.getFirst().is("CREATE") || !tokens.get(1).is("DEFINER")) {
            return tokens;
        }
        int at = 3;
        boolean call = tokens.get(at).is("CURRENT_USER") && tokens.get(at + 1).is("(");
        at += call ? 3 : 1;
        if (tokens.get(at).is("@")) {
            at += 2;
        }
        var rest = new java.util.ArrayList<Token>(tokens.size());
        rest.add(tokens.getFirst());
        rest.addAll(tokens.subList(at, tokens.size()));
        return rest;
    }

    /** A token where case does not count. */
    static String header(Token token) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case NAME -> name(token.value().toLowerCase(Locale.ROOT));
            case STRING -> literal(token);
            case SYMBOL -> token.is("!=") ? "<>" : token.text();
            case NUMBER, END -> token.text();
        };
    }

    /** A token of a body, whose words are kept as they are. */
    static String body(Token token) {
        return switch (token.type()) {
            case STRING -> literal(token);
            case NAME -> Identifiers.quoted(token.value());
            case WORD, SYMBOL, NUMBER, END -> token.text();
        };
    }

    private static String literal(Token token) {
        char first = token.text().charAt(0);
        return first == '\'' || first == '"' ? Mysql.QUOTING.literal(token.value()) : token.text();
    }

    private static String name(String name) {
        return Identifiers.isSimple(name) ? name : Identifiers.quoted(name);
    }
}
