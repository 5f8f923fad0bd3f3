package dev.dbwarden.service.source.python;

import java.util.List;
import java.util.Optional;

/** An expression of Python. {@code at} is the offset of the character that it is known by. */
public sealed interface Expression {
    int at();

    record Name(int at, String id) implements Expression {}

    /** A text, from one literal or from several that stand side by side. */
    record Text(int at, String value) implements Expression {}

    record Bytes(int at, String value) implements Expression {}

    /** A number as it is written, without underscores. */
    record Number(int at, String digits) implements Expression {}

    /** {@code True}, {@code False}, {@code None} or {@code ...}. */
    record Constant(int at, Kind kind) implements Expression {
        public enum Kind { TRUE, FALSE, NONE, ELLIPSIS }
    }

    /** A formatted text; its parts are texts and placeholders. */
    record Formatted(int at, List<Expression> parts) implements Expression {}

    /** A value inside of a formatted text. {@code conversion} is {@code r}, {@code s}, {@code a}, or empty. */
    record Placeholder(int at, Expression value, String conversion, Optional<Expression> format) implements Expression {}

    record Attribute(int at, Expression value, String name) implements Expression {}

    record Subscript(int at, Expression value, Expression index) implements Expression {}

    record Slice(int at, Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step) implements Expression {}

    record Call(int at, Expression function, List<Argument> arguments) implements Expression {}

    record Unary(int at, String operator, Expression operand) implements Expression {}

    /** Also {@code and} and {@code or}. */
    record Binary(int at, String operator, Expression left, Expression right) implements Expression {}

    /** {@code a < b < c}. */
    record Comparison(int at, Expression first, List<Compared> others) implements Expression {}

    record Conditional(int at, Expression test, Expression yes, Expression no) implements Expression {}

    record Lambda(int at, Parameters parameters, Expression body) implements Expression {}

    record Display(int at, Kind kind, List<Expression> items) implements Expression {
        public enum Kind { LIST, TUPLE, SET }
    }

    record Dictionary(int at, List<Entry> entries) implements Expression {}

    /** A comprehension; {@code value} is that of a dictionary's. */
    record Comprehension(int at, Kind kind, Expression element, Optional<Expression> value, List<Clause> clauses) implements Expression {
        public enum Kind { LIST, SET, DICTIONARY, GENERATOR }
    }

    /** {@code *value}. */
    record Starred(int at, Expression value) implements Expression {}

    /** {@code name := value}. */
    record Named(int at, Expression target, Expression value) implements Expression {}

    /** {@code await} and {@code yield}: what comes of it is known only when the program runs. */
    record Suspension(int at, Optional<Expression> value) implements Expression {}

    /** An argument of a call; {@code name} is empty unless it is given by keyword. */
    record Argument(Kind kind, String name, Expression value) {
        public enum Kind { POSITIONAL, KEYWORD, SPREAD, SPREAD_KEYWORDS }
    }

    record Compared(String operator, Expression operand) {}

    /** An entry of a dictionary; without a key it spreads another one. */
    record Entry(Optional<Expression> key, Expression value) {}

    /** {@code for target in iterable if condition}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}
}
