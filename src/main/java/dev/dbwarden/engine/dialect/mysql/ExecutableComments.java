package dev.dbwarden.engine.dialect.mysql;

/**
 * Comments that a server runs (MySQL manual, 11.7): what they hold is SQL, and their brackets become white space, so that every offset stays.
 * So does a backslash at the end of a line, which the clients take out, and {@code --x} at the start of one, or behind a statement, is the comment that they take it for
 * (add_line in mysql.cc).
 */
final class ExecutableComments {
    private final String script;
    private final char[] text;
    private final Variant variant;
    private int at;

    private ExecutableComments(String script, Variant variant) {
        this.script = script;
        this.text = script.toCharArray();
        this.variant = variant;
    }

    /** The script as the server reads it. */
    static String opened(String script, Variant variant) {
        return script.contains("/*!") || script.contains("/*M!") || script.contains("\\\n") || script.contains("--") ? new ExecutableComments(script, variant).opened() : script;
    }

    private String opened() {
        int open = 0;
        boolean lineStart = true;
        while (at < text.length) {
            char c = text[at];
            boolean first = lineStart;
            lineStart = c == '\n' || c == ';' || first && Character.isWhitespace(c);
            if (c == '\'' || c == '"' || c == '`') {
                at = Skips.quoted(script, at);
            } else if (Skips.opensLine(script, at)) {
                at = Skips.line(script, at);
                lineStart = true;
            } else if (first && script.startsWith("--", at)) {
                blank(at + 1);
                text[at] = '#';
                at = Skips.line(script, at);
                lineStart = true;
            } else if (script.startsWith("/*", at)) {
                open += comment() ? 1 : 0;
            } else if (open > 0 && script.startsWith("*/", at)) {
                blank(at + 2);
                open--;
            } else if (script.startsWith("\\\n", at)) {
                blank(at + 1);
            } else {
                at++;
            }
        }
        return new String(text);
    }

    /** Whether a comment was opened up; otherwise it was passed over. */
    private boolean comment() {
        String mark = script.startsWith("!", at + 2) ? "!" : script.startsWith("M!", at + 2) ? "M!" : "";
        int digits = at + 2 + mark.length();
        int end = digits;
        while (end < text.length && end < digits + 6 && Character.isDigit(text[end])) {
            end++;
        }
        if (mark.isEmpty() || !variant.runs(mark, end == digits ? 0 : Integer.parseInt(script.substring(digits, end)))) {
            at = Skips.block(script, at);
            return false;
        }
        blank(end);
        return true;
    }

    private void blank(int end) {
        while (at < end) {
            text[at++] = ' ';
        }
    }
}
