package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * {@code DO} blocks. A program's effect on the schema cannot be known without running it, but for the idioms that people use for
 * "create it if it is not there": {@code IF NOT EXISTS (...) THEN CREATE ...} and {@code CREATE ...; EXCEPTION WHEN duplicate_object THEN NULL}.
 * A block that makes nothing is passed over; any other is refused.
 */
final class DoReader {
    private static final String REFUSED = "this DO block creates, alters or drops something in a way that cannot be known without running it; write its statements out";

    private static final List<String> CHANGING = List.of("CREATE", "ALTER", "DROP", "EXECUTE", "COMMENT");
    /** What stands in front of a statement; elsewhere such a word is a name. */
    private static final List<String> BEFORE_STATEMENTS = List.of(";", "BEGIN", "THEN", "ELSE", "LOOP", "QUERY", ">");

    private final TokenStream in;
    private final Consumer<TokenStream> statements;

    /** @param statements what to do with a statement that stands in a block */
    DoReader(TokenStream in, Consumer<TokenStream> statements) {
        this.in = in;
        this.statements = statements;
    }

    void read() {
        int start = in.peek().start();
        Optional<String> body = in.remaining().stream().filter(token -> token.type() == Token.Type.STRING && !token.value().equalsIgnoreCase("plpgsql")).map(Token::value).findFirst();
        in.rest();
        if (body.isPresent() && changesSchema(body.get(), start)) {
            block(body.get(), start);
        }
    }

    private static boolean changesSchema(String body, int start) {
        try {
            List<Token> tokens = Lexer.tokens(body, Postgresql.LEXICON);
            return IntStream.range(0, tokens.size()).anyMatch(i -> CHANGING.stream().anyMatch(tokens.get(i)::is) && (i == 0 || BEFORE_STATEMENTS.stream().anyMatch(tokens.get(i - 1)::is)));
        } catch (SqlException unreadable) {
            throw new SqlException(REFUSED, start);
        }
    }

    private void block(String body, int start) {
        var script = new Statements(body, Postgresql.LEXICON);
        boolean handling = false;
        for (Optional<TokenStream> next = script.next(); next.isPresent(); next = script.next()) {
            TokenStream statement = next.get();
            statement.accept("BEGIN");
            handling |= statement.at("EXCEPTION");
            while (statement.at("IF") || statement.at("EXCEPTION") || statement.at("WHEN")) {
                guard(statement, start);
            }
            boolean nothing = statement.isAtEnd() || statement.atAny("END", "NULL", "RAISE");
            if (nothing) {
                continue;
            }
            if (handling || !statement.atAny("CREATE", "ALTER", "COMMENT")) {
                throw new SqlException(REFUSED, start);
            }
            statements.accept(statement);
        }
    }

    /** {@code IF NOT EXISTS (...) THEN} and {@code EXCEPTION WHEN duplicate_... THEN}. */
    private static void guard(TokenStream statement, int start) {
        int mark = statement.mark();
        statement.skipUntil("THEN");
        String condition = statement.textSince(mark).toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s(]+", " ");
        boolean known = condition.startsWith("IF NOT EXISTS ") || condition.startsWith("EXCEPTION WHEN DUPLICATE") || condition.startsWith("WHEN DUPLICATE")
                || condition.startsWith("EXCEPTION WHEN OTHERS");
        if (!known || !statement.accept("THEN")) {
            throw new SqlException(REFUSED, start);
        }
    }
}
