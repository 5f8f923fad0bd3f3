package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a change of a column's type means for values that are there, in the types of standard SQL, PostgreSQL and MySQL.
 *
 * @param narrows whether the new type holds less
 * @param mayFail whether there are values that do not convert at all
 */
public record TypeChange(boolean narrows, boolean mayFail) {
    private static final TypeChange NONE = new TypeChange(false, false);
    private static final Set<String> TEXTS = Set.of("TEXT", "VARCHAR", "CHAR", "BPCHAR", "CHARACTER VARYING", "CHARACTER", "TINYTEXT", "MEDIUMTEXT", "LONGTEXT");
    private static final Set<String> FLOATS = Set.of("REAL", "DOUBLE PRECISION", "FLOAT", "DOUBLE");
    private static final Map<String, String> FAMILIES = Map.ofEntries(Map.entry("SMALLINT", "number"), Map.entry("TINYINT", "number"), Map.entry("MEDIUMINT", "number"), Map.entry("INT", "number"), Map.entry("DECIMAL", "number"),
            Map.entry("FLOAT", "number"), Map.entry("DOUBLE", "number"), Map.entry("DATETIME", "date"), Map.entry("INTEGER", "number"), Map.entry("BIGINT", "number"),
            Map.entry("NUMERIC", "number"), Map.entry("REAL", "number"), Map.entry("DOUBLE PRECISION", "number"), Map.entry("DATE", "date"),
            Map.entry("TIMESTAMP", "date"), Map.entry("TIMESTAMPTZ", "date"), Map.entry("TIME", "time"), Map.entry("TIMETZ", "time"),
            Map.entry("BIT", "bit"), Map.entry("VARBIT", "bit"), Map.entry("JSON", "json"), Map.entry("JSONB", "json"));
    private static final int UNLIMITED = Integer.MAX_VALUE;

    public static TypeChange of(Column before, Column after) {
        return before.type().equals(after.type()) ? NONE : of(Shape.of(before.type()), Shape.of(after.type()));
    }

    private static TypeChange of(Shape from, Shape to) {
        boolean arrays = from.array() != to.array();
        boolean fails = arrays ? !to.isText() || to.array() : !from.family().equals(to.family()) && !to.isText() && !reads(from, to);
        return new TypeChange(!arrays && holdsLess(from, to), fails);
    }

    /** Conversions between families that always work: a point in time has a time of day, CIDR is INET, numbers are truths. */
    private static boolean reads(Shape from, Shape to) {
        return from.family().equals("date") && !from.name().equals("DATE") && to.family().equals("time") || from.name().equals("CIDR") && to.name().equals("INET")
                || from.name().equals("INTEGER") && to.name().equals("BOOLEAN") || from.name().equals("BOOLEAN") && to.name().equals("INTEGER")
                || from.name().equals("TIME") && to.name().equals("INTERVAL");
    }

    private static boolean holdsLess(Shape from, Shape to) {
        if (from.isText() && to.isText() || from.family().equals("bit") && to.family().equals("bit")) {
            return to.argument(0, UNLIMITED) < from.argument(0, UNLIMITED);
        }
        if (from.family().equals("number") && to.family().equals("number")) {
            return FLOATS.contains(from.name()) ? !FLOATS.contains(to.name()) && !to.text().equals("NUMERIC") || from.name().equals("DOUBLE PRECISION") && to.name().equals("REAL")
                    : to.digits() < from.digits() || to.fraction() < from.fraction();
        }
        if (from.family().equals("date")) {
            return to.family().equals("time") || to.name().equals("DATE") && !from.name().equals("DATE")
                    || to.family().equals("date") && to.argument(0, 6) < from.argument(0, 6) && !from.name().equals("DATE");
        }
        return from.family().equals("time") && to.family().equals("time") && to.argument(0, 6) < from.argument(0, 6);
    }

    /** A type in its parts. */
    private record Shape(String text, String name, List<Integer> arguments, boolean array, boolean user) {
        static Shape of(DataType type) {
            String text = type.canonical();
            int open = text.indexOf('(');
            int close = text.indexOf(')', Math.max(open, 0));
            List<Integer> arguments = open < 0 || close < 0 ? List.of()
                    : Stream.of(text.substring(open + 1, close).split(",")).map(String::strip).filter(each -> each.matches("-?\\d{1,8}")).map(Integer::valueOf).toList();
            return new Shape(text, type.user() ? type.name() : type.name().toUpperCase(Locale.ROOT), arguments, text.endsWith("[]"), type.user());
        }

        boolean isText() {
            return !user && TEXTS.contains(name);
        }

        String family() {
            return isText() ? "text" : user ? "user " + name : FAMILIES.getOrDefault(name, name);
        }

        int argument(int place, int otherwise) {
            return place < arguments.size() ? arguments.get(place) : otherwise;
        }

        /** Digits before the point that it holds whatever they are; counted for a number as the source they are rounded up. */
        int digits() {
            return switch (name) {
                case "TINYINT" -> 3;
                case "SMALLINT" -> 5;
                case "MEDIUMINT" -> 7;
                case "INTEGER", "INT" -> 10;
                case "BIGINT" -> 19;
                case "REAL", "FLOAT" -> 6;
                case "DOUBLE PRECISION", "DOUBLE" -> 15;
                default -> arguments.isEmpty() ? UNLIMITED : argument(0, 0) - argument(1, 0);
            };
        }

        int fraction() {
            return switch (name) {
                case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> 0;
                case "NUMERIC", "DECIMAL" -> arguments.isEmpty() ? UNLIMITED : argument(1, 0);
                default -> 15;
            };
        }
    }
}
