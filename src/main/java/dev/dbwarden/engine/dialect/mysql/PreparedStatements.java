package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a script prepares and executes (MySQL manual, 15.5): {@code SET @s = IF(.., 'SELECT 1', 'ALTER TABLE ..'); PREPARE p FROM @s; EXECUTE p}
 * changes a schema only where that is not done yet. The texts among which a condition chooses are told from the script.
 */
final class PreparedStatements {
    /** What makes a statement of pieces. */
    private static final Set<String> COMPOSING = Set.of("CONCAT", "CONCAT_WS", "GROUP_CONCAT", "REPLACE", "||");

    private final Map<String, List<Token>> variables = new HashMap<>();
    private final Map<String, List<Token>> prepared = new HashMap<>();

    /** Takes note of what a statement assigns to a variable, or prepares. */
    void note(List<Token> statement) {
        Token first = statement.getFirst();
        if (first.is("SET") && statement.size() > 4 && statement.get(1).is("@")) {
            variables.put(key(statement.get(2)), statement.subList(4, statement.size()));
        } else if (first.is("SELECT")) {
            IntStream.range(1, statement.size() - 2).filter(i -> statement.get(i).is("INTO") && statement.get(i + 1).is("@")).findFirst()
                    .ifPresent(i -> variables.put(key(statement.get(i + 2)), statement));
        } else if (first.is("PREPARE") && statement.size() > 3) {
            boolean variable = statement.get(3).is("@") && statement.size() > 4;
            prepared.put(key(statement.get(1)), variable ? variables.getOrDefault(key(statement.get(4)), List.of()) : statement.subList(3, statement.size()));
        }
    }

    /** The statements about the schema that {@code EXECUTE} may run; none of them where only a server can put them together, empty where it leaves the schema alone. */
    Optional<List<TokenStream>> executed(List<Token> statement) {
        boolean immediate = statement.size() > 1 && statement.get(1).is("IMMEDIATE");
        List<Token> source = immediate ? statement.subList(2, statement.size()) : statement.stream().skip(1).findFirst().map(name -> prepared.getOrDefault(key(name), List.of())).orElse(List.of());
        List<Token> texts = source.stream().filter(PreparedStatements::isAboutTheSchema).toList();
        boolean composed = source.stream().anyMatch(token -> COMPOSING.contains(token.text().toUpperCase(Locale.ROOT)));
        return texts.isEmpty() ? Optional.empty() : Optional.of(composed ? List.of() : texts.stream().map(PreparedStatements::statement).toList());
    }

    /** By its first word: a piece of a statement is none, and may leave a quote open. */
    private static boolean isAboutTheSchema(Token text) {
        var lexer = new Lexer(text.value(), Mysql.LEXICON);
        return text.type() == Token.Type.STRING && Character.isLetter(lexer.peek()) && CalledProcedure.isAboutTheSchema(lexer.next());
    }

    private static TokenStream statement(Token text) {
        try {
            return TokenStream.of(text.value(), Mysql.LEXICON);
        } catch (SqlException unclosed) {
            throw new SqlException(String.valueOf(unclosed.getMessage()), text.start());
        }
    }

    private static String key(Token name) {
        return name.value().toLowerCase(Locale.ROOT);
    }
}
