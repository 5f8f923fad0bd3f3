package dev.dbwarden.engine.sql;

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
import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as text with the parentheses that it needs; reading the text gives the tree back. */
final class ExpressionPrinter {
    private static final int CAST = 15;
    private static final int POSTFIX = 16;
    private static final int CLOSED = 99;

    private final ExpressionRules rules;

    ExpressionPrinter(ExpressionRules rules) {
        this.rules = rules;
    }

    String text(Expression expression) {
        return switch (expression) {
            case Literal(String text) -> text;
            case Opaque(String text) -> text;
            case Name name -> name(name);
            case Unary(String operator, Expression operand) -> operator + " " + inner(operand, unaryPower(operator));
            case Binary binary -> binary(binary);
            case Chain(String operator, List<Expression> operands) -> operands.stream().map(each -> inner(each, rules.power(operator) + 1))
                    .collect(Collectors.joining(" " + operator + " "));
            case Test(Expression operand, String test) -> inner(operand, rules.power("IS")) + " " + test;
            case Call(Name function, List<Expression> arguments, String suffix) -> name(function) + "(" + list(arguments) + ")"
                    + (suffix.isEmpty() ? "" : " " + suffix);
            case Cast(Expression operand, TypeName type) -> inner(operand, CAST) + "::" + type;
            case Case cases -> cases(cases);
            case Items(Items.Form form, List<Expression> items) -> switch (form) {
                case ARRAY -> "ARRAY[" + list(items) + "]";
                case ROW -> "ROW(" + list(items) + ")";
                case LIST -> "(" + list(items) + ")";
            };
            case Subscript(Expression operand, Binary(String operator, Expression from, Expression to)) when operator.equals(":") ->
                    inner(operand, POSTFIX) + "[" + text(from) + " : " + text(to) + "]";
            case Subscript(Expression operand, Expression index) -> inner(operand, POSTFIX) + "[" + text(index) + "]";
            case Field(Expression operand, String name) -> "(" + text(operand) + ")." + Identifiers.canonical(name);
        };
    }

    private String binary(Binary binary) {
        int power = powerOf(binary.operator());
        String left = inner(binary.left(), power) + " " + binary.operator() + " ";
        if (binary.operator().endsWith(" ANY") || binary.operator().endsWith(" ALL")) {
            return left + (binary.right() instanceof Opaque(String text) && text.startsWith("(") ? text : "(" + text(binary.right()) + ")");
        }
        return left + inner(binary.right(), power + 1);
    }

    private String cases(Case cases) {
        var text = new StringBuilder("CASE");
        cases.subject().ifPresent(subject -> text.append(' ').append(text(subject)));
        cases.whens().forEach(when -> text.append(" WHEN ").append(text(when.condition())).append(" THEN ").append(text(when.result())));
        cases.otherwise().ifPresent(otherwise -> text.append(" ELSE ").append(text(otherwise)));
        return text.append(" END").toString();
    }

    private String list(List<Expression> items) {
        return items.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private static String name(Name name) {
        return name.parts().stream().map(part -> part.equals("*") ? part : Identifiers.canonical(part)).collect(Collectors.joining("."));
    }

    private String inner(Expression expression, int power) {
        return power(expression) < power ? "(" + text(expression) + ")" : text(expression);
    }

    private int power(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.text().startsWith("-") ? rules.power("UNARY") : CLOSED;
            case Unary(String operator, _) -> operator.equals("NOT") || operator.equals("-") || operator.equals("+") ? unaryPower(operator) : 0;
            case Binary binary -> powerOf(binary.operator());
            case Chain chain -> rules.power(chain.operator());
            case Test _ -> rules.power("IS");
            case Cast _ -> CAST;
            case Subscript _, Field _ -> POSTFIX;
            case Opaque _, Name _, Call _, Case _, Items _ -> CLOSED;
        };
    }

    private int unaryPower(String operator) {
        return rules.power(switch (operator) {
            case "NOT" -> "NOT";
            case "-", "+" -> "UNARY";
            default -> "PREFIX";
        });
    }

    private int powerOf(String operator) {
        if (Character.isLetter(operator.charAt(0))) {
            return rules.power(operator.startsWith("IS") ? "IS" : operator.equals("COLLATE") ? "COLLATE" : operator.startsWith("OPERATOR") ? "OTHER" : rules.powers().containsKey(operator) ? operator : "IN");
        }
        int quantifier = operator.indexOf(' ');
        return rules.power(quantifier < 0 ? operator : operator.substring(0, quantifier));
    }
}
