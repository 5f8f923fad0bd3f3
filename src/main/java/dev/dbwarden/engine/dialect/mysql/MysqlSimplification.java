package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Field;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Subscript;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expression.When;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.TypeName;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What MySQL and MariaDB make of an expression when they store it and print it back, taken back: introducers of character sets, synonyms of
 * functions, negations that the server resolves while it reads ({@code NOT (a = 1)} is {@code a <> 1}).
 */
class MysqlSimplification implements ExpressionRules.Simplification {
    static final String[] UNITS = {"MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "SECOND_MICROSECOND", "MINUTE_MICROSECOND",
        "MINUTE_SECOND", "HOUR_MICROSECOND", "HOUR_SECOND", "HOUR_MINUTE", "DAY_MICROSECOND", "DAY_SECOND", "DAY_MINUTE", "DAY_HOUR", "YEAR_MONTH"};
    /** The operator that {@code SOUNDS LIKE} is read as: it binds as that does, and is no word of these servers. */
    static final String SOUNDS_LIKE = " GLOB ";
    /** What may stand without brackets, and has them as the servers print it. */
    private static final Set<String> CALLED = Set.of("utc_date", "utc_time", "utc_timestamp");

    @Override
    public Expression simplify(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> name(name);
            case Opaque(String text) -> new Opaque(text.startsWith("X'") ? text.toLowerCase(Locale.ROOT) : text);
            case Unary(String operator, Expression operand) -> unary(operator, simplify(operand));
            case Binary(String operator, Expression left, Expression right) -> binary(operator, simplify(left), simplify(right));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator, all(operands).stream().map(Conditions::truth).toList());
            case Test(Expression operand, String test) -> new Test(simplify(operand), test.replace("UNKNOWN", "NULL"));
            case Call(Name function, List<Expression> arguments, String suffix) -> Functions.call(function, all(arguments), suffix);
            case Cast(Expression operand, TypeName type) when type.name().startsWith("_") -> simplify(operand);
            case Cast(Literal literal, TypeName type) when type.name().equals("bit") -> bits(literal.content());
            case Cast(Expression operand, TypeName type) -> Functions.cast(simplify(operand), type);
            case Case cases -> new Case(cases.subject().map(this::simplify),
                    cases.whens().stream().map(when -> new When(simplify(when.condition()), simplify(when.result()))).toList(), cases.otherwise().map(this::simplify));
            case Items(Items.Form form, List<Expression> items) -> new Items(form, all(items));
            case Subscript(Expression operand, Expression index) -> new Subscript(simplify(operand), simplify(index));
            case Field(Expression operand, String name) -> new Field(simplify(operand), name);
        };
    }

    /** What a name stands for. */
    Expression name(Name name) {
        return name.parts().size() == 1 && CALLED.contains(name.last()) ? Call.of(name.last()) : name;
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::simplify).toList();
    }

    private Expression literal(Literal literal) {
        return literal.text().startsWith("0b") ? bits(literal.text().substring(2)) : switch (literal.text()) {
            case "TRUE" -> new Literal("1");
            case "FALSE" -> new Literal("0");
            case "CURRENT_USER" -> Call.of("current_user");
            case "USER", "SESSION_USER", "CURRENT_CATALOG", "CURRENT_SCHEMA" -> name(new Name(List.of(literal.text().toLowerCase(Locale.ROOT))));
            case "LOCALTIME", "LOCALTIMESTAMP" -> new Literal("CURRENT_TIMESTAMP");
            default -> literal;
        };
    }

    private static Expression unary(String operator, Expression operand) {
        return switch (operator) {
            case "NOT" -> Conditions.not(operand);
            case "+" -> operand;
            case "BINARY" -> Functions.cast(operand, TypeName.of("binary"));
            default -> new Unary(operator, operand);
        };
    }

    private static Expression bits(String digits) {
        String hex = new BigInteger(digits.isEmpty() ? "0" : digits, 2).toString(16);
        return new Literal("0x" + "0".repeat(hex.length() % 2) + hex);
    }

    private static Expression binary(String operator, Expression left, Expression right) {
        return switch (operator) {
            case "AND", "OR" -> Chain.of(operator, List.of(Conditions.truth(left), Conditions.truth(right)));
            case "XOR" -> Conditions.xor(left, right);
            case "=", "<>" -> left.equals(Conditions.ZERO) ? new Binary(operator, right, left) : new Binary(operator, left, right);
            case "%" -> new Binary("MOD", left, right);
            case "+" -> Functions.isInterval(left) ? new Binary("+", right, left) : new Binary("+", left, right);
            case "IN", "NOT IN" -> right instanceof Items(Items.Form _, List<Expression> items) && items.size() == 1
                    ? binary(operator.equals("IN") ? "=" : "<>", left, items.getFirst()) : new Binary(operator, left, right);
            case "GLOB" -> new Binary("=", Call.of("soundex", left), Call.of("soundex", right));
            case "->" -> Call.of("json_extract", left, right);
            case "->>" -> Call.of("json_unquote", Call.of("json_extract", left, right));
            default -> new Binary(operator, left, right);
        };
    }
}
