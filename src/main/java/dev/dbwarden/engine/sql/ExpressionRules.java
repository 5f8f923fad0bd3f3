package dev.dbwarden.engine.sql;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a dialect reads expressions, and which spellings it takes for one.
 *
 * @param powers         how tightly an operator binds; the key {@code OTHER} is for those that are not listed
 * @param synonyms       operators that are another one
 * @param namespaces     the qualifiers that say nothing
 * @param types          type names that are another one
 * @param quotedName     what a quoted name means: itself, or what is left of it where case does not count
 * @param simplification the dialect's equalities, on a tree
 */
public record ExpressionRules(Lexicon lexicon, Map<String, Integer> powers, Map<String, String> synonyms, Set<String> namespaces,
        Map<String, String> types, UnaryOperator<String> quotedName, Simplification simplification) {

    /** PostgreSQL with {@code public} as its default namespace; precedence as in the manual, 4.1.6. */
    public static final ExpressionRules POSTGRESQL = new ExpressionRules(new Lexicon("\"", false, true, true, false, true),
            Map.ofEntries(Map.entry("OR", 1), Map.entry("AND", 2), Map.entry("NOT", 3), Map.entry("IS", 4),
                    Map.entry("<", 5), Map.entry(">", 5), Map.entry("=", 5), Map.entry("<=", 5), Map.entry(">=", 5), Map.entry("<>", 5),
                    Map.entry("IN", 6), Map.entry("OTHER", 7), Map.entry("+", 8), Map.entry("-", 8),
                    Map.entry("*", 9), Map.entry("/", 9), Map.entry("%", 9), Map.entry("^", 10), Map.entry("AT", 11),
                    Map.entry("COLLATE", 12), Map.entry("UNARY", 13), Map.entry("PREFIX", 7)),
            Map.of("!=", "<>", "~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE"),
            Set.of("pg_catalog", "public"),
            Map.ofEntries(Map.entry("int", "integer"), Map.entry("int4", "integer"), Map.entry("int2", "smallint"), Map.entry("int8", "bigint"),
                    Map.entry("bool", "boolean"), Map.entry("character varying", "varchar"), Map.entry("character", "char"),
                    Map.entry("national character varying", "varchar"), Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"),
                    Map.entry("float", "double precision"), Map.entry("float8", "double precision"), Map.entry("float4", "real"),
                    Map.entry("timestamp with time zone", "timestamptz"), Map.entry("timestamp without time zone", "timestamp"),
                    Map.entry("time with time zone", "timetz"), Map.entry("time without time zone", "time"), Map.entry("bit varying", "varbit")),
            UnaryOperator.identity(), new PostgresqlSimplification());

    /** SQLite, whose names have no case and whose values have the types. */
    public static final ExpressionRules SQLITE = new ExpressionRules(new Lexicon("\"`[", false, false, false, false, false),
            Map.ofEntries(Map.entry("OR", 1), Map.entry("AND", 2), Map.entry("NOT", 3), Map.entry("IS", 4), Map.entry("IN", 4),
                    Map.entry("=", 4), Map.entry("<>", 4), Map.entry("<", 5), Map.entry(">", 5), Map.entry("<=", 5), Map.entry(">=", 5),
                    Map.entry("OTHER", 7), Map.entry("+", 8), Map.entry("-", 8), Map.entry("*", 9), Map.entry("/", 9), Map.entry("%", 9),
                    Map.entry("||", 10), Map.entry("->", 10), Map.entry("->>", 10), Map.entry("AT", 11), Map.entry("COLLATE", 12),
                    Map.entry("UNARY", 13), Map.entry("PREFIX", 13)),
            Map.of("!=", "<>", "==", "="), Set.of("main"), Map.of(), ExpressionRules::withoutCase, expression -> expression);

    /** The equalities of a dialect: answers the one form of all trees that mean the same. */
    @FunctionalInterface
    interface Simplification {
        Expression simplify(Expression expression);

        /** A default in the light of its column's type. */
        default Expression simplifyDefault(Expression expression, TypeName type) {
            return simplify(expression);
        }
    }

    /** These rules where other qualifiers than these say nothing. */
    public ExpressionRules withNamespaces(Set<String> newNamespaces) {
        return new ExpressionRules(lexicon, powers, synonyms, Set.copyOf(newNamespaces), types, quotedName, simplification);
    }

    int power(String operator) {
        Integer power = powers.get(operator);
        return power != null ? power : powers.getOrDefault("OTHER", 0);
    }

    private static String withoutCase(String name) {
        String folded = name.toLowerCase(java.util.Locale.ROOT);
        return Identifiers.isSimple(folded) ? folded : name;
    }
}
