package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.ExpressionRules;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How PostgreSQL reads expressions, with {@code public} as the default namespace; precedence as in the manual, 4.1.6. */
public final class PostgresqlExpressions {
    public static final ExpressionRules RULES = new ExpressionRules(Postgresql.LEXICON,
            Map.ofEntries(Map.entry("OR", 1), Map.entry("AND", 2), Map.entry("NOT", 3), Map.entry("IS", 4),
                    Map.entry("<", 5), Map.entry(">", 5), Map.entry("=", 5), Map.entry("<=", 5), Map.entry(">=", 5), Map.entry("<>", 5),
                    Map.entry("IN", 6), Map.entry("OTHER", 7), Map.entry("+", 8), Map.entry("-", 8),
                    Map.entry("*", 9), Map.entry("/", 9), Map.entry("%", 9), Map.entry("^", 10), Map.entry("AT", 11),
                    Map.entry("COLLATE", 12), Map.entry("UNARY", 13), Map.entry("PREFIX", 7)),
            Map.of("!=", "<>", "~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE"),
            Set.of("pg_catalog", "public"),
            Map.ofEntries(Map.entry("int", "integer"), Map.entry("int4", "integer"), Map.entry("int2", "smallint"), Map.entry("int8", "bigint"),
                    Map.entry("bool", "boolean"), Map.entry("character varying", "varchar"), Map.entry("character", "char"), Map.entry("char(1)", "char"),
                    Map.entry("national character varying", "varchar"), Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"),
                    Map.entry("float", "double precision"), Map.entry("float8", "double precision"), Map.entry("float4", "real"),
                    Map.entry("timestamp with time zone", "timestamptz"), Map.entry("timestamp without time zone", "timestamp"),
                    Map.entry("time with time zone", "timetz"), Map.entry("time without time zone", "time"), Map.entry("bit varying", "varbit")),
            UnaryOperator.identity(), new PostgresqlSimplification(OperandTypes.NONE, false));

    private PostgresqlExpressions() {}

    /** The same where something is known of the operands. */
    static ExpressionRules rules(OperandTypes types) {
        return RULES.withSimplification(new PostgresqlSimplification(types, false));
    }

    /** The same for an expression that is a column of a query's answer. */
    static ExpressionRules column(OperandTypes types) {
        return RULES.withSimplification(new PostgresqlSimplification(types, true));
    }
}
