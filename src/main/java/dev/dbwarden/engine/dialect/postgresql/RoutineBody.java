package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a function that the server keeps as text and reads when the function is made, on the path that is set then: of one in SQL the whole, of one in
 * PL/pgSQL the types of its variables (validators in functioncmds.c and pl_handler.c).
 */
record RoutineBody(String language, List<Token> tokens) {
    private static final Set<String> BEFORE_RELATION = Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "ONLY");
    private static final Set<String> AFTER_TYPE = Set.of(";", ":=", "=", "%", "[", "DEFAULT", "NOT");

    /** A name that may be one of the schema's. */
    record Use(ObjectName name, boolean qualified) {}

    /** Empty where a function is none of these, or sets a path of its own. */
    static Optional<RoutineBody> of(DefinedObject function) {
        if (!Functions.isRoutine(function)) {
            return Optional.empty();
        }
        List<Token> tokens = Lexer.tokens(function.definition().sql(), Postgresql.LEXICON);
        String language = "";
        Optional<Token> body = Optional.empty();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token next = tokens.get(i + 1);
            if (tokens.get(i).is("SET") && next.is("SEARCH_PATH")) {
                return Optional.empty();
            }
            if (tokens.get(i).is("LANGUAGE")) {
                language = next.value().toLowerCase(Locale.ROOT);
            }
            if (tokens.get(i).is("AS") && next.type() == Token.Type.STRING) {
                body = Optional.of(next);
            }
        }
        String known = language;
        return Set.of("sql", "plpgsql").contains(known) ? body.map(text -> new RoutineBody(known, Calls.tokens(text.value()))) : Optional.empty();
    }

    /** Names that stand where functions, relations or types are named; some may be something else. */
    List<Use> uses() {
        var uses = new ArrayList<Use>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean qualified = i >= 2 && at(i - 1, ".") && tokens.get(i - 2).isName();
            int start = qualified ? i - 2 : i;
            if (tokens.get(i).isName() && !at(i + 1, ".") && (language.equals("sql") ? isUsed(start, i) : isDeclared(start, i))) {
                ObjectName name = qualified ? new ObjectName(folded(i - 2), folded(i)) : ObjectName.of(folded(i));
                uses.add(new Use(PostgresqlNormalizer.resolved(name), qualified));
            }
        }
        return uses;
    }

    /** A call, a relation or the type of a cast. */
    private boolean isUsed(int start, int end) {
        return at(end + 1, "(") || start > 0 && (at(start - 1, "::") || BEFORE_RELATION.stream().anyMatch(tokens.get(start - 1)::is));
    }

    /** A type behind the name of a variable. */
    private boolean isDeclared(int start, int end) {
        return start > 0 && tokens.get(start - 1).isName() && end + 1 < tokens.size() && AFTER_TYPE.stream().anyMatch(tokens.get(end + 1)::is);
    }

    private boolean at(int place, String word) {
        return place >= 0 && place < tokens.size() && tokens.get(place).is(word);
    }

    private String folded(int place) {
        Token token = tokens.get(place);
        return Wording.folded(token);
    }
}
