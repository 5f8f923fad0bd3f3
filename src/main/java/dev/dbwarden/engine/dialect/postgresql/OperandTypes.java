package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.TypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of operands, as far as the columns of a table give them. Where an operator or a function has no form for a column's own type the
 * server adds a cast and prints it ({@code (small)::integer % 2}); only the types tell such a cast from one that was written.
 *
 * @param columns by the name of a column as it stands in the expression the types that it is: its own, and what that is made of where it is a domain
 */
record OperandTypes(Map<String, List<TypeName>> columns) {
    static final OperandTypes NONE = new OperandTypes(Map.of());

    private static final List<String> NUMBERS = List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=", "IS DISTINCT FROM");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
    /** What becomes what without a word (catalog {@code pg_cast}, castcontext i). */
    private static final Map<String, Set<String>> IMPLICIT = Map.of(
            "smallint", Set.of("integer", "bigint", "numeric", "real", "double precision"), "integer", Set.of("bigint", "numeric", "real", "double precision"),
            "bigint", Set.of("numeric", "real", "double precision"), "numeric", Set.of("real", "double precision"), "real", Set.of("double precision"),
            "date", Set.of("timestamp", "timestamptz"), "timestamp", Set.of("timestamptz"), "time", Set.of("interval", "timetz"),
            "macaddr", Set.of("macaddr8"), "varchar", Set.of("text"));
    /** Types whose literals have several spellings. */
    private static final Set<String> SPELLED = Set.of("timestamp", "timestamptz", "time", "timetz", "interval", "bytea");
    /** Types with operators between them (catalog {@code pg_operator}): all these compare, the numbers among them calculate too. */
    private static final List<Set<String>> FAMILIES = List.of(Set.of("smallint", "integer", "bigint"), Set.of("real", "double precision"), Set.of("date", "timestamp", "timestamptz"));
    private static final Set<String> OF_ANY_TYPE = Set.of("coalesce", "greatest", "least", "nullif");
    private static final Set<String> OF_ONE_TYPE = Set.of("coalesce", "greatest", "least", "nullif", "abs", "mod", "max", "min");
    private static final Set<String> INTEGERS = Set.of("length", "char_length", "octet_length", "bit_length", "cardinality", "array_length", "position", "strpos", "ascii", "jsonb_array_length", "json_array_length", "num_nulls", "num_nonnulls");
    /** Functions of {@code double precision}; some have a form for {@code numeric} too, none one for integers. */
    private static final Set<String> MATHEMATICAL = Set.of("sqrt", "cbrt", "exp", "ln", "log", "log10", "power", "pow", "floor", "ceil", "ceiling", "round", "trunc", "sign",
            "degrees", "radians", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "to_timestamp");
    /** Functions of moments, which have no form for a date. */
    private static final Set<String> OF_MOMENTS = Set.of("date_trunc", "to_char", "age", "timezone");

    /** A type, and behind it what it is made of where it is a domain; a network is an address to every operator. */
    static List<TypeName> of(DataType type, Schema schema) {
        if (!type.user() && !type.name().equals("CIDR")) {
            return List.of(named(type));
        }
        SequencedSet<DataType> all = new LinkedHashSet<>();
        DataType last = type;
        while (all.add(last) && last.user() && schema.find(Ref.object(Kind.DOMAIN, ObjectName.parse(last.name()))).orElse(null) instanceof Domain domain) {
            last = domain.type();
        }
        if (type.name().equals("CIDR")) {
            all.add(DataType.builtin("INET", "INET"));
        }
        return all.stream().map(OperandTypes::named).toList();
    }

    private static TypeName named(DataType type) {
        return new TypeName(type.user() ? type.name() : type.name().toLowerCase(Locale.ROOT), "", type.text().endsWith("[]") ? 1 : 0);
    }

    private List<TypeName> of(Name column) {
        return columns.getOrDefault(String.join(".", column.parts().stream().map(Postgresql.QUOTING::name).toList()), List.of());
    }

    /** Whether it is a column, or one of several, that needs no cast to be of that type: of its own, or of what a domain is made of. */
    boolean has(Expression expression, TypeName type) {
        return switch (expression) {
            case Name name -> of(name).contains(type);
            case Call call when OF_ANY_TYPE.contains(call.function().last()) -> call.arguments().stream().allMatch(argument -> has(argument, type));
            default -> false;
        };
    }

    /** An operand without the cast that the server adds, as the operator has no form for its own type and the other's; a literal as what it is compared with. */
    Expression operand(String operator, Expression operand, Expression other) {
        if (operand instanceof Literal literal && literal.isString() && COMPARISONS.contains(operator)) {
            return of(other).filter(type -> SPELLED.contains(type.name()) && !type.isArray()).map(type -> (Expression) new Cast(literal, type)).orElse(literal);
        }
        boolean divides = (operator.equals("/") || operator.equals("%")) && other instanceof Cast(Literal _, _);
        return !divides && operand instanceof Cast(Expression inner, TypeName type) && of(other).equals(Optional.of(type)) && of(inner).filter(own -> isImplied(own, type) && !isDefined(operator, own, type)).isPresent()
                ? inner : operand;
    }

    /** Whether a division by a constant of the type is one in which the server casts the other side too. */
    boolean isWidened(String operator, Expression operand, Expression other) {
        return (operator.equals("/") || operator.equals("%")) && other instanceof Cast(Literal constant, TypeName type) && constant.isNumber()
                && of(operand).filter(own -> isImplied(own, type)).isPresent();
    }

    /** Arguments without the casts that the server adds, as the function has no form for their own types or brings all to that of one. */
    List<Expression> arguments(String function, List<Expression> arguments) {
        Set<TypeName> natural = arguments.stream().filter(argument -> !isCast(argument)).map(this::of).flatMap(Optional::stream).collect(Collectors.toSet());
        return arguments.stream().map(argument -> isCast(argument) && argument instanceof Cast(Expression inner, TypeName type)
                && (natural.contains(type) || of(inner).filter(own -> isOnly(function, own, type, arguments.size())).isPresent()) ? inner : argument).toList();
    }

    /** Values that come to one type. */
    List<Expression> alike(List<Expression> values) {
        return arguments("coalesce", values);
    }

    /** Whether the server may have cast it: a literal, or what becomes the type without a word. */
    private boolean isCast(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && (inner instanceof Literal literal && literal.isString() || of(inner).filter(own -> isImplied(own, type)).isPresent());
    }

    /** Whether the type is the only one among those that an argument becomes for which there is a form of the function. */
    private static boolean isOnly(String function, TypeName own, TypeName type, int arguments) {
        return isImplied(own, type) && switch (type.name()) {
            case "double precision" -> MATHEMATICAL.contains(function) && !own.name().equals("numeric") || function.equals("percentile_cont");
            case "numeric" -> (function.equals("round") || function.equals("trunc")) && arguments > 1;
            case "timestamptz" -> OF_MOMENTS.contains(function) && own.name().equals("date");
            case "text", "integer" -> !OF_ANY_TYPE.contains(function);
            default -> false;
        };
    }

    private static boolean isImplied(TypeName own, TypeName type) {
        return type.arguments().isEmpty() && !type.isArray() && !own.isArray() && IMPLICIT.getOrDefault(own.name(), Set.of()).contains(type.name());
    }

    private static boolean isDefined(String operator, TypeName own, TypeName type) {
        return (COMPARISONS.contains(operator) || ARITHMETIC.contains(operator) && NUMBERS.contains(own.name()))
                && FAMILIES.stream().anyMatch(family -> family.contains(own.name()) && family.contains(type.name()));
    }

    private Optional<TypeName> of(Expression expression) {
        return switch (expression) {
            case Name name -> of(name).reversed().stream().findFirst();
            case Literal literal -> of(literal);
            case Cast(_, TypeName type) -> Optional.of(type.withoutArguments());
            case Unary(String operator, Expression operand) when !operator.equals("NOT") -> of(operand);
            case Binary(String operator, Expression left, Expression right) when !COMPARISONS.contains(operator) -> result(operator, of(left), of(right));
            case Call call when OF_ONE_TYPE.contains(call.function().last()) -> widest(call.arguments().stream());
            case Call call when INTEGERS.contains(call.function().last()) -> Optional.of(TypeName.of("integer"));
            case Case cases -> widest(Stream.concat(cases.whens().stream().map(Expression.When::result), cases.otherwise().stream()));
            default -> Optional.empty();
        };
    }

    private static Optional<TypeName> of(Literal literal) {
        if (literal.isNumber()) {
            String text = literal.text();
            return Optional.of(TypeName.of(!text.matches("-?\\d{1,18}") ? "numeric" : Long.parseLong(text) == (int) Long.parseLong(text) ? "integer" : "bigint"));
        }
        return switch (literal.text()) {
            case "CURRENT_DATE" -> Optional.of(TypeName.of("date"));
            case "CURRENT_TIMESTAMP" -> Optional.of(TypeName.of("timestamptz"));
            case "LOCALTIMESTAMP" -> Optional.of(TypeName.of("timestamp"));
            default -> Optional.empty();
        };
    }

    private Optional<TypeName> widest(Stream<Expression> values) {
        return values.map(this::of).flatMap(Optional::stream).max((a, b) -> NUMBERS.indexOf(a.name()) - NUMBERS.indexOf(b.name()));
    }

    private static Optional<TypeName> result(String operator, Optional<TypeName> left, Optional<TypeName> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int first = NUMBERS.indexOf(left.get().name());
        int second = NUMBERS.indexOf(right.get().name());
        if (first >= 0 && second >= 0) {
            return Optional.of(first >= second ? left.get() : right.get());
        }
        boolean moment = left.get().name().startsWith("time");
        return moment && operator.equals("-") && (right.get().name().startsWith("time") || right.get().name().equals("date")) ? Optional.of(TypeName.of("interval"))
                : moment && right.get().name().equals("interval") || left.get().name().equals("interval") && second >= 0 ? left : Optional.empty();
    }
}
