package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one statement or expression, read from left to right. */
public final class TokenStream {
    /** So often the end is asked for what comes next before whoever asks is taken to wait for something that will not come. */
    private static final int MOST_BEYOND = 100;

    private final String source;
    private final List<Token> tokens;
    private final Token end;
    private int at;
    private int beyond;

    /**
     * @param source what the tokens' offsets are in
     * @param end    offset of the end, for errors there
     */
    public TokenStream(String source, List<Token> tokens, int end) {
        this.source = source;
        this.tokens = tokens;
        this.end = new Token(Type.END, "", "", end);
    }

    public static TokenStream of(String text, Lexicon lexicon) {
        return new TokenStream(text, Lexer.tokens(text, lexicon), text.length());
    }

    public Token peek() {
        return peek(0);
    }

    /** The token that is {@code ahead} places further on. */
    public Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    /** The next token, which is read by that; the end stays the end, and fails where it is read for ever. */
    public Token next() {
        Interruption.check();
        Token token = peek();
        if (at < tokens.size()) {
            at++;
        } else if (++beyond > MOST_BEYOND) {
            throw new SqlException("the text ends where more is expected", token.start());
        }
        return token;
    }

    /** Takes a name of something; no dialect is written with an empty one, though SQLite would take it. */
    public Token name() {
        if (!peek().isName()) {
            throw unexpected("a name");
        }
        if (peek().value().isEmpty()) {
            throw new SqlException("the name is empty", peek().start());
        }
        return next();
    }

    /** All tokens, read or not. */
    public List<Token> tokens() {
        return tokens;
    }

    /** Whether all is read. Who asks in a loop that reads nothing is stopped when its time is over. */
    public boolean isAtEnd() {
        Interruption.check();
        return at >= tokens.size();
    }

    /** Whether the next tokens are these keywords or symbols. */
    public boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next token is one of these keywords or symbols. */
    public boolean atAny(String... words) {
        for (String word : words) {
            if (peek().is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Takes these keywords or symbols if they are next. */
    public boolean accept(String... words) {
        if (!at(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Takes these keywords or symbols; fails where something else stands. */
    public void expect(String... words) {
        for (String word : words) {
            if (!accept(word)) {
                throw unexpected(word);
            }
        }
    }

    /** A place to come back to. */
    public int mark() {
        return at;
    }

    public void reset(int mark) {
        at = mark;
    }

    /** The source from a mark up to the next token, without white space at its ends. */
    public String textSince(int mark) {
        return mark >= at ? "" : source.substring(tokens.get(mark).start(), tokens.get(at - 1).end());
    }

    /** The same in one line: what stands between two tokens, comments too, becomes one blank. */
    public String lineSince(int mark) {
        var line = new StringBuilder();
        for (int i = mark; i < at; i++) {
            line.append(i > mark && tokens.get(i - 1).end() < tokens.get(i).start() ? " " : "").append(tokens.get(i).text());
        }
        return line.toString();
    }

    /** The source of all that is left, and moves to the end. */
    public String rest() {
        int mark = at;
        at = tokens.size();
        return textSince(mark);
    }

    /** Reads {@code ( ... )} and answers the source between the brackets. */
    public String parenthesized() {
        Token open = peek();
        expect("(");
        int mark = at;
        skipUntil(")");
        String text = textSince(mark);
        if (!accept(")")) {
            throw new SqlException("this bracket is never closed", open.start());
        }
        return text;
    }

    /** Moves to the first of these words outside brackets, or to a closing bracket or the end. */
    public void skipUntil(String... words) {
        int depth = 0;
        while (!isAtEnd()) {
            Token token = peek();
            if (depth == 0 && (atAny(words) || token.is(")") || token.is("]"))) {
                return;
            }
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            }
            at++;
        }
    }

    /** The tokens that are left, for a look at them. */
    public List<Token> remaining() {
        return tokens.subList(at, tokens.size());
    }

    /** A failure that names the token that was not expected. */
    public SqlException unexpected(String expected) {
        Token token = peek();
        return token.type() == Type.END
                ? new SqlException("the statement ends where " + expected + " was expected", token.start())
                : new SqlException("unexpected " + shown(token) + ", expected " + expected, token.start());
    }

    private static String shown(Token token) {
        String text = token.text().length() > 40 ? token.text().substring(0, 40) + "..." : token.text();
        return "'" + text + "'";
    }

    /** Splits the next tokens up to a closing bracket or the end at commas outside brackets; each part as its source. */
    public List<String> list() {
        var parts = new ArrayList<String>();
        do {
            int mark = at;
            skipUntil(",");
            parts.add(textSince(mark));
        } while (accept(","));
        return parts;
    }
}
