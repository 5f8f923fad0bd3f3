package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.Expression.Unary;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conditions and their negations, in the one form of all that ask the same. Both servers resolve NOT while they read; MariaDB compares a column with zero
 * where it stands for a condition, MySQL everything that is none by itself ({@code 0 <> coalesce(a, 1)}).
 */
final class Conditions {
    private static final Map<String, String> OPPOSITES = Map.ofEntries(Map.entry("=", "<>"), Map.entry("<>", "="), Map.entry("<", ">="), Map.entry(">", "<="),
            Map.entry("<=", ">"), Map.entry(">=", "<"), Map.entry("IN", "NOT IN"), Map.entry("NOT IN", "IN"), Map.entry("LIKE", "NOT LIKE"),
            Map.entry("NOT LIKE", "LIKE"), Map.entry("REGEXP", "NOT REGEXP"), Map.entry("NOT REGEXP", "REGEXP"));
    private static final Set<String> NEGATIVE = Set.of("<>", ">=", "<=", "NOT IN", "NOT LIKE", "NOT REGEXP");
    static final Literal ZERO = new Literal("0");

    private Conditions() {}

    /** What is asked where a condition stands. */
    static Expression truth(Expression expression) {
        return isCondition(expression) ? expression : new Binary("<>", expression, ZERO);
    }

    /** What is asked where only rows pass for which it is true: FALSE and NULL are the same there, below AND and OR too. */
    static Expression filter(Expression expression) {
        return switch (expression) {
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator, operands.stream().map(Conditions::filter).toList());
            case Test(Expression operand, String test) when test.equals("IS FALSE") -> filter(not(operand));
            case Test(Expression operand, String test) when test.equals("IS TRUE") -> filter(operand);
            default -> truth(expression);
        };
    }

    static Expression not(Expression operand) {
        return switch (operand) {
            case Literal(String text) when text.equals("0") || text.equals("1") -> new Literal(text.equals("0") ? "1" : "0");
            case Binary(String operator, Expression left, Expression right) when OPPOSITES.containsKey(operator) -> new Binary(OPPOSITES.get(operator), left, right);
            case Test(Expression inner, String test) -> new Test(inner, test.startsWith("IS NOT ") ? "IS " + test.substring(7) : "IS NOT " + test.substring(3));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator.equals("AND") ? "OR" : "AND", operands.stream().map(Conditions::not).toList());
            case Unary(String operator, Expression inner) when operator.equals("NOT") -> inner;
            default -> isCondition(operand) ? new Unary("NOT", operand) : new Binary("=", operand, ZERO);
        };
    }

    /** A negation on either side is one of the whole: the servers move it to the side that takes it. */
    static Expression xor(Expression left, Expression right) {
        Expression one = affirmed(truth(left));
        Expression other = affirmed(truth(right));
        boolean isNegated = one.equals(truth(left)) != other.equals(truth(right));
        Expression xor = new Binary("XOR", one, other);
        return isNegated ? new Unary("NOT", xor) : xor;
    }

    /** Of a condition and its opposite always the same one. */
    private static Expression affirmed(Expression condition) {
        boolean isNegative = switch (condition) {
            case Binary(String operator, _, _) -> NEGATIVE.contains(operator);
            case Test(_, String test) -> test.startsWith("IS NOT ");
            case Chain(String operator, _) -> operator.equals("OR");
            default -> condition instanceof Unary;
        };
        return isNegative ? not(condition) : condition;
    }

    /** Whether the value can be 0, 1 and NULL only. */
    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Binary(String operator, _, _) -> OPPOSITES.containsKey(operator) || operator.equals("<=>") || operator.equals("XOR") || operator.endsWith(" ALL") || operator.endsWith(" ANY");
            case Test _, Chain _ -> true;
            case Unary(String operator, _) -> operator.equals("NOT");
            case Opaque(String text) -> text.startsWith("EXISTS");
            default -> false;
        };
    }
}
