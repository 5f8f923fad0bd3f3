package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements about the schema in the body of a procedure that a script makes and calls: how scripts change a schema only where that is not
 * done yet. Nobody can tell a condition without the server, so each is taken for met.
 */
record CalledProcedure(String body, List<Token> tokens) {
    private static final Set<String> OPENING = Set.of("BEGIN", "THEN");
    /** What makes it matter how a body is run, and not only whether. */
    private static final Set<String> BRANCHING = Set.of("ELSE", "ELSEIF", "CASE", "LOOP", "WHILE", "REPEAT", "HANDLER", "PREPARE", "EXECUTE");

    static CalledProcedure of(String body) {
        return new CalledProcedure(body, Lexer.tokens(body, Mysql.LEXICON));
    }

    /** Whether there is one way through the body. */
    boolean isStraight() {
        return tokens.stream().noneMatch(token -> token.type() == Token.Type.WORD && BRANCHING.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    boolean mayChangeTheSchema() {
        return tokens.stream().anyMatch(token -> token.is("PREPARE")) || !statements().isEmpty();
    }

    List<TokenStream> statements() {
        var statements = new ArrayList<TokenStream>();
        int start = -1;
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean first = before.is(";") || before.type() == Token.Type.WORD && OPENING.contains(before.text().toUpperCase(Locale.ROOT));
            if (start < 0 && first && isAboutTheSchema(i)) {
                start = i;
            } else if (start >= 0 && tokens.get(i).is(";")) {
                List<Token> statement = tokens.subList(start, i);
                statements.add(new TokenStream(body, statement, statement.getLast().end()));
                start = -1;
            }
        }
        return statements;
    }

    private boolean isAboutTheSchema(int at) {
        Token word = tokens.get(at);
        Token object = tokens.get(Math.min(at + 1, tokens.size() - 1));
        return isAboutTheSchema(word) && !object.is("TEMPORARY");
    }

    /** Whether a statement that begins with this word may make, change or drop something. */
    static boolean isAboutTheSchema(Token first) {
        return first.is("CREATE") || first.is("ALTER") || first.is("DROP") || first.is("RENAME");
    }
}
