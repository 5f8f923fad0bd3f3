package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DataType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server does with values when a column gets another type (catalog {@code pg_cast}). */
final class Casts {
    private static final Set<String> TEXTS = Set.of("TEXT", "VARCHAR", "CHAR", "BPCHAR");
    /** Each converts to those behind it by assignment or implicitly. */
    private static final List<String> NUMBERS = List.of("SMALLINT", "INTEGER", "BIGINT", "NUMERIC", "REAL", "DOUBLE PRECISION");
    private static final Map<String, Set<String>> ASSIGNED = Map.of(
            "DATE", Set.of("TIMESTAMP", "TIMESTAMPTZ"),
            "TIMESTAMP", Set.of("TIMESTAMPTZ", "DATE", "TIME"),
            "TIMESTAMPTZ", Set.of("TIMESTAMP", "DATE", "TIME", "TIMETZ"),
            "TIME", Set.of("TIMETZ", "INTERVAL"),
            "JSON", Set.of("JSONB"), "JSONB", Set.of("JSON"),
            "CIDR", Set.of("INET"), "INET", Set.of("CIDR"),
            "BIT", Set.of("VARBIT"), "VARBIT", Set.of("BIT"));

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private Casts() {}

    /** Whether ALTER COLUMN TYPE needs no USING: the server has a cast for assignment. */
    static boolean isImplicit(DataType from, DataType to) {
        if (from.text().endsWith("[]") != to.text().endsWith("[]")) {
            return false;
        }
        if (from.name().equals(to.name())) {
            return true;
        }
        if (from.user() || to.user()) {
            return false;
        }
        return TEXTS.contains(to.name()) && !from.text().endsWith("[]")
                || TEXTS.contains(from.name()) && TEXTS.contains(to.name())
                || NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())
                || ASSIGNED.getOrDefault(from.name(), Set.of()).contains(to.name());
    }

    /** Whether the rows stay as they are: no rewrite (manual, ALTER TABLE, Notes; the support functions of the casts of a type to itself). */
    static boolean isBinary(DataType from, DataType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.user() || to.user() || from.text().endsWith("]") || to.text().endsWith("]")) {
            return false;
        }
        return switch (to.name()) {
            case "TEXT" -> from.name().equals("VARCHAR");
            case "VARCHAR" -> from.name().equals("VARCHAR") && argument(to, 0) >= argument(from, 0) || from.name().equals("TEXT") && argument(to, 0) == UNLIMITED;
            case "NUMERIC" -> from.name().equals("NUMERIC") && argument(to, 0) >= argument(from, 0) && (argument(to, 0) == UNLIMITED || scale(to) == scale(from));
            case "VARBIT", "TIMESTAMP", "TIMESTAMPTZ", "TIME", "TIMETZ", "INTERVAL" -> from.name().equals(to.name()) && argument(to, 0) >= argument(from, 0);
            case "INET" -> from.name().equals("CIDR");
            default -> false;
        };
    }

    /** The number in a type's brackets. */
    private static int argument(DataType type, int place) {
        int open = type.text().indexOf('(');
        int close = type.text().indexOf(')', open + 1);
        String[] arguments = open < 0 || close < 0 ? new String[0] : type.text().substring(open + 1, close).split(",");
        return place < arguments.length && arguments[place].strip().matches("-?\\d{1,8}") ? Integer.parseInt(arguments[place].strip()) : UNLIMITED;
    }

    private static int scale(DataType type) {
        return argument(type, 1) == UNLIMITED ? 0 : argument(type, 1);
    }

    /** The expression that converts: by way of text where nothing else does. */
    static String using(String column, DataType from, DataType to) {
        String type = TableRenderer.type(to);
        boolean direct = TEXTS.contains(from.name()) || from.name().equals("BOOLEAN") && to.name().equals("INTEGER") || from.name().equals("INTEGER") && to.name().equals("BOOLEAN");
        if (from.text().endsWith("[]") && to.text().endsWith("[]")) {
            return column + "::TEXT[]::" + type;
        }
        return direct ? column + "::" + type : column + "::TEXT::" + type;
    }
}
