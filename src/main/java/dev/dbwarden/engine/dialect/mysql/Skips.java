package dev.dbwarden.engine.dialect.mysql;

/** Where literals and comments of a script end. */
final class Skips {
    private Skips() {}

    /** Behind the quoted text that opens at an offset. */
    static int quoted(String script, int start) {
        char quote = script.charAt(start);
        for (int at = start + 1; at < script.length(); at++) {
            char c = script.charAt(at);
            if (c == '\\' && quote != '`') {
                at++;
            } else if (c == quote) {
                return at + 1;
            }
        }
        return script.length();
    }

    static boolean opensLine(String script, int at) {
        return script.charAt(at) == '#' || script.startsWith("--", at) && (at + 2 >= script.length() || script.charAt(at + 2) <= ' ');
    }

    /** The start of the next line. */
    static int line(String script, int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end + 1;
    }

    /** Behind the comment that opens at an offset. */
    static int block(String script, int at) {
        int end = script.indexOf("*/", at + 2);
        return end < 0 ? script.length() : end + 2;
    }
}
