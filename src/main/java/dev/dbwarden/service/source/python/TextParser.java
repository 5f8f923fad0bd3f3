package dev.dbwarden.service.source.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads literals of text: those that stand side by side are one. */
final class TextParser {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1_000;

    private final TokenCursor in;
    private final String text;

    TextParser(TokenCursor in) {
        this.in = in;
        this.text = in.text();
    }

    Expression read() {
        int at = in.offset();
        var parts = new ArrayList<Expression>();
        boolean bytes = false;
        boolean formatted = false;
        while (in.at(Tokens.Kind.STRING)) {
            int start = in.offset();
            int quote = StringLiterals.quote(text, start, in.tokenEnd());
            String prefix = StringLiterals.prefix(text, start, quote);
            bytes |= prefix.indexOf('b') >= 0;
            formatted |= StringLiterals.isFormatted(prefix);
            literal(prefix, quote, in.tokenEnd(), parts);
            in.skip();
        }
        return formatted ? new Expression.Formatted(at, parts) : joined(at, parts, bytes);
    }

    private void literal(String prefix, int quote, int end, List<Expression> parts) {
        int width = StringLiterals.width(text, quote);
        boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('b') >= 0;
        if (StringLiterals.isFormatted(prefix)) {
            formatted(quote + width, end - width, raw, parts, 0);
        } else {
            parts.add(new Expression.Text(quote, StringLiterals.content(text, quote + width, end - width, raw)));
        }
    }

    private static Expression joined(int at, List<Expression> parts, boolean bytes) {
        var joined = new StringBuilder();
        parts.forEach(part -> joined.append(((Expression.Text) part).value()));
        return bytes ? new Expression.Bytes(at, joined.toString()) : new Expression.Text(at, joined.toString());
    }

    /** The parts of a formatted text between two offsets. */
    private void formatted(int start, int end, boolean raw, List<Expression> parts, int depth) {
        if (depth > DEEPEST) {
            throw new PythonSyntaxException("formatted texts nest deeper than " + DEEPEST, start);
        }
        int from = start;
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            boolean twice = at + 1 < end && text.charAt(at + 1) == c;
            if (c == '\\' && !raw && at + 2 < end && text.startsWith("N{", at + 1)) {
                at = text.indexOf('}', at) + 1;
            } else if ((c == '{' || c == '}') && twice) {
                plain(from, at + 1, raw, parts);
                at += 2;
                from = at;
            } else if (c == '{') {
                plain(from, at, raw, parts);
                at = placeholder(at, end, raw, parts, depth);
                from = at;
            } else if (c == '}') {
                throw new PythonSyntaxException("'}' closes nothing", at);
            } else {
                at++;
            }
        }
        plain(from, end, raw, parts);
    }

    private void plain(int start, int end, boolean raw, List<Expression> parts) {
        if (start < end) {
            parts.add(new Expression.Text(start, StringLiterals.content(text, start, end, raw)));
        }
    }

    /** Reads {@code {value!r:format}}; the offset after it. */
    private int placeholder(int start, int end, boolean raw, List<Expression> parts, int depth) {
        if (parts.size() > MOST_PARTS) {
            throw new PythonSyntaxException("a formatted text has more than " + MOST_PARTS + " parts; make it of smaller ones", start);
        }
        int at = partEnd(start + 1, end, false);
        int valueEnd = text.charAt(at - 1) == '=' && text.charAt(at) != '=' && !text.substring(start, at).isBlank() ? debug(start, at, parts) : at;
        Expression value = value(start + 1, valueEnd);
        String conversion = "";
        if (text.charAt(at) == '!') {
            conversion = text.substring(at + 1, Math.min(end, at + 2));
            at = partEnd(at + 1, end, false);
        }
        Optional<Expression> format = Optional.empty();
        if (text.charAt(at) == ':') {
            int formatStart = at + 1;
            at = partEnd(formatStart, end, true);
            var inner = new ArrayList<Expression>();
            formatted(formatStart, at, raw, inner, depth + 1);
            format = Optional.of(new Expression.Formatted(formatStart, inner));
        }
        parts.add(new Expression.Placeholder(start, value, conversion, format));
        return at + 1;
    }

    /** {@code {value=}} shows its own text; the offset of the equals sign. */
    private int debug(int start, int end, List<Expression> parts) {
        parts.add(new Expression.Text(start, text.substring(start + 1, end)));
        return end - 1;
    }

    private Expression value(int start, int end) {
        var cursor = new TokenCursor(text, Tokenizer.expression(text, start, end));
        Expression value = new ExpressionParser(cursor).several();
        if (!cursor.at(Tokens.Kind.END)) {
            throw cursor.unexpected("'}'");
        }
        return value;
    }

    /** Where a value ends (at {@code !}, {@code :} or the brace), or a format (at the brace). */
    private int partEnd(int start, int end, boolean format) {
        int open = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            int quote = format ? -1 : StringLiterals.quote(text, at, end);
            if (quote >= 0 && (at == start || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at = StringLiterals.end(text, at, quote, end) - 1;
            } else if (open == 0 && (c == '}' || !format && (c == ':' || c == '!' && text.charAt(at + 1) != '='))) {
                return at;
            } else if (c == '(' || c == '[' || c == '{') {
                open++;
            } else if (c == ')' || c == ']' || c == '}') {
                open--;
            }
        }
        throw new PythonSyntaxException("'{' is never closed", start - 1);
    }
}
