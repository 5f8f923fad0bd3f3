package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
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
    private static final Set<String> CHANGING = Set.of("CREATE", "ALTER", "DROP");
    private static final Set<String> CHANGED = Set.of("TABLE", "INDEX", "UNIQUE", "VIEW", "MATERIALIZED", "TYPE", "SEQUENCE", "SCHEMA", "TRIGGER", "DOMAIN", "EXTENSION", "FUNCTION");

    /** What a statement does to the schema by way of a function; empty where that is nothing. */
    Optional<String> effect(List<Token> statement) {
        if (!CALLING.contains(statement.getFirst().text().toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Set<String> called = new HashSet<>();
        for (int i = 0; i + 1 < statement.size(); i++) {
            if (statement.get(i).isName() && statement.get(i + 1).is("(")) {
                called.add(statement.get(i).type() == Token.Type.WORD ? statement.get(i).value().toLowerCase(Locale.ROOT) : statement.get(i).value());
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

    private static List<Token> tokens(String sql) {
        try {
            return Lexer.tokens(sql, Postgresql.LEXICON);
        } catch (SqlException unreadable) {
            return List.of();
        }
    }
}
