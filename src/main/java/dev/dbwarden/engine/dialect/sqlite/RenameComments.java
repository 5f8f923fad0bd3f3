package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Hints in comments: {@code -- renamed from: old}, behind a column or a table on its line, or on a line of its own in front of it.
 */
final class RenameComments {
    private static final Pattern HINT = Pattern.compile("(?i)(?:--|/\\*)\\s*renamed from:\\s*(\"[^\"]+\"|[^\\s*,;]+)");

    private RenameComments() {}

    /** The hints in and before a CREATE TABLE, whose tokens are left in the stream, as {@code table.old:new} and {@code old:new}. */
    static List<String> in(String script, TokenStream statement, ObjectName table, SequencedMap<Integer, String> columns) {
        var hints = new ArrayList<String>();
        int from = start(script, statement.peek().start());
        int end = statement.remaining().getLast().end();
        int stop = script.indexOf('\n', end) < 0 ? script.length() : script.indexOf('\n', end);
        var matcher = HINT.matcher(script).region(from, stop);
        while (matcher.find()) {
            if (isComment(matcher.start(), statement.remaining())) {
                String old = matcher.group(1).replace("\"", "");
                Optional<String> column = subject(script, matcher.start(), columns);
                hints.add(column.map(name -> table + "." + ObjectName.of(old) + ":" + ObjectName.of(name)).orElse(ObjectName.of(old) + ":" + ObjectName.of(table.name())));
            }
        }
        return hints;
    }

    /** Behind the statement before; what stands on its last line is about that one. */
    private static int start(String script, int statement) {
        int before = script.lastIndexOf(';', statement);
        int line = before < 0 ? 0 : script.indexOf('\n', before);
        return line < 0 || line > statement ? Math.max(before, 0) : line;
    }

    private static boolean isComment(int offset, List<Token> tokens) {
        return tokens.stream().noneMatch(token -> token.start() <= offset && offset < token.end());
    }

    /** The column that a comment is about: the last that starts before it on its line, or else the next; none for the table. */
    private static Optional<String> subject(String script, int offset, SequencedMap<Integer, String> columns) {
        int line = script.lastIndexOf('\n', offset) + 1;
        if (!script.substring(line, offset).isBlank()) {
            return columns.entrySet().stream().filter(column -> column.getKey() >= line && column.getKey() < offset)
                    .reduce((_, last) -> last).map(Map.Entry::getValue);
        }
        boolean beforeTable = columns.isEmpty() || offset < script.lastIndexOf('(', columns.firstEntry().getKey());
        return beforeTable ? Optional.empty() : columns.entrySet().stream().filter(column -> column.getKey() > offset).findFirst().map(Map.Entry::getValue);
    }
}
