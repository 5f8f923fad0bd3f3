package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls and casts in the one form of all that mean the same. Which function is another one, and what the servers add to its arguments, is what they
 * print of a view (tried on MariaDB 10.11) and what the manual of MySQL says of synonyms (14.7, 14.8, 14.19).
 */
final class Functions {
    /** In front of the unit, the name of the function that an interval is read as. */
    static final String INTERVAL = "interval ";
    private static final Map<String, String> MOMENTS = Map.of("now", "CURRENT_TIMESTAMP", "current_timestamp", "CURRENT_TIMESTAMP", "localtime", "CURRENT_TIMESTAMP",
            "localtimestamp", "CURRENT_TIMESTAMP", "curdate", "CURRENT_DATE", "current_date", "CURRENT_DATE", "curtime", "CURRENT_TIME", "current_time", "CURRENT_TIME");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("lcase", "lower"), Map.entry("ucase", "upper"), Map.entry("substr", "substring"),
            Map.entry("mid", "substring"), Map.entry("character_length", "char_length"), Map.entry("ceil", "ceiling"), Map.entry("pow", "power"),
            Map.entry("octet_length", "length"), Map.entry("day", "dayofmonth"), Map.entry("sha1", "sha"), Map.entry("atan2", "atan"), Map.entry("nvl", "ifnull"),
            Map.entry("schema", "database"), Map.entry("session_user", "user"), Map.entry("system_user", "user"), Map.entry("stddev", "std"),
            Map.entry("stddev_pop", "std"), Map.entry("var_pop", "variance"));
    /** What is meant where a function has one argument. */
    private static final Map<String, String> SECOND = Map.of("round", "0", "yearweek", "0", "lag", "1", "lead", "1");
    private static final Map<String, String> SHIFTS = Map.of("date_add", "+", "adddate", "+", "date_sub", "-", "subdate", "-");
    private static final Map<String, TypeName> TYPES = Map.of("date", TypeName.of("date"), "time", TypeName.of("time"), "timestamp", TypeName.of("datetime"));
    private static final Map<String, String> CASTS = Map.ofEntries(Map.entry("unsigned integer", "unsigned"), Map.entry("unsigned int", "unsigned"),
            Map.entry("signed integer", "signed"), Map.entry("signed int", "signed"), Map.entry("integer", "signed"), Map.entry("int", "signed"),
            Map.entry("dec", "decimal"), Map.entry("double precision", "double"), Map.entry("binary", "char charset binary"), Map.entry("character", "char"),
            Map.entry("nchar", "char"), Map.entry("char charset utf8", "char"), Map.entry("char charset utf8mb3", "char"), Map.entry("char charset utf8mb4", "char"));

    private Functions() {}

    /**
     * A cast to a type in its one spelling. Text without a character set is in that of the connection, which is Unicode; MariaDB writes utf8mb3 for it
     * in the expressions of a table whatever that is (tried on 10.11).
     */
    static Expression cast(Expression operand, TypeName type) {
        String name = CASTS.getOrDefault(type.name(), type.name());
        String arguments = !name.equals("decimal") || type.arguments().contains(",") ? type.arguments() : type.arguments().isEmpty() ? "10, 0" : type.arguments() + ", 0";
        return new Cast(operand, new TypeName(name, arguments, type.dimensions()));
    }

    static Expression call(Name function, List<Expression> arguments, String suffix) {
        String name = SYNONYMS.getOrDefault(function.last(), function.last());
        if (function.parts().size() > 1) {
            return new Call(function, arguments, suffix);
        }
        List<Expression> all = completed(name, arguments);
        Optional<Expression> other = suffix.isEmpty() ? switch (all.size()) {
            case 0 -> moment(name, "");
            case 1 -> ofOne(name, all.getFirst());
            case 2 -> ofTwo(name, all.getFirst(), all.getLast());
            default -> ofMore(name, all);
        } : Optional.empty();
        return other.orElseGet(() -> new Call(new Name(List.of(name)), all, suffix));
    }

    /** The arguments with those that go without saying; {@code count(0)} counts rows as {@code count(*)} does. */
    private static List<Expression> completed(String name, List<Expression> arguments) {
        if (name.equals("count") && arguments.equals(List.of(Conditions.ZERO))) {
            return List.of(new Name(List.of("*")));
        }
        return arguments.size() == 1 && SECOND.containsKey(name) ? List.of(arguments.getFirst(), new Literal(SECOND.get(name))) : arguments;
    }

    static boolean isInterval(Expression expression) {
        return expression instanceof Call call && call.function().last().startsWith(INTERVAL);
    }

    private static Optional<Expression> moment(String name, String digits) {
        return Optional.ofNullable(MOMENTS.get(name)).map(moment -> new Literal(moment + digits));
    }

    private static Optional<Expression> ofOne(String name, Expression value) {
        if (MOMENTS.containsKey(name) && value instanceof Literal(String digits)) {
            return moment(name, digits.equals("0") ? "" : "(" + digits + ")");
        }
        if (TYPES.containsKey(name)) {
            return Optional.of(new Cast(value, TYPES.get(name)));
        }
        return Optional.ofNullable(switch (name) {
            case "isnull" -> new Test(value, "IS NULL");
            case "weekofyear" -> Call.of("week", value, new Literal("3"));
            case "bin" -> Call.of("conv", value, new Literal("10"), new Literal("2"));
            case "oct" -> Call.of("conv", value, new Literal("10"), new Literal("8"));
            default -> null;
        });
    }

    private static Optional<Expression> ofTwo(String name, Expression first, Expression second) {
        if (SHIFTS.containsKey(name)) {
            boolean days = name.endsWith("date") && !isInterval(second);
            return Optional.of(new Binary(SHIFTS.get(name), first, days ? Call.of(INTERVAL + "day", second) : second));
        }
        return Optional.ofNullable(switch (name) {
            case "mod" -> new Binary("MOD", first, second);
            case "instr", "position" -> Call.of("locate", second, first);
            case "datediff" -> new Binary("-", Call.of("to_days", first), Call.of("to_days", second));
            case "from_unixtime" -> Call.of("date_format", Call.of("from_unixtime", first), second);
            case "add_months" -> new Binary("+", first, Call.of(INTERVAL + "month", second));
            case "regexp_like" -> new Binary("REGEXP", first, second);
            case "convert" -> converted(first, second);
            default -> null;
        });
    }

    private static Optional<Expression> ofMore(String name, List<Expression> arguments) {
        return name.equals("timestampadd") && arguments.size() == 3 && arguments.getFirst() instanceof Name unit
                ? Optional.of(new Binary("+", arguments.getLast(), Call.of(INTERVAL + unit.last(), arguments.get(1)))) : Optional.empty();
    }

    /** {@code convert(a, decimal(10,2))}: the type was read as a name, or as a call with numbers in its brackets. */
    private static Expression converted(Expression value, Expression type) {
        return switch (type) {
            case Name name -> cast(value, TypeName.of(name.last()));
            case Call call -> cast(value, new TypeName(call.function().last(), String.join(", ", call.arguments().stream().flatMap(Functions::number).toList()), 0));
            default -> Call.of("convert", value, type);
        };
    }

    private static Stream<String> number(Expression expression) {
        return expression instanceof Literal(String text) ? Stream.of(text) : Stream.empty();
    }
}
