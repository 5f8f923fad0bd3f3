package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script cut into statements at its semicolons; the ones inside literals, comments, {@code BEGIN ATOMIC} bodies, triggers and rules stay.
 *
 * <p>Commands of the clients (lines that open with {@code \}, {@code .} or what the dialect names) and the data of {@code COPY ... FROM stdin} fall out.
 */
public final class Statements {
    private final String script;
    private final Lexer lexer;
    private final String client;
    private final List<Integer> commands = new ArrayList<>();
    private Optional<SqlException> failure = Optional.empty();

    public Statements(String script, Lexicon lexicon) {
        this(script, lexicon, "\\.");
    }

    /** @param client what the lines open with that are the client's */
    public Statements(String script, Lexicon lexicon, String client) {
        this.script = script;
        this.client = client;
        this.lexer = new Lexer(script, lexicon);
    }

    /** The next statement; empty at the end, or where the script cannot be cut any further ({@link #failure}). */
    public Optional<TokenStream> next() {
        try {
            return read();
        } catch (SqlException unclosed) {
            failure = Optional.of(unclosed);
            return Optional.empty();
        }
    }

    /** Where the commands of clients stand that were passed over. */
    public List<Integer> commands() {
        return List.copyOf(commands);
    }

    /** What stopped the reading before the end. */
    public Optional<SqlException> failure() {
        return failure;
    }

    private Optional<TokenStream> read() {
        while (true) {
            char c = lexer.peek();
            if (c == 0) {
                return Optional.empty();
            }
            if (client.indexOf(c) >= 0) {
                commands.add(lexer.offset());
                lexer.skipLine();
                continue;
            }
            List<Token> tokens = tokens();
            if (!tokens.isEmpty()) {
                if (tokens.getFirst().is("COPY") && isFromStdin(tokens)) {
                    skipData();
                }
                return Optional.of(new TokenStream(script, tokens, lexer.offset()));
            }
        }
    }

    private List<Token> tokens() {
        var tokens = new ArrayList<Token>();
        int block = 0;
        int opened = 0;
        for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
            if (token.is(";") && block == 0) {
                return tokens;
            }
            opened = block == 0 ? token.start() : opened;
            if (token.type() == Type.WORD) {
                block += nesting(token, tokens, block);
            } else if ((token.is("(") || token.is(")")) && isRule(tokens)) {
                block += token.is("(") ? 1 : -1;
            }
            tokens.add(token);
        }
        if (block > 0) {
            throw new SqlException("what is opened here is never closed", opened);
        }
        return tokens;
    }

    private static int nesting(Token token, List<Token> before, int block) {
        if (block == 0) {
            boolean opens = token.is("BEGIN") && isTrigger(before) || token.is("ATOMIC") && !before.isEmpty() && before.getLast().is("BEGIN") && before.getFirst().is("CREATE");
            return opens ? 1 : 0;
        }
        return token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
    }

    /** The actions of a rule stand in brackets, with semicolons between them. */
    private static boolean isRule(List<Token> tokens) {
        return creates(tokens, 4, "RULE");
    }

    private static boolean isTrigger(List<Token> tokens) {
        return creates(tokens, 5, "TRIGGER");
    }

    /** Asked at every bracket. */
    private static boolean creates(List<Token> tokens, int within, String kind) {
        boolean creates = !tokens.isEmpty() && tokens.getFirst().is("CREATE");
        for (int i = 1; creates && i < Math.min(within, tokens.size()); i++) {
            if (tokens.get(i).is(kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFromStdin(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("FROM") && tokens.get(i + 1).is("STDIN")) {
                return true;
            }
        }
        return false;
    }

    private void skipData() {
        lexer.skipLine();
        while (lexer.offset() < script.length()) {
            boolean last = script.startsWith("\\.", lexer.offset());
            lexer.skipLine();
            if (last) {
                return;
            }
        }
    }
}
