package dev.dbwarden.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SQL expression as a tree, as far as its meaning has to be compared. */
public sealed interface Expression {
    /** Up to this size an operand may be written twice; otherwise nested ones would double with each level. */
    int SMALL = 60;

    /** How many parts it has, itself included. */
    default int size() {
        return 1 + switch (this) {
            case Literal _, Name _, Opaque _ -> 0;
            case Unary(_, Expression operand) -> operand.size();
            case Binary(_, Expression left, Expression right) -> left.size() + right.size();
            case Chain(_, var operands) -> size(operands);
            case Test(Expression operand, _) -> operand.size();
            case Call(_, var arguments, _) -> size(arguments);
            case Cast(Expression operand, _) -> operand.size();
            case Case(var subject, var whens, var otherwise) -> subject.map(Expression::size).orElse(0) + otherwise.map(Expression::size).orElse(0)
                    + whens.stream().mapToInt(when -> when.condition().size() + when.result().size()).sum();
            case Items(_, var items) -> size(items);
            case Subscript(Expression operand, Expression index) -> operand.size() + index.size();
            case Field(Expression operand, _) -> operand.size();
        };
    }

    private static int size(List<Expression> all) {
        return all.stream().mapToInt(Expression::size).sum();
    }

    /** A value that stands for itself, canonical: {@code 'it''s'}, {@code -1.5}, {@code NULL}, {@code CURRENT_TIMESTAMP}. */
    record Literal(String text) implements Expression {
        public static final Literal NULL = new Literal("NULL");

        public boolean isString() {
            return text.startsWith("'");
        }

        public boolean isNumber() {
            char first = text.isEmpty() ? ' ' : text.charAt(0);
            return first == '-' || first == '.' || first >= '0' && first <= '9';
        }

        /** A string's content. */
        public String content() {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }

        public static Literal string(String content) {
            return new Literal("'" + content.replace("'", "''") + "'");
        }
    }

    /** A column, perhaps qualified; the last part may be {@code *}. */
    record Name(List<String> parts) implements Expression {
        public String last() {
            return parts.getLast();
        }
    }

    /** {@code -x}, {@code NOT x}. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** Two operands; also {@code LIKE}, {@code IN}, {@code = ANY}, {@code COLLATE}, and {@code :} between the bounds of a slice. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code AND} or {@code OR} over two operands or more, none of which is a chain of the same operator. */
    record Chain(String operator, List<Expression> operands) implements Expression {
        /** The chain of these operands, with those of chains of the same operator in their place. */
        public static Chain of(String operator, List<Expression> operands) {
            var all = new ArrayList<Expression>();
            operands.forEach(operand -> {
                if (operand instanceof Chain(String inner, var links) && inner.equals(operator)) {
                    all.addAll(links);
                } else {
                    all.add(operand);
                }
            });
            return new Chain(operator, List.copyOf(all));
        }
    }

    /** {@code x IS NULL} and its like; the test in upper case. */
    record Test(Expression operand, String test) implements Expression {}

    /** A call; {@code suffix} is what follows the bracket ({@code OVER}, {@code FILTER}), as tokens. */
    record Call(Name function, List<Expression> arguments, String suffix) implements Expression {
        public static Call of(String function, Expression... arguments) {
            return new Call(new Name(List.of(function)), List.of(arguments), "");
        }

        public boolean is(String name) {
            return function.parts().size() == 1 && function.last().equals(name);
        }
    }

    record Cast(Expression operand, TypeName type) implements Expression {}

    /** {@code CASE}; no {@code ELSE} is {@code ELSE NULL}. */
    record Case(Optional<Expression> subject, List<When> whens, Optional<Expression> otherwise) implements Expression {}

    record When(Expression condition, Expression result) {}

    /** Several values in one: {@code ARRAY[a, b]}, {@code ROW(a, b)}, or the list after {@code IN}. */
    record Items(Form form, List<Expression> items) implements Expression {
        public enum Form { ARRAY, ROW, LIST }
    }

    /** {@code a[1]}, {@code a[1:2]}. */
    record Subscript(Expression operand, Expression index) implements Expression {}

    /** {@code (a).b}. */
    record Field(Expression operand, String name) implements Expression {}

    /** Tokens that are not taken apart: a subselect with its brackets, the arguments of an aggregate with ORDER BY. */
    record Opaque(String text) implements Expression {}
}
