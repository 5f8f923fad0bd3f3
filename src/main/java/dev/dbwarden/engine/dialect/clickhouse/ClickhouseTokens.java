package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tokens as ClickHouse sees them: an operator is one of a list, so that {@code a!=-1} is four tokens; literals with their escapes undone. */
final class ClickhouseTokens {
    private static final List<String> LONG_OPERATORS = List.of("<=>", "::", "->", "||", "==", "!=", "<>", "<=", ">=");
    private static final Pattern DOTTED = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private ClickhouseTokens() {}

    static TokenStream of(String text) {
        return new TokenStream(text, split(Lexer.tokens(text, Clickhouse.LEXICON)), text.length());
    }

    /** The tokens of a statement of a script. */
    static TokenStream of(TokenStream statement, String script) {
        List<Token> tokens = split(statement.remaining());
        return new TokenStream(script, tokens, tokens.isEmpty() ? statement.peek().start() : tokens.getLast().end());
    }

    private static List<Token> split(List<Token> tokens) {
        var split = new ArrayList<Token>(tokens.size());
        for (Token token : tokens) {
            if (token.type() == Type.SYMBOL && token.text().length() > 1) {
                operators(token, split);
            } else {
                split.add(token);
            }
        }
        return split;
    }

    private static void operators(Token token, List<Token> into) {
        String text = token.text();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            String operator = LONG_OPERATORS.stream().filter(each -> text.startsWith(each, from)).findFirst().orElse(text.substring(from, from + 1));
            into.add(new Token(Type.SYMBOL, operator, operator, token.start() + from));
            at += operator.length();
        }
    }

    /** The word that comes next, in upper case; nothing where another token comes. */
    static String word(TokenStream in) {
        return in.peek().type() == Type.WORD ? in.peek().text().toUpperCase(Locale.ROOT) : "";
    }

    /** What a text literal says. */
    static String content(Token literal) {
        String text = literal.text();
        if (text.startsWith("$")) {
            return literal.value();
        }
        var content = new StringBuilder();
        for (int i = text.indexOf('\'') + 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = escape(text, i + 1, content);
                continue;
            }
            content.append(c);
            i += c == '\'' ? 1 : 0;
        }
        return content.toString();
    }

    /** Undoes one escape (clickhouse.com/docs/sql-reference/syntax#string) and tells where it ends. */
    private static int escape(String text, int at, StringBuilder content) {
        int known = "bfrntav0e".indexOf(text.charAt(at));
        if (text.charAt(at) == 'x' && at + 2 < text.length() && text.substring(at + 1, at + 3).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            content.append((char) Integer.parseInt(text.substring(at + 1, at + 3), 16));
            return at + 2;
        }
        content.append(known < 0 ? text.charAt(at) : "\b\f\r\n\t\u0007\u000b\0\u001b".charAt(known));
        return at;
    }

    /** A literal in the one spelling that every reader of SQL understands: quotes and backslashes doubled. */
    static String literal(String content) {
        return Clickhouse.QUOTING.literal(content);
    }

    /** A text as its author wrote it, with literals in the one spelling and without comments. */
    static String portable(String sql) {
        var text = new StringBuilder();
        int end = 0;
        for (Token token : Lexer.tokens(sql, Clickhouse.LEXICON)) {
            String gap = sql.substring(end, token.start());
            text.append(gap.isBlank() ? gap : gap.contains("\n") ? "\n" : " ");
            text.append(token.type() == Type.STRING && token.text().startsWith("'") ? literal(content(token)) : token.text());
            end = token.end();
        }
        return text.toString().strip();
    }

    /** The names that a text may refer to, in their own case; a literal that looks like a name may be one, as in {@code dictGet('db.d', ...)}. */
    static Set<String> words(String sql) {
        var words = new LinkedHashSet<String>();
        for (Token token : Lexer.tokens(sql, Clickhouse.LEXICON)) {
            switch (token.type()) {
                case WORD, NAME -> words.add(token.value());
                case STRING -> {
                    if (token.value().length() <= 200 && DOTTED.matcher(token.value()).matches()) {
                        words.addAll(List.of(token.value().split("\\.")));
                    }
                }
                case NUMBER, SYMBOL, END -> { }
            }
        }
        return words;
    }
}
