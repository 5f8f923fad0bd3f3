package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Parameters;
import dev.dbwarden.service.source.python.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a name or an expression stands for.
 *
 * <p>Constants and collections are what they are. What comes from outside of the program's text is a {@link Symbol}; its calls, attributes, subscripts
 * and operators make terms ({@link Construct}, {@link Member}, {@link Item}, {@link Operation}) that say what was written.
 * What even the writing does not tell is {@link Unknown}.
 */
public sealed interface Value permits ClassValue, Value.Text, Value.Bytes, Value.Number, Value.Truth, Value.Nothing, Value.Sequence, Value.Mapping,
        Value.Symbol, Value.Construct, Value.Member, Value.Item, Value.Operation, Value.Function, Value.Bound, Value.Namespace, Value.EnumMember, Value.Unknown {
    Nothing NONE = new Nothing();

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "'" + text + "'";
        }
    }

    record Bytes(String text) implements Value {}

    record Number(BigDecimal value, boolean whole) implements Value {
        public static Number of(long value) {
            return new Number(BigDecimal.valueOf(value), true);
        }

        @Override
        public String toString() {
            return whole ? value.toBigInteger().toString() : Operators.shown(value.doubleValue());
        }
    }

    record Truth(boolean is) implements Value {
        @Override
        public String toString() {
            return is ? "True" : "False";
        }
    }

    record Nothing() implements Value {
        @Override
        public String toString() {
            return "None";
        }
    }

    /** A list, a tuple or a set; a list grows. */
    record Sequence(Expression.Display.Kind kind, List<Value> items) implements Value {
        private static final int DEEPEST = 12;

        public static Sequence list(List<Value> items) {
            return new Sequence(Expression.Display.Kind.LIST, new ArrayList<>(items));
        }

        public static Sequence tuple(List<Value> items) {
            return new Sequence(Expression.Display.Kind.TUPLE, List.copyOf(items));
        }

        /** What is nested deeper than {@link #DEEPEST} is equal only to itself: it may hold the same items over and over, or itself. */
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Sequence sequence && isLike(sequence, 0);
        }

        private boolean isLike(Sequence other, int depth) {
            if (depth > DEEPEST || kind != other.kind || items.size() != other.items.size()) {
                return false;
            }
            for (int i = 0; i < items.size(); i++) {
                Value one = items.get(i);
                Value two = other.items.get(i);
                if (one != two && !(one instanceof Sequence inner && two instanceof Sequence another ? inner.isLike(another, depth + 1) : one.equals(two))) {
                    return false;
                }
            }
            return true;
        }

        /** Without those of what is nested. */
        @Override
        public int hashCode() {
            int hash = kind.hashCode();
            for (Value item : items) {
                hash = 31 * hash + (item instanceof Sequence || item instanceof Mapping ? 1 : item.hashCode());
            }
            return hash;
        }
    }

    /** A dictionary. */
    record Mapping(SequencedMap<Value, Value> entries) implements Value {
        public static Mapping empty() {
            return new Mapping(new LinkedHashMap<>());
        }
    }

    /** Something that is not in the program, by its full name: {@code sqlalchemy.Column}. */
    record Symbol(String name) implements Value {
        /** The last part of the name. */
        public String last() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What a call of something outside makes; each is one of its own. */
    final class Construct implements Value {
        /** The attribute that keeps what an object's own constructor passed to its parent's. */
        public static final String PARENT = "super().__init__";

        private final Value callee;
        private final List<Value> arguments;
        private final Map<String, Value> keywords;
        private final Location at;
        private final Map<String, Value> attributes = new LinkedHashMap<>();

        public Construct(Value callee, List<Value> arguments, Map<String, Value> keywords, Location at) {
            this.callee = callee;
            this.arguments = List.copyOf(arguments);
            this.keywords = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
            this.at = at;
        }

        public Value callee() {
            return callee;
        }

        public List<Value> arguments() {
            return arguments;
        }

        public Map<String, Value> keywords() {
            return keywords;
        }

        public Location at() {
            return at;
        }

        public Optional<Value> keyword(String name) {
            return Optional.ofNullable(keywords.get(name));
        }

        /** The argument that is given by position or by name. */
        public Optional<Value> argument(int position, String name) {
            return position < arguments.size() ? Optional.of(arguments.get(position)) : keyword(name);
        }

        /** What was assigned to its attributes afterwards. */
        public Map<String, Value> attributes() {
            return attributes;
        }

        @Override
        public String toString() {
            return callee + "(...)";
        }
    }

    /** An attribute of a term. */
    record Member(Value owner, String name) implements Value {
        @Override
        public String toString() {
            return owner + "." + name;
        }
    }

    /** A subscript of a term: {@code Mapped[int]}. */
    record Item(Value owner, Value index) implements Value {}

    /** An operator with a term among its operands. */
    record Operation(String operator, List<Value> operands, Location at) implements Value {}

    /** A function of the program; {@code body} is its statements, or the expression that it returns. */
    record Function(String name, Parameters parameters, Map<String, Value> defaults, Body body, Scope closure) implements Value {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** What a function does. */
    record Body(List<Statement> statements, Optional<Expression> result, Optional<Expression> returns, Location at) {}

    /** A method together with the object that it is called on. */
    record Bound(Value self, Value function) implements Value {}

    /** A module of the program. */
    record Namespace(Scope scope) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Namespace namespace && namespace.scope == scope;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(scope);
        }
    }

    /** A member of an enumeration. */
    record EnumMember(ClassValue type, String name, Value value) implements Value {}

    /**
     * What only the running program knows: why, and where that begins.
     *
     * @param possible the values of which it is one, where that is known
     */
    record Unknown(String reason, Location at, List<Value> possible) implements Value {
        public Unknown(String reason, Location at) {
            this(reason, at, List.of());
        }

        /** One of several values; where they are all the same it is that. */
        static Value oneOf(List<Value> possible, String reason, Location at) {
            return possible.stream().distinct().count() == 1 ? possible.getFirst() : new Unknown(reason, at, possible);
        }
    }
}
