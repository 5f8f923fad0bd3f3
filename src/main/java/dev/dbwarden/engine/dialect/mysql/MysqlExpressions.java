package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Identifiers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How MySQL and MariaDB read expressions: names of columns have no case; precedence as in the manual of MySQL, 14.4.1. */
public final class MysqlExpressions {
    public static final ExpressionRules RULES = new ExpressionRules(Mysql.LEXICON,
            Map.ofEntries(Map.entry("OR", 1), Map.entry("XOR", 2), Map.entry("AND", 3), Map.entry("NOT", 4), Map.entry("IS", 6), Map.entry("IN", 6),
                    Map.entry("=", 6), Map.entry("<=>", 6), Map.entry("<>", 6), Map.entry("<", 6), Map.entry(">", 6), Map.entry("<=", 6), Map.entry(">=", 6),
                    Map.entry("|", 7), Map.entry("&", 8), Map.entry("<<", 9), Map.entry(">>", 9), Map.entry("+", 10), Map.entry("-", 10),
                    Map.entry("*", 11), Map.entry("/", 11), Map.entry("DIV", 11), Map.entry("%", 11), Map.entry("MOD", 11), Map.entry("^", 12),
                    Map.entry("UNARY", 13), Map.entry("PREFIX", 13), Map.entry(ExpressionRules.PREFIX + "BINARY", 14), Map.entry("COLLATE", 14), Map.entry("AT", 15), Map.entry("OTHER", 15)),
            Map.of("!=", "<>", "&&", "AND", "||", "OR"), Set.of(), Map.of(), MysqlExpressions::withoutCase, new MysqlSimplification());

    private MysqlExpressions() {}

    /** These rules with other equalities. */
    static ExpressionRules with(ExpressionRules.Simplification simplification) {
        return new ExpressionRules(RULES.lexicon(), RULES.powers(), RULES.synonyms(), RULES.namespaces(), RULES.types(), RULES.quotedName(), simplification);
    }

    private static String withoutCase(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return Identifiers.isSimple(folded) ? folded : name;
    }
}
