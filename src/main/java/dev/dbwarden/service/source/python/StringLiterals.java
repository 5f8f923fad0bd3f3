package dev.dbwarden.service.source.python;

import java.util.Locale;

/** Where literals of text begin and end, and what they say. */
final class StringLiterals {
    private static final int DEEPEST = 20;

    private StringLiterals() {}

    /** The offset of the quote, where a literal begins at {@code at}; else -1. */
    static int quote(String text, int at, int end) {
        int quote = at;
        while (quote < end && quote < at + 3 && "rRbBuUfFtT".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        return quote < end && quote < at + 3 && (text.charAt(quote) == '"' || text.charAt(quote) == '\'') ? quote : -1;
    }

    static String prefix(String text, int at, int quote) {
        return text.substring(at, quote).toLowerCase(Locale.ROOT);
    }

    static boolean isFormatted(String prefix) {
        return prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0;
    }

    /** How many characters the quote has: 1 or 3. */
    static int width(String text, int quote) {
        String mark = text.substring(quote, quote + 1);
        return text.startsWith(mark.repeat(3), quote) ? 3 : 1;
    }

    /** The offset after the literal. */
    static int end(String text, int start, int quote, int end) {
        return end(text, start, quote, end, 0);
    }

    private static int end(String text, int start, int quote, int end, int depth) {
        int width = width(text, quote);
        String mark = text.substring(quote, quote + width);
        boolean formatted = isFormatted(prefix(text, start, quote));
        for (int at = quote + width; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (text.startsWith(mark, at)) {
                return at + width;
            } else if (width == 1 && c == '\n') {
                break;
            } else if (formatted && c == '{' && at + 1 < end && text.charAt(at + 1) == '{') {
                at++;
            } else if (formatted && c == '{') {
                at = placeholderEnd(text, at + 1, end, depth) - 1;
            }
        }
        throw new PythonSyntaxException("the text is never closed", start);
    }

    /** The offset after a placeholder's closing brace. */
    private static int placeholderEnd(String text, int start, int end, int depth) {
        if (depth > DEEPEST) {
            throw new PythonSyntaxException("formatted texts nest deeper than " + DEEPEST, start);
        }
        int open = 1;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            int quote = quote(text, at, end);
            if (quote >= 0 && (at == start || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at = end(text, at, quote, end, depth + 1) - 1;
            } else if (c == '{' || c == '[' || c == '(') {
                open++;
            } else if ((c == '}' || c == ']' || c == ')') && --open == 0) {
                return at + 1;
            } else if (c == ':' && open == 1) {
                return formatEnd(text, at + 1, end, depth);
            }
        }
        throw new PythonSyntaxException("'{' is never closed", start - 1);
    }

    /** A format's end: it may hold quotes that close nothing, and placeholders. */
    private static int formatEnd(String text, int start, int end, int depth) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '{') {
                at = placeholderEnd(text, at + 1, end, depth + 1) - 1;
            } else if (text.charAt(at) == '}') {
                return at + 1;
            }
        }
        throw new PythonSyntaxException("'{' is never closed", start - 1);
    }

    /** What the text between two offsets says, its escapes read. */
    static String content(String text, int start, int end, boolean raw) {
        String content = text.substring(start, end).replace("\r\n", "\n");
        if (raw || content.indexOf('\\') < 0) {
            return content;
        }
        var read = new StringBuilder();
        int at = 0;
        while (at < content.length()) {
            char c = content.charAt(at);
            at = c == '\\' && at + 1 < content.length() ? escape(content, at, start, read) : plain(c, at, read);
        }
        return read.toString();
    }

    private static int plain(char c, int at, StringBuilder read) {
        read.append(c);
        return at + 1;
    }

    /** Reads the escape at {@code at}; the offset after it. */
    private static int escape(String text, int at, int start, StringBuilder read) {
        char c = text.charAt(at + 1);
        int simple = "\\'\"abfnrtv".indexOf(c);
        if (simple >= 0) {
            read.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return at + 2;
        }
        return switch (c) {
            case '\n' -> at + 2;
            case 'x' -> code(text, at + 2, at + 4, 16, start, read);
            case 'u' -> code(text, at + 2, at + 6, 16, start, read);
            case 'U' -> code(text, at + 2, at + 10, 16, start, read);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> code(text, at + 1, octalEnd(text, at + 1), 8, start, read);
            case 'N' -> named(text, at, start, read);
            default -> {
                read.append('\\').append(c);
                yield at + 2;
            }
        };
    }

    private static int octalEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        return end;
    }

    private static int code(String text, int from, int to, int radix, int start, StringBuilder read) {
        try {
            read.appendCodePoint(Integer.parseInt(text.substring(from, to), radix));
            return to;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PythonSyntaxException("the escape in the text is not whole", start + from - 1);
        }
    }

    private static int named(String text, int at, int start, StringBuilder read) {
        int end = text.indexOf('}', at);
        try {
            read.appendCodePoint(Character.codePointOf(text.substring(at + 3, end)));
            return end + 1;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PythonSyntaxException("the escape in the text names no character", start + at);
        }
    }
}
