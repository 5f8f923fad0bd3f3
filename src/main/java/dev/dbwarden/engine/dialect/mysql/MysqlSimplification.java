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

    @Override
    public Expression simplify(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> name(name);
            case Opaque opaque -> opaque;
            case Unary(String operator, Expression operand) -> operator.equals("NOT") ? not(simplify(operand)) : new Unary(operator, simplify(operand));
            case Binary(String operator, Expression left, Expression right) -> binary(operator, simplify(left), simplify(right));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator, all(operands));
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
            default -> new Unary("NOT", operand);
        };
    }

    private static Expression binary(String operator, Expression left, Expression right) {
        return switch (operator) {
            case "AND", "OR" -> Chain.of(operator, List.of(left, right));
            case "IN" -> right instanceof Items(Items.Form _, List<Expression> items) && items.size() == 1 ? new Binary("=", left, items.getFirst()) : new Binary("IN", left, right);
            case "->" -> Call.of("json_extract", left, right);
            case "->>" -> Call.of("json_unquote", Call.of("json_extract", left, right));
            default -> new Binary(operator, left, right);
        };
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
        return new Call(new Name(List.of(SYNONYMS.getOrDefault(name, name))), arguments, suffix);
    }
}
