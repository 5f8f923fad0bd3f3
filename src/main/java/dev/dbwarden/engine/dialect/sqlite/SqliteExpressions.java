package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Identifiers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How SQLite reads expressions: its names have no case, and its values have the types. */
public final class SqliteExpressions {
    public static final ExpressionRules RULES = new ExpressionRules(Sqlite.LEXICON,
            Map.ofEntries(Map.entry("OR", 1), Map.entry("AND", 2), Map.entry("NOT", 3), Map.entry("IS", 4), Map.entry("IN", 4),
                    Map.entry("=", 4), Map.entry("<>", 4), Map.entry("<", 5), Map.entry(">", 5), Map.entry("<=", 5), Map.entry(">=", 5),
                    Map.entry("OTHER", 7), Map.entry("+", 8), Map.entry("-", 8), Map.entry("*", 9), Map.entry("/", 9), Map.entry("%", 9),
                    Map.entry("||", 10), Map.entry("->", 10), Map.entry("->>", 10), Map.entry("AT", 11), Map.entry("COLLATE", 12),
                    Map.entry("UNARY", 13), Map.entry("PREFIX", 13)),
            Map.of("!=", "<>", "==", "="), Set.of("main"), Map.of(), SqliteExpressions::withoutCase, expression -> expression);

    private SqliteExpressions() {}

    private static String withoutCase(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return Identifiers.isSimple(folded) ? folded : name;
    }
}
