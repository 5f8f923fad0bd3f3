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
import java.util.List;
import java.util.Map;

/**
 * What MySQL and MariaDB make of an expression when they store it and print it back, taken back: introducers of character sets, synonyms of
 * functions, negations that the server resolves while it reads ({@code NOT (a = 1)} is {@code a <> 1}).
 */
class MysqlSimplification implements ExpressionRules.Simplification {
    private static final Map<String, String> VALUES = Map.of("now", "CURRENT_TIMESTAMP", "current_timestamp", "CURRENT_TIMESTAMP", "localtime", "CURRENT_TIMESTAMP",
            "localtimestamp", "CURRENT_TIMESTAMP", "curdate", "CURRENT_DATE", "current_date", "CURRENT_DATE", "curtime", "CURRENT_TIME", "current_time", "CURRENT_TIME");
    private static final Map<String, String> SYNONYMS = Map.of("lcase", "lower", "ucase", "upper", "substr", "substring", "mid", "substring",
            "character_length", "char_length", "ceil", "ceiling", "pow", "power", "octet_length", "length");
    private static final Map<String, String> OPPOSITES = Map.of("=", "<>", "<>", "=", "<", ">=", ">", "<=", "<=", ">", ">=", "<",
            "IN", "NOT IN", "LIKE", "NOT LIKE", "REGEXP", "NOT REGEXP");
    /** In front of the unit, the name of the function that an interval is read as. */
    static final String INTERVAL = "interval ";
    static final String[] UNITS = {"MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "SECOND_MICROSECOND", "MINUTE_MICROSECOND",
        "MINUTE_SECOND", "HOUR_MICROSECOND", "HOUR_SECOND", "HOUR_MINUTE", "DAY_MICROSECOND", "DAY_SECOND", "DAY_MINUTE", "DAY_HOUR", "YEAR_MONTH"};
    private static final Map<String, String> SHIFTS = Map.of("date_add", "+", "adddate", "+", "date_sub", "-", "subdate", "-");
    private static final Literal ZERO = new Literal("0");

    @Override
    public Expression simplify(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> name(name);
            case Opaque opaque -> opaque;
            case Unary(String operator, Expression operand) -> operator.equals("NOT") ? not(simplify(operand)) : new Unary(operator, simplify(operand));
            case Binary(String operator, Expression left, Expression right) -> binary(operator, simplify(left), simplify(right));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator, all(operands).stream().map(MysqlSimplification::truth).toList());
            case Test(Expression operand, String test) -> new Test(simplify(operand), test);
            case Call(Name function, List<Expression> arguments, String suffix) -> call(function, all(arguments), suffix);
            case Cast(Expression operand, TypeName type) when type.name().startsWith("_") -> simplify(operand);
            case Cast(Expression operand, TypeName type) -> new Cast(simplify(operand), type);
            case Case cases -> new Case(cases.subject().map(this::simplify),
                    cases.whens().stream().map(when -> new When(simplify(when.condition()), simplify(when.result()))).toList(), cases.otherwise().map(this::simplify));
            case Items(Items.Form form, List<Expression> items) -> new Items(form, all(items));
            case Subscript(Expression operand, Expression index) -> new Subscript(simplify(operand), simplify(index));
            case Field(Expression operand, String name) -> new Field(simplify(operand), name);
        };
    }

    /** What a name stands for. */
    Expression name(Name name) {
        return name;
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::simplify).toList();
    }

    private static Literal literal(Literal literal) {
        return switch (literal.text()) {
            case "TRUE" -> new Literal("1");
            case "FALSE" -> new Literal("0");
            case "LOCALTIME", "LOCALTIMESTAMP" -> new Literal("CURRENT_TIMESTAMP");
            default -> literal;
        };
    }

    private static Expression not(Expression operand) {
        return switch (operand) {
            case Binary(String operator, Expression left, Expression right) when OPPOSITES.containsKey(operator) -> new Binary(OPPOSITES.get(operator), left, right);
            case Test(Expression inner, String test) -> new Test(inner, test.startsWith("IS NOT ") ? "IS " + test.substring(7) : "IS NOT " + test.substring(3));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator.equals("AND") ? "OR" : "AND", operands.stream().map(MysqlSimplification::not).toList());
            case Binary(String operator, Expression left, Expression right) when operator.equals("XOR") -> new Binary("XOR", not(left), right);
            case Unary(String operator, Expression inner) when operator.equals("NOT") -> isTruth(inner) ? inner : new Binary("<>", inner, ZERO);
            case Name name when isColumn(name) -> new Binary("=", name, ZERO);
            case Literal(String text) when text.equals("0") || text.equals("1") -> new Literal(text.equals("0") ? "1" : "0");
            default -> new Unary("NOT", operand);
        };
    }

    /** What is asked where a condition stands: a column's value is compared with zero there, that of anything else is not (tried on MariaDB 10.11). */
    static Expression truth(Expression expression) {
        return expression instanceof Name name && isColumn(name) ? new Binary("<>", name, ZERO) : expression;
    }

    private static boolean isColumn(Name name) {
        return !name.last().startsWith(QueriesInside.STANDS_FOR) && !name.last().equals("*");
    }

    /** Whether the value can be 0, 1 and NULL only. */
    private static boolean isTruth(Expression expression) {
        return expression instanceof Opaque(String text) && text.startsWith("EXISTS") || expression instanceof Binary(String operator, _, _) && (operator.equals("NOT IN") || operator.equals("<=>"));
    }

    private static Expression binary(String operator, Expression left, Expression right) {
        return switch (operator) {
            case "AND", "OR" -> Chain.of(operator, List.of(truth(left), truth(right)));
            case "=", "<>" -> left.equals(ZERO) && right instanceof Name ? new Binary(operator, right, ZERO) : new Binary(operator, left, right);
            case "%" -> new Binary("MOD", left, right);
            case "+" -> isInterval(left) ? new Binary("+", right, left) : new Binary("+", left, right);
            case "IN" -> right instanceof Items(Items.Form _, List<Expression> items) && items.size() == 1 ? new Binary("=", left, items.getFirst()) : new Binary("IN", left, right);
            case "->" -> Call.of("json_extract", left, right);
            case "->>" -> Call.of("json_unquote", Call.of("json_extract", left, right));
            default -> new Binary(operator, left, right);
        };
    }

    private static boolean isInterval(Expression expression) {
        return expression instanceof Call call && call.function().last().startsWith(INTERVAL);
    }

    private static Expression call(Name function, List<Expression> arguments, String suffix) {
        String name = function.last();
        if (function.parts().size() > 1 || VALUES.containsKey(name) && !suffix.isEmpty()) {
            return new Call(function, arguments, suffix);
        }
        boolean plain = arguments.isEmpty() || arguments.equals(List.of(new Literal("0")));
        if (VALUES.containsKey(name) && plain) {
            return new Literal(VALUES.get(name));
        }
        if (VALUES.containsKey(name) && arguments.size() == 1 && arguments.getFirst() instanceof Literal digits) {
            return new Literal(VALUES.get(name) + "(" + digits.text() + ")");
        }
        if (name.equals("count") && arguments.equals(List.of(new Literal("0")))) {
            return new Call(function, List.of(new Name(List.of("*"))), suffix);
        }
        if (name.equals("mod") && arguments.size() == 2) {
            return new Binary("MOD", arguments.getFirst(), arguments.getLast());
        }
        if (SHIFTS.containsKey(name) && arguments.size() == 2) {
            boolean days = name.endsWith("date") && !isInterval(arguments.getLast());
            return new Binary(SHIFTS.get(name), arguments.getFirst(), days ? Call.of(INTERVAL + "day", arguments.getLast()) : arguments.getLast());
        }
        return new Call(new Name(List.of(SYNONYMS.getOrDefault(name, name))), arguments, suffix);
    }
}
