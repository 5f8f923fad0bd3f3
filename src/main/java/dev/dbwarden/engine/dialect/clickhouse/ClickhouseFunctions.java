package dev.dbwarden.engine.dialect.clickhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the server knows by name, as its system tables list it. */
final class ClickhouseFunctions {
    private static final Map<String, String> ANY_CASE = new HashMap<>();
    private static final Map<String, String> EXACT = new HashMap<>();
    /** What an aggregate's name may end in (clickhouse.com/docs/sql-reference/aggregate-functions/combinators). */
    private static final List<String> COMBINATORS = List.of("If", "Distinct", "State", "Merge", "MergeState", "SimpleState", "Array", "Map", "ForEach", "OrNull", "OrDefault");
    private static final Set<String> TABLE_SETTINGS = new HashSet<>(lines("merge_tree_settings.txt"));

    static {
        for (String line : lines("functions.txt")) {
            int space = line.indexOf(' ');
            (line.charAt(0) == '~' ? ANY_CASE : EXACT).put(line.substring(1, space), line.substring(space + 1));
        }
    }

    private ClickhouseFunctions() {}

    /** The name under which the server keeps a call: {@code now} for {@code NOW}, {@code substring} for {@code substr}, {@code sumIf} for {@code SUMIf}. */
    static String canonical(String name) {
        String exact = EXACT.get(name);
        String known = exact != null ? exact : ANY_CASE.get(name.toLowerCase(Locale.ROOT));
        return known != null ? known : COMBINATORS.stream().filter(end -> name.endsWith(end) && name.length() > end.length()).findFirst()
                .map(end -> canonical(name.substring(0, name.length() - end.length())) + end).orElse(name);
    }

    /** Whether a table of the MergeTree family keeps the setting; others are the statement's. */
    static boolean isTableSetting(String name) {
        return TABLE_SETTINGS.contains(name);
    }

    private static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(ClickhouseFunctions.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
