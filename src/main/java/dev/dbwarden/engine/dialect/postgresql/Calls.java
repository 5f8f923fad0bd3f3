package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of the script's own functions: what a function does to the schema when it runs cannot be read out of its body, and must not go unsaid.
 * A function that the script does not call does nothing to the schema.
 */
record Calls(SchemaEditor editor) {
    private static final Set<String> CALLING = Set.of("SELECT", "CALL", "WITH");
    /** Statements of a function's body that leave the schema and the way through the body as they are. */
    private static final String[] HARMLESS = {"DECLARE", "END", "NULL", "RAISE", "RETURN", "PERFORM", "SELECT", "INSERT", "UPDATE", "DELETE"};
    private static final Set<String> CHANGING = Set.of("CREATE", "ALTER", "DROP");
    private static final Set<String> CHANGED = Set.of("TABLE", "INDEX", "UNIQUE", "VIEW", "MATERIALIZED", "TYPE", "SEQUENCE", "SCHEMA", "TRIGGER", "DOMAIN", "EXTENSION", "FUNCTION");

    /**
     * The statements about the schema that a statement runs which does nothing but call a function without arguments, where there is one way through
     * its body. So do scripts change a schema only where that is not done yet: a condition is taken for met where it leads to such a statement, and
     * for not met where it leads out.
     */
    List<TokenStream> statements(List<Token> statement) {
        List<Token> words = statement.stream().filter(token -> token.type() != Token.Type.END).toList();
        boolean bare = words.size() >= 4 && (words.getFirst().is("SELECT") || words.getFirst().is("CALL")) && words.getLast().is(")") && words.get(words.size() - 2).is("(")
                && words.subList(1, words.size() - 2).stream().allMatch(token -> token.isName() || token.is("."));
        Token last = bare ? words.get(words.size() - 3) : words.getFirst();
        return !bare ? List.of() : editor.objects().stream().filter(object -> object.name().name().equals(name(last)) && object instanceof DefinedObject function && changesSchema(function))
                .findFirst().map(function -> statements((DefinedObject) function)).orElse(List.of());
    }

    private static List<TokenStream> statements(DefinedObject function) {
        Token body = tokens(function.definition().sql()).stream().filter(token -> token.type() == Token.Type.STRING && holdsDdl(tokens(token.value()))).findFirst().orElseThrow();
        var found = new ArrayList<TokenStream>();
        var script = new Statements(body.value(), Postgresql.LEXICON);
        for (Optional<TokenStream> next = script.next(); next.isPresent(); next = script.next()) {
            TokenStream statement = next.get();
            statement.accept("BEGIN");
            while (statement.at("IF")) {
                statement.skipUntil("THEN");
                statement.accept("THEN");
            }
            if (statement.atAny("CREATE", "ALTER", "COMMENT")) {
                found.add(statement);
            } else if (!statement.isAtEnd() && !statement.atAny(HARMLESS)) {
                return List.of();
            }
        }
        return found;
    }

    private static String name(Token token) {
        return Wording.folded(token);
    }

    /** What a statement does to the schema by way of a function, which cannot be told; empty where that is nothing. */
    Optional<String> effect(List<Token> statement) {
        if (!CALLING.contains(statement.getFirst().text().toUpperCase(Locale.ROOT)) || !statements(statement).isEmpty()) {
            return Optional.empty();
        }
        Set<String> called = new HashSet<>();
        for (int i = 0; i + 1 < statement.size(); i++) {
            if (statement.get(i).isName() && statement.get(i + 1).is("(")) {
                called.add(name(statement.get(i)));
            }
        }
        return editor.objects().stream().filter(object -> called.contains(object.name().name()) && object instanceof DefinedObject function && changesSchema(function)).findFirst()
                .map(function -> "calls the function " + function.name() + ", which creates, alters or drops something: it is passed over, as only a server can tell what; write these statements out");
    }

    private static boolean changesSchema(DefinedObject function) {
        return Functions.isRoutine(function) && tokens(function.definition().sql()).stream().filter(token -> token.type() == Token.Type.STRING)
                .anyMatch(body -> holdsDdl(tokens(body.value())));
    }

    private static boolean holdsDdl(List<Token> body) {
        for (int i = 0; i + 1 < body.size(); i++) {
            boolean dynamic = body.get(i).type() == Token.Type.STRING && body.get(i).value().strip().toUpperCase(Locale.ROOT).matches("(?s)(CREATE|ALTER|DROP)\\s+(" + String.join("|", CHANGED) + ")\\b.*");
            boolean plain = CHANGING.stream().anyMatch(body.get(i)::is) && CHANGED.stream().anyMatch(body.get(i + 1)::is);
            if (plain || dynamic) {
                return true;
            }
        }
        return false;
    }

    /** Those of a body, none where it is no SQL. */
    static List<Token> tokens(String sql) {
        try {
            return Lexer.tokens(sql, Postgresql.LEXICON);
        } catch (SqlException unreadable) {
            return List.of();
        }
    }
}
