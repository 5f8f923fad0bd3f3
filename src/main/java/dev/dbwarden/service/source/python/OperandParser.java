package dev.dbwarden.service.source.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands between operators: names, literals, calls, subscripts, displays, comprehensions. */
final class OperandParser {
    /** CPython itself refuses more than 20 blocks that nest statically. */
    private static final int MOST_CLAUSES = 20;

    private final TokenCursor in;
    private final ExpressionParser expressions;

    OperandParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    Expression read() {
        int at = in.offset();
        if (in.accept("await")) {
            in.enter();
            var suspension = new Expression.Suspension(at, Optional.of(read()));
            in.leave();
            return suspension;
        }
        Expression value = atom();
        while (true) {
            int place = in.offset();
            if (in.accept(".")) {
                value = new Expression.Attribute(place, value, in.name());
            } else if (in.accept("(")) {
                value = new Expression.Call(value.at(), value, arguments());
            } else if (in.accept("[")) {
                value = new Expression.Subscript(place, value, index());
            } else {
                return value;
            }
        }
    }

    private Expression atom() {
        int at = in.offset();
        if (in.at(Tokens.Kind.STRING)) {
            return new TextParser(in).read();
        }
        if (in.at(Tokens.Kind.NUMBER)) {
            return new Expression.Number(at, in.take().replace("_", ""));
        }
        if (in.atName()) {
            return new Expression.Name(at, in.name());
        }
        if (in.accept("(")) {
            return parenthesized(at);
        }
        if (in.accept("[")) {
            return list(at);
        }
        return in.accept("{") ? braced(at) : constant(at);
    }

    private Expression constant(int at) {
        for (Expression.Constant.Kind kind : Expression.Constant.Kind.values()) {
            if (in.accept(spelling(kind))) {
                return new Expression.Constant(at, kind);
            }
        }
        throw in.unexpected("an expression");
    }

    private static String spelling(Expression.Constant.Kind kind) {
        return switch (kind) {
            case TRUE -> "True";
            case FALSE -> "False";
            case NONE -> "None";
            case ELLIPSIS -> "...";
        };
    }

    private Expression parenthesized(int at) {
        if (in.accept(")")) {
            return new Expression.Display(at, Expression.Display.Kind.TUPLE, List.of());
        }
        in.enter();
        Expression value = atClause(expressions.starredOrNamed(), at, Expression.Comprehension.Kind.GENERATOR);
        if (in.at(",")) {
            value = new Expression.Display(at, Expression.Display.Kind.TUPLE, items(value, ")"));
        }
        in.leave();
        in.expect(")");
        return value;
    }

    private Expression list(int at) {
        if (in.accept("]")) {
            return new Expression.Display(at, Expression.Display.Kind.LIST, List.of());
        }
        in.enter();
        Expression first = expressions.starredOrNamed();
        Expression value = atClause(first, at, Expression.Comprehension.Kind.LIST);
        if (value == first) {
            value = new Expression.Display(at, Expression.Display.Kind.LIST, items(first, "]"));
        }
        in.leave();
        in.expect("]");
        return value;
    }

    /** A comprehension, where one goes on here; else the value itself. */
    private Expression atClause(Expression value, int at, Expression.Comprehension.Kind kind) {
        return in.at("for") || in.at("async") ? new Expression.Comprehension(at, kind, value, Optional.empty(), clauses()) : value;
    }

    private List<Expression> items(Expression first, String closing) {
        var items = new ArrayList<>(List.of(first));
        while (in.accept(",") && !in.at(closing)) {
            items.add(expressions.starredOrNamed());
        }
        return items;
    }

    private Expression braced(int at) {
        if (in.accept("}")) {
            return new Expression.Dictionary(at, List.of());
        }
        in.enter();
        Expression value = in.at("**") ? dictionary(at, entry()) : keyedOrSet(at);
        in.leave();
        in.expect("}");
        return value;
    }

    private Expression keyedOrSet(int at) {
        Expression first = expressions.starredOrNamed();
        if (!in.accept(":")) {
            Expression set = atClause(first, at, Expression.Comprehension.Kind.SET);
            return set == first ? new Expression.Display(at, Expression.Display.Kind.SET, items(first, "}")) : set;
        }
        Expression value = expressions.one();
        return in.at("for") || in.at("async")
                ? new Expression.Comprehension(at, Expression.Comprehension.Kind.DICTIONARY, first, Optional.of(value), clauses())
                : dictionary(at, new Expression.Entry(Optional.of(first), value));
    }

    private Expression dictionary(int at, Expression.Entry first) {
        var entries = new ArrayList<>(List.of(first));
        while (in.accept(",") && !in.at("}")) {
            entries.add(entry());
        }
        return new Expression.Dictionary(at, entries);
    }

    private Expression.Entry entry() {
        if (in.accept("**")) {
            return new Expression.Entry(Optional.empty(), expressions.disjunction());
        }
        Expression key = expressions.one();
        in.expect(":");
        return new Expression.Entry(Optional.of(key), expressions.one());
    }

    private List<Expression.Clause> clauses() {
        var clauses = new ArrayList<Expression.Clause>();
        while (in.at("for") || in.at("async", "for")) {
            if (clauses.size() == MOST_CLAUSES) {
                throw new PythonSyntaxException("a comprehension has more than " + MOST_CLAUSES + " clauses", in.offset());
            }
            in.accept("async");
            in.expect("for");
            Expression target = expressions.target();
            in.expect("in");
            Expression iterable = expressions.disjunction();
            var conditions = new ArrayList<Expression>();
            while (in.accept("if")) {
                conditions.add(condition());
            }
            clauses.add(new Expression.Clause(target, iterable, conditions));
        }
        return clauses;
    }

    private Expression condition() {
        Expression value = expressions.disjunction();
        int at = in.offset();
        return in.accept(":=") ? new Expression.Named(at, value, expressions.disjunction()) : value;
    }

    /** From behind the bracket on. */
    List<Expression.Argument> arguments() {
        var arguments = new ArrayList<Expression.Argument>();
        in.enter();
        while (!in.accept(")")) {
            arguments.add(argument());
            if (!in.at(")")) {
                in.expect(",");
            }
        }
        in.leave();
        return arguments;
    }

    private Expression.Argument argument() {
        int at = in.offset();
        if (in.accept("**")) {
            return new Expression.Argument(Expression.Argument.Kind.SPREAD_KEYWORDS, "", expressions.one());
        }
        if (in.accept("*")) {
            return new Expression.Argument(Expression.Argument.Kind.SPREAD, "", expressions.one());
        }
        if (in.atName() && in.nextIs("=")) {
            String name = in.name();
            in.expect("=");
            return new Expression.Argument(Expression.Argument.Kind.KEYWORD, name, expressions.one());
        }
        return new Expression.Argument(Expression.Argument.Kind.POSITIONAL, "", atClause(expressions.named(), at, Expression.Comprehension.Kind.GENERATOR));
    }

    private Expression index() {
        in.enter();
        int at = in.offset();
        Expression first = slice();
        var items = new ArrayList<>(List.of(first));
        boolean several = in.at(",");
        while (in.accept(",") && !in.at("]")) {
            items.add(slice());
        }
        in.leave();
        in.expect("]");
        return several ? new Expression.Display(at, Expression.Display.Kind.TUPLE, items) : first;
    }

    private Expression slice() {
        int at = in.offset();
        Optional<Expression> lower = in.at(":") ? Optional.empty() : Optional.of(expressions.starredOrNamed());
        if (!in.accept(":")) {
            return lower.orElseThrow(() -> in.unexpected("an index"));
        }
        Optional<Expression> upper = bound();
        return new Expression.Slice(at, lower, upper, in.accept(":") ? bound() : Optional.empty());
    }

    private Optional<Expression> bound() {
        return in.at(":") || in.at("]") || in.at(",") ? Optional.empty() : Optional.of(expressions.one());
    }
}
