package dev.dbwarden.service.source.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions: operators by their precedence, the rest through {@link OperandParser}. */
final class ExpressionParser {
    /** Operators with two operands, weakest first; {@code not} and comparisons stand between {@code and} and {@code |}. */
    private static final Map<String, Integer> BINARY = Map.ofEntries(Map.entry("or", 1), Map.entry("and", 2), Map.entry("|", 5), Map.entry("^", 6),
            Map.entry("&", 7), Map.entry("<<", 8), Map.entry(">>", 8), Map.entry("+", 9), Map.entry("-", 9), Map.entry("*", 10), Map.entry("/", 10),
            Map.entry("//", 10), Map.entry("%", 10), Map.entry("@", 10));
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SIGN = 11;
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=", "==", "!=", "in", "is", "not");
    private static final Set<String> SIGNS = Set.of("+", "-", "~");
    private static final Set<String> ENDS = Set.of(")", "]", "}", "=", ":", ";", "+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=", "in");

    private final TokenCursor in;
    private final OperandParser operands;

    ExpressionParser(TokenCursor in) {
        this.in = in;
        this.operands = new OperandParser(in, this);
    }

    /** One expression, or several with commas between them, which make a tuple. */
    Expression several() {
        int at = in.offset();
        Expression first = starredOrNamed();
        if (!in.at(",")) {
            return first;
        }
        var items = new ArrayList<>(List.of(first));
        while (in.accept(",") && !atEnd()) {
            items.add(starredOrNamed());
        }
        return new Expression.Display(at, Expression.Display.Kind.TUPLE, items);
    }

    boolean atEnd() {
        return in.at(Tokens.Kind.NEWLINE) || in.at(Tokens.Kind.END) || in.atAny(ENDS);
    }

    /** The target of a loop: what stands before {@code in}. */
    Expression target() {
        int at = in.offset();
        Expression first = targetItem();
        if (!in.at(",")) {
            return first;
        }
        var items = new ArrayList<>(List.of(first));
        while (in.accept(",") && !in.at("in")) {
            items.add(targetItem());
        }
        return new Expression.Display(at, Expression.Display.Kind.TUPLE, items);
    }

    private Expression targetItem() {
        int at = in.offset();
        return in.accept("*") ? new Expression.Starred(at, binary(BINARY.get("|"))) : binary(BINARY.get("|"));
    }

    Expression starredOrNamed() {
        int at = in.offset();
        return in.accept("*") ? new Expression.Starred(at, binary(BINARY.get("|"))) : named();
    }

    /** An expression that may give itself a name. */
    Expression named() {
        Expression value = one();
        int at = in.offset();
        return value instanceof Expression.Name && in.accept(":=") ? new Expression.Named(at, value, one()) : value;
    }

    /** One expression. */
    Expression one() {
        in.enter();
        Expression read = in.at("lambda") ? lambda() : in.at("yield") ? suspended() : conditional();
        in.leave();
        return read;
    }

    private Expression conditional() {
        Expression value = binary(1);
        int at = in.offset();
        if (!in.at("if")) {
            return value;
        }
        in.skip();
        Expression test = binary(1);
        in.expect("else");
        return new Expression.Conditional(at, test, value, one());
    }

    private Expression lambda() {
        int at = in.offset();
        in.expect("lambda");
        Parameters parameters = new ParameterParser(in, this).read(":", false);
        in.expect(":");
        return new Expression.Lambda(at, parameters, one());
    }

    /** {@code yield} and {@code yield from}. */
    private Expression suspended() {
        int at = in.offset();
        in.expect("yield");
        if (in.accept("from")) {
            return new Expression.Suspension(at, Optional.of(one()));
        }
        return new Expression.Suspension(at, atEnd() ? Optional.empty() : Optional.of(several()));
    }

    /** An expression without a condition and without a name. */
    Expression disjunction() {
        return binary(1);
    }

    private Expression binary(int weakest) {
        Expression left = weakest <= NOT && in.at("not") ? negation() : weakest <= COMPARISON ? comparison() : signed();
        while (in.at(Tokens.Kind.OPERATOR) || in.at(Tokens.Kind.NAME)) {
            Optional<String> operator = operator(weakest);
            if (operator.isEmpty()) {
                return left;
            }
            int at = in.offset();
            in.skip();
            left = new Expression.Binary(at, operator.get(), left, binary(BINARY.get(operator.get()) + 1));
        }
        return left;
    }

    private Optional<String> operator(int weakest) {
        return in.atAny(BINARY.keySet()) ? Optional.of(in.peek()).filter(word -> BINARY.get(word) >= weakest) : Optional.empty();
    }

    private Expression negation() {
        int at = in.offset();
        in.expect("not");
        in.enter();
        var negation = new Expression.Unary(at, "not", binary(NOT));
        in.leave();
        return negation;
    }

    private Expression comparison() {
        Expression first = binary(COMPARISON + 1);
        if (!in.atAny(COMPARISONS)) {
            return first;
        }
        int at = in.offset();
        var others = new ArrayList<Expression.Compared>();
        while (in.atAny(COMPARISONS) && (!in.at("not") || in.nextIs("in"))) {
            others.add(new Expression.Compared(comparator(), binary(COMPARISON + 1)));
        }
        return others.isEmpty() ? first : new Expression.Comparison(at, first, others);
    }

    private String comparator() {
        String word = in.take();
        if (word.equals("not")) {
            in.expect("in");
            return "not in";
        }
        return word.equals("is") && in.accept("not") ? "is not" : word;
    }

    private Expression signed() {
        int at = in.offset();
        if (!in.atAny(SIGNS)) {
            return power();
        }
        String operator = in.take();
        in.enter();
        var signed = new Expression.Unary(at, operator, binary(SIGN));
        in.leave();
        return signed;
    }

    private Expression power() {
        Expression base = operands.read();
        int at = in.offset();
        if (!in.accept("**")) {
            return base;
        }
        in.enter();
        var power = new Expression.Binary(at, "**", base, binary(SIGN));
        in.leave();
        return power;
    }
}
