package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts SQL into tokens; white space and comments fall out. Fails with {@link SqlException} on what stays open. */
public final class Lexer {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|?:";

    private static final List<String> SINGLE = IntStream.range(0, 128).mapToObj(Character::toString).toList();

    private final String source;
    private final Lexicon lexicon;
    private int at;

    public Lexer(String source, Lexicon lexicon) {
        this(source, lexicon, 0);
    }

    /** Starts at an offset of the source. */
    public Lexer(String source, Lexicon lexicon, int start) {
        this.source = source;
        this.lexicon = lexicon;
        this.at = start;
    }

    /** All tokens of a text, without the end. */
    public static List<Token> tokens(String text, Lexicon lexicon) {
        var lexer = new Lexer(text, lexicon);
        var tokens = new ArrayList<Token>();
        for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    /** The offset after the last token. */
    public int offset() {
        return at;
    }

    /** Moves to the start of the line after the current one. */
    public void skipLine() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end + 1;
    }

    /** Moves past white space and comments, and tells the character there; 0 at the end. */
    public char peek() {
        skipSpace();
        return at < source.length() ? source.charAt(at) : 0;
    }

    /** The next token; of type {@code END} where the source is over. */
    public Token next() {
        Interruption.check();
        skipSpace();
        int start = at;
        if (at >= source.length()) {
            return new Token(Type.END, "", "", source.length());
        }
        char c = source.charAt(at);
        if (c == '\'' || c == '"' && lexicon.doubleQuotedText()) {
            return string(start, at + 1, lexicon.backslashEscapes());
        }
        if (lexicon.identifierQuotes().indexOf(c) >= 0) {
            return quotedName(start, c);
        }
        if (c == '$' && lexicon.dollarQuotes()) {
            Token dollar = dollarString(start);
            if (dollar != null) {
                return dollar;
            }
        }
        if (isWordStart(c) || c == '$' && at + 1 < source.length() && isWordStart(source.charAt(at + 1))) {
            return word(start);
        }
        if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
            return number(start);
        }
        return symbol(start, c);
    }

    private Token word(int start) {
        char c = source.charAt(start);
        char after = start + 1 < source.length() ? source.charAt(start + 1) : 0;
        if (after == '\'' && "eEbBxXnN".indexOf(c) >= 0) {
            return string(start, start + 2, lexicon.backslashEscapes() || lexicon.escapeStrings() && (c == 'e' || c == 'E'));
        }
        if ((c == 'u' || c == 'U') && after == '&' && start + 2 < source.length() && "'\"".indexOf(source.charAt(start + 2)) >= 0) {
            at = start + 2;
            Token inner = source.charAt(at) == '\'' ? string(at, at + 1, false) : quotedName(at, '"');
            boolean name = inner.type() == Type.NAME && lexicon.escapeStrings();
            String value = name ? UnicodeEscapes.decoded(inner.value(), unicodeEscape(), start) : inner.value();
            return new Token(inner.type(), source.substring(start, at), value, start);
        }
        while (at < source.length() && isWordPart(source.charAt(at))) {
            at++;
        }
        String text = text(start);
        return lexicon.escapeStrings() && !isAscii(text) ? new Token(Type.NAME, text, folded(text), start) : new Token(Type.WORD, text, text, start);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** PostgreSQL puts only the letters of ASCII in lower case where an encoding has characters of several bytes ({@code downcase_identifier} in scansup.c). */
    private static String folded(String name) {
        var folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + 32));
            }
        }
        return folded.toString();
    }

    /** The character behind {@code UESCAPE}, if that is next; a backslash where it is not said. */
    private char unicodeEscape() {
        int end = at;
        skipSpace();
        if (!source.regionMatches(true, at, "UESCAPE", 0, "UESCAPE".length())) {
            at = end;
            return '\\';
        }
        at += "UESCAPE".length();
        skipSpace();
        Token escape = next();
        if (escape.type() != Type.STRING || escape.value().length() != 1) {
            throw new SqlException("UESCAPE is followed by one character between quotes", escape.start());
        }
        return escape.value().charAt(0);
    }

    private Token number(int start) {
        while (at < source.length() && (isWordPart(source.charAt(at)) || source.charAt(at) == '.'
                || "+-".indexOf(source.charAt(at)) >= 0 && "eE".indexOf(source.charAt(at - 1)) >= 0 && !source.startsWith("0x", start))) {
            at++;
        }
        String text = text(start);
        return new Token(Type.NUMBER, text, text, start);
    }

    private Token symbol(int start, char c) {
        at++;
        if (c == ':' && at < source.length() && (source.charAt(at) == ':' || source.charAt(at) == '=')) {
            at++;
        } else if (OPERATORS.indexOf(c) >= 0 && c != ':') {
            while (at < source.length() && OPERATORS.indexOf(source.charAt(at)) >= 0 && source.charAt(at) != ':' && !opensComment()) {
                at++;
            }
            while (at > start + 1 && (source.charAt(at - 1) == '-' || source.charAt(at - 1) == '+') && !mayEndWithSign(start)) {
                at--;
            }
        }
        String text = text(start);
        return new Token(Type.SYMBOL, text, text, start);
    }

    /** What was read since an offset. Half of all tokens are one character, whose texts are shared, so that a million brackets stay small. */
    private String text(int start) {
        char c = source.charAt(start);
        return at == start + 1 && c < SINGLE.size() ? SINGLE.get(c) : source.substring(start, at);
    }

    /** No operator of several characters ends with a sign, unless it holds one of these characters (PostgreSQL's manual, 4.1.3). */
    private boolean mayEndWithSign(int start) {
        for (int i = start; i < at; i++) {
            if ("~!@#%^&|?".indexOf(source.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Token string(int start, int open, boolean backslash) {
        char quote = source.charAt(open - 1);
        var value = new StringBuilder();
        at = open;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                if (at < source.length() && source.charAt(at) == quote) {
                    value.append(quote);
                    at++;
                    continue;
                }
                return new Token(Type.STRING, source.substring(start, at), value.toString(), start);
            }
            if (c == '\\' && backslash && at < source.length()) {
                value.append(lexicon.backslashEscapes() ? escaped(source.charAt(at++)) : "\\" + source.charAt(at++));
            } else {
                value.append(c);
            }
        }
        throw new SqlException("a text literal is opened here and never closed", start);
    }

    /** What a backslash and a character stand for where a backslash escapes in every literal (MySQL manual, 9.1.1; ClickHouse, Syntax). */
    private static String escaped(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    private Token quotedName(int start, char open) {
        char close = open == '[' ? ']' : open;
        var value = new StringBuilder();
        at = (source.charAt(start) == open ? start : source.indexOf(open, start)) + 1;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == '\\' && lexicon.escapesInNames() && at < source.length()) {
                value.append(source.charAt(at++));
            } else if (c != close) {
                value.append(c);
            } else if (close != ']' && at < source.length() && source.charAt(at) == close) {
                value.append(c);
                at++;
            } else {
                return new Token(Type.NAME, source.substring(start, at), value.toString(), start);
            }
        }
        throw new SqlException("a quoted name is opened here and never closed", start);
    }

    private @Nullable Token dollarString(int start) {
        int tagEnd = start + 1;
        while (tagEnd < source.length() && isWordPart(source.charAt(tagEnd)) && source.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (tagEnd >= source.length() || source.charAt(tagEnd) != '$' || tagEnd > start + 1 && isDigit(source.charAt(start + 1))) {
            return null;
        }
        String tag = source.substring(start, tagEnd + 1);
        int close = source.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw new SqlException("a text literal is opened here with " + tag + " and never closed", start);
        }
        at = close + tag.length();
        return new Token(Type.STRING, source.substring(start, at), source.substring(tagEnd + 1, close), start);
    }

    private void skipSpace() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
                at++;
            } else if (c == '-' && opensLineComment() || c == '#' && lexicon.hashComments()) {
                skipLine();
            } else if (c == '/' && source.startsWith("/*", at)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        int start = at;
        int depth = 0;
        do {
            if (source.startsWith("/*", at) && (depth == 0 || lexicon.nestedComments())) {
                depth++;
                at += 2;
            } else if (source.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
            if (at >= source.length() && depth > 0) {
                throw new SqlException("a comment is opened here and never closed", start);
            }
        } while (depth > 0);
    }

    private boolean opensComment() {
        return opensLineComment() || source.startsWith("/*", at);
    }

    /** MySQL prints the negation of a negation as {@code --x}, and a comment's dashes have white space behind them there (manual, 1.7.2.4). */
    private boolean opensLineComment() {
        return source.startsWith("--", at) && (!lexicon.minusSigns() || at + 2 >= source.length() || source.charAt(at + 2) <= ' ');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
