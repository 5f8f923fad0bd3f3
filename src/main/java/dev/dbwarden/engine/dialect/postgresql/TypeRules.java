package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the server's catalog says of its own types: what becomes what, between which there are operators and functions, and what these give. */
final class TypeRules {
    /** The numbers, the narrowest first. */
    static final List<String> NUMBERS = List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=", "IS DISTINCT FROM");
    static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
    /** What becomes what without a word (catalog {@code pg_cast}, castcontext i). */
    private static final Map<String, Set<String>> IMPLICIT = Map.of(
            "smallint", Set.of("integer", "bigint", "numeric", "real", "double precision"), "integer", Set.of("bigint", "numeric", "real", "double precision"),
            "bigint", Set.of("numeric", "real", "double precision"), "numeric", Set.of("real", "double precision"), "real", Set.of("double precision"),
            "date", Set.of("timestamp", "timestamptz"), "timestamp", Set.of("timestamptz"), "time", Set.of("interval", "timetz"),
            "macaddr", Set.of("macaddr8"), "varchar", Set.of("text"));
    /** Types with operators between them (catalog {@code pg_operator}): all these compare, the numbers among them calculate too. */
    private static final List<Set<String>> FAMILIES = List.of(Set.of("smallint", "integer", "bigint"), Set.of("real", "double precision"), Set.of("date", "timestamp", "timestamptz"));
    /** Functions of {@code double precision}; some have a form for {@code numeric} too, none one for integers. */
    private static final Set<String> MATHEMATICAL = Set.of("sqrt", "cbrt", "exp", "ln", "log", "log10", "power", "pow", "floor", "ceil", "ceiling", "round", "trunc", "sign",
            "degrees", "radians", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "to_timestamp");
    /** Functions of {@code double precision} that have no form for other numbers. */
    private static final Set<String> OF_DOUBLES = Set.of("corr", "covar_pop", "covar_samp", "regr_slope", "regr_intercept", "regr_r2", "regr_count", "point", "percentile_cont", "percentile_disc");
    /** Functions of moments, which have no form for a date. */
    private static final Set<String> OF_MOMENTS = Set.of("date_trunc", "to_char", "age", "timezone", "generate_series");
    /** Functions that have a form for each type. */
    static final Set<String> OF_ANY_TYPE = Set.of("coalesce", "greatest", "least", "nullif");

    private TypeRules() {}

    /** Whether the type is the only one among those that an argument becomes for which there is a form of the function. */
    static boolean isOnly(String function, TypeName own, TypeName type, int arguments) {
        return isImplied(own, type) && switch (type.name()) {
            case "double precision" -> MATHEMATICAL.contains(function) && !own.name().equals("numeric") || OF_DOUBLES.contains(function);
            case "numeric" -> (function.equals("round") || function.equals("trunc")) && arguments > 1 || isBound(function, type);
            case "timestamptz" -> OF_MOMENTS.contains(function) && own.name().equals("date") || isBound(function, type);
            case "timestamp" -> isBound(function, type);
            case "bigint" -> isBound(function, type);
            case "text", "integer" -> !OF_ANY_TYPE.contains(function);
            default -> false;
        };
    }

    private static boolean isBound(String function, TypeName type) {
        return RangeText.bound(function).equals(Optional.of(type));
    }

    static boolean isImplied(TypeName own, TypeName type) {
        return type.arguments().isEmpty() && !type.isArray() && !own.isArray() && IMPLICIT.getOrDefault(own.name(), Set.of()).contains(type.name());
    }

    static boolean isDefined(String operator, TypeName own, TypeName type) {
        return (COMPARISONS.contains(operator) || ARITHMETIC.contains(operator) && NUMBERS.contains(own.name()))
                && FAMILIES.stream().anyMatch(family -> family.contains(own.name()) && family.contains(type.name()));
    }

    /** What a moment is in another zone. */
    static Optional<TypeName> moved(TypeName moment) {
        return switch (moment.name()) {
            case "timestamptz" -> Optional.of(TypeName.of("timestamp"));
            case "timestamp" -> Optional.of(TypeName.of("timestamptz"));
            default -> Optional.empty();
        };
    }

    /** What a sum or an average of that type is (catalog {@code pg_aggregate}). */
    static Optional<TypeName> aggregated(boolean sum, String type) {
        return switch (type) {
            case "smallint", "integer" -> Optional.of(TypeName.of(sum ? "bigint" : "numeric"));
            case "bigint", "numeric" -> Optional.of(TypeName.of("numeric"));
            case "real" -> Optional.of(TypeName.of(sum ? "real" : "double precision"));
            case "double precision" -> Optional.of(TypeName.of("double precision"));
            default -> Optional.empty();
        };
    }

    static Optional<TypeName> literal(Literal literal) {
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

    private static boolean isWholeNumber(TypeName type) {
        return !type.isArray() && (type.name().equals("integer") || type.name().equals("smallint"));
    }

    static Optional<TypeName> result(String operator, Optional<TypeName> left, Optional<TypeName> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int first = NUMBERS.indexOf(left.get().name());
        int second = NUMBERS.indexOf(right.get().name());
        if (first >= 0 && second >= 0) {
            return Optional.of(first >= second ? left.get() : right.get());
        }
        if (left.get().name().equals("date") && (operator.equals("+") || operator.equals("-"))) {
            return isWholeNumber(right.get()) ? left : operator.equals("-") && right.equals(left) ? Optional.of(TypeName.of("integer"))
                    : right.get().name().equals("interval") ? Optional.of(TypeName.of("timestamp")) : Optional.empty();
        }
        boolean moment = left.get().name().startsWith("time");
        if (left.get().name().equals("interval") && right.get().name().equals("interval")) {
            return operator.equals("+") || operator.equals("-") ? left : Optional.empty();
        }
        return moment && operator.equals("-") && (right.get().name().startsWith("time") || right.get().name().equals("date")) ? Optional.of(TypeName.of("interval"))
                : moment && right.get().name().equals("interval") || left.get().name().equals("interval") && second >= 0 ? left : Optional.empty();
    }
}
