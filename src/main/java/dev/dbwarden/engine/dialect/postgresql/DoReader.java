package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;

/** {@code DO} blocks: a program, whose effect on the schema cannot be known; one that changes none is passed over. */
final class DoReader {
    private final TokenStream in;
    private final PostgresqlScript script;
    private final List<Problem> problems;

    DoReader(TokenStream in, PostgresqlScript script, List<Problem> problems) {
        this.in = in;
        this.script = script;
        this.problems = problems;
    }

    void read() {
        Token start = in.peek();
        for (Token token : in.remaining()) {
            if (token.type() == Token.Type.STRING && changesSchema(token.value())) {
                problems.add(Problem.at(start.start(), "this DO block creates, alters or drops something, which cannot be known without running it; write its statements out"));
                break;
            }
        }
        in.rest();
        script.skip();
    }

    private static boolean changesSchema(String body) {
        try {
            List<Token> tokens = Lexer.tokens(body, Postgresql.LEXICON);
            return tokens.stream().anyMatch(token -> token.is("CREATE") || token.is("ALTER") || token.is("DROP") || token.is("EXECUTE"));
        } catch (SqlException unreadable) {
            return true;
        }
    }
}
