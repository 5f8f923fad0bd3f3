package dev.dbwarden.engine.database;

import java.util.ArrayList;
import java.util.List;

/** A script cut as the client {@code mysql} cuts it: at the delimiter, outside literals and comments. A line {@code DELIMITER x} sets it; a backslash at the end of a line falls out. */
record ClientScript(String script) {
    List<String> statements() {
        var statements = new ArrayList<String>();
        String delimiter = ";";
        var statement = new StringBuilder();
        for (int at = 0; at < script.length(); ) {
            boolean lineStart = at == 0 || script.charAt(at - 1) == '\n';
            if (lineStart && script.regionMatches(true, at, "DELIMITER ", 0, 10)) {
                int end = lineEnd(at);
                delimiter = script.substring(at + 10, end).strip();
                at = end;
            } else if (script.startsWith(delimiter, at)) {
                add(statements, statement);
                at += delimiter.length();
            } else if (script.startsWith("\\\n", at)) {
                at++;
            } else {
                int end = tokenEnd(at);
                statement.append(script, at, end);
                at = end;
            }
        }
        add(statements, statement);
        return statements;
    }

    private static void add(List<String> statements, StringBuilder statement) {
        if (!statement.toString().isBlank()) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
    }

    private int lineEnd(int at) {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private int tokenEnd(int at) {
        char c = script.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            int end = at + 1;
            while (end < script.length() && script.charAt(end) != c) {
                end += script.charAt(end) == '\\' && c != '`' ? 2 : 1;
            }
            return Math.min(script.length(), end + 1);
        }
        if (c == '#' || script.startsWith("-- ", at)) {
            return lineEnd(at);
        }
        int close = script.startsWith("/*", at) ? script.indexOf("*/", at) : -1;
        return close < 0 ? at + 1 : close + 2;
    }
}
