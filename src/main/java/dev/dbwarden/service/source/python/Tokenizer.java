package dev.dbwarden.service.source.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts Python into tokens, as the reference's lexical analysis does: lines are joined in brackets, indentation becomes tokens. */
final class Tokenizer {
    /** CPython's own bounds, MAXLEVEL and MAXINDENT of its tokenizer. */
    private static final int DEEPEST_BRACKETS = 200;
    private static final int DEEPEST_INDENTATION = 100;
    /** What more than one character has, the longest first, by its first character. */
    private static final Map<Character, List<String>> OPERATORS = Stream.of("**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "+=", "-=", "*=", "/=", "%=",
            "&=", "|=", "^=", "@=", "==", "<=", ">=", "<<", ">>", "**", "//").collect(Collectors.groupingBy(operator -> operator.charAt(0)));

    private final String text;
    private final int end;
    private final boolean inBrackets;
    private final Tokens tokens;
    private final Deque<Integer> indentation = new ArrayDeque<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private Tokenizer(String text, int start, int end, boolean inBrackets) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.inBrackets = inBrackets;
        this.tokens = new Tokens(text);
    }

    /** The tokens of a file. */
    static Tokens file(String text) {
        return new Tokenizer(text, text.startsWith("\uFEFF") ? 1 : 0, text.length(), false).statements();
    }

    /** The tokens of an expression that stands in a part of a text, as if in brackets. */
    static Tokens expression(String text, int start, int end) {
        Tokenizer tokenizer = new Tokenizer(text, start, end, true);
        tokenizer.line();
        return tokenizer.ended();
    }

    private Tokens statements() {
        indentation.push(0);
        while (at < end) {
            if (indented()) {
                line();
            }
        }
        while (indentation.pop() > 0) {
            tokens.add(Tokens.Kind.DEDENT, end, end);
        }
        return ended();
    }

    private Tokens ended() {
        if (!open.isEmpty()) {
            throw new PythonSyntaxException("'" + open.peek() + "' is never closed", tokens.size() == 0 ? at : tokens.start(tokens.size() - 1));
        }
        tokens.add(Tokens.Kind.END, end, end);
        return tokens;
    }

    /** Reads the white space in front of a line; whether there is anything on it. */
    private boolean indented() {
        int start = at;
        int width = 0;
        for (; at < end && isBlank(text.charAt(at)); at++) {
            width = text.charAt(at) == '\t' ? width / 8 * 8 + 8 : text.charAt(at) == '\f' ? 0 : width + 1;
        }
        if (at == end || isLineEnd(text.charAt(at)) || text.charAt(at) == '#') {
            skipLine();
            return false;
        }
        indent(width, start);
        return true;
    }

    private void indent(int width, int start) {
        if (width > indentation.getFirst()) {
            if (indentation.size() > DEEPEST_INDENTATION) {
                throw new PythonSyntaxException("the blocks nest deeper than " + DEEPEST_INDENTATION, at);
            }
            indentation.push(width);
            tokens.add(Tokens.Kind.INDENT, start, at);
        }
        while (width < indentation.getFirst()) {
            indentation.pop();
            tokens.add(Tokens.Kind.DEDENT, at, at);
        }
        if (width != indentation.getFirst()) {
            throw new PythonSyntaxException("the indentation matches no outer block", at);
        }
    }

    /** Reads to the end of a line, or on where brackets or a backslash join lines. */
    private void line() {
        while (at < end) {
            char c = text.charAt(at);
            if (isLineEnd(c)) {
                if (open.isEmpty() && !inBrackets) {
                    tokens.add(Tokens.Kind.NEWLINE, at, at);
                    skipLine();
                    return;
                }
                at++;
            } else if (isBlank(c)) {
                at++;
            } else if (c == '#') {
                toLineEnd();
            } else if (c == '\\' && at + 1 < end && isLineEnd(text.charAt(at + 1))) {
                at++;
                skipLine();
            } else {
                token(c);
            }
        }
        if (!inBrackets) {
            tokens.add(Tokens.Kind.NEWLINE, at, at);
        }
    }

    private void toLineEnd() {
        while (at < end && !isLineEnd(text.charAt(at))) {
            at++;
        }
    }

    private void skipLine() {
        toLineEnd();
        if (at < end && text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n') {
            at++;
        }
        at = Math.min(end, at + 1);
    }

    private void token(char c) {
        int start = at;
        if (Character.isDigit(c) || c == '.' && at + 1 < end && Character.isDigit(text.charAt(at + 1))) {
            number();
            tokens.add(Tokens.Kind.NUMBER, start, at);
            return;
        }
        int quote = StringLiterals.quote(text, at, end);
        if (quote >= 0) {
            at = StringLiterals.end(text, at, quote, end);
            tokens.add(Tokens.Kind.STRING, start, at);
            return;
        }
        if (isNameStart(text.codePointAt(at))) {
            while (at < end && isNamePart(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            tokens.add(Tokens.Kind.NAME, start, at);
            return;
        }
        operator(c);
    }

    private void number() {
        boolean hex = text.regionMatches(true, at, "0x", 0, 2);
        while (at < end) {
            char c = text.charAt(at);
            boolean exponent = !hex && (c == '+' || c == '-') && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !exponent) {
                return;
            }
            if (!hex && Character.isLetter(c) && keywordFollows()) {
                return;
            }
            at++;
        }
    }

    /** {@code 1if x else y} is a number and a keyword. */
    private boolean keywordFollows() {
        return List.of("if", "in", "is", "or", "and", "else", "for", "not").stream().anyMatch(word -> text.startsWith(word, at));
    }

    private void operator(char c) {
        int start = at;
        int length = 1;
        for (String each : OPERATORS.getOrDefault(c, List.of())) {
            if (text.startsWith(each, start)) {
                length = each.length();
                break;
            }
        }
        if (length == 1 && "+-*/%@&|^~<>()[]{},:.;=".indexOf(c) < 0) {
            throw new PythonSyntaxException("unexpected character " + shown(text.codePointAt(at)), at);
        }
        bracket(c);
        at += length;
        tokens.add(Tokens.Kind.OPERATOR, start, at);
    }

    private void bracket(char c) {
        if (c == '(' || c == '[' || c == '{') {
            if (open.size() >= DEEPEST_BRACKETS) {
                throw new PythonSyntaxException("the brackets nest deeper than " + DEEPEST_BRACKETS, at);
            }
            open.push(c);
        } else if (c == ')' || c == ']' || c == '}') {
            if (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(c)) {
                throw new PythonSyntaxException("'" + c + "' closes nothing", at);
            }
        }
    }

    private static String shown(int codePoint) {
        return codePoint > 32 && codePoint < 127 ? "'" + Character.toString(codePoint) + "'" : "U+%04X".formatted(codePoint);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isNameStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isNamePart(int c) {
        return c == '_' || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
