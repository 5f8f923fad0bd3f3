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

    /** Whether the rows stay as they are: no rewrite (manual, ALTER TABLE, Notes). */
    static boolean isBinary(DataType from, DataType to) {
        boolean widened = from.name().equals(to.name()) && from.name().equals("VARCHAR") && length(to) >= length(from);
        return from.equals(to) || widened || from.name().equals("VARCHAR") && to.text().equals("TEXT") || from.text().equals("TEXT") && to.text().equals("VARCHAR")
                || from.name().equals("CIDR") && to.name().equals("INET") || from.name().equals("NUMERIC") && to.text().equals("NUMERIC");
    }

    private static int length(DataType type) {
        int open = type.text().indexOf('(');
        return open < 0 ? Integer.MAX_VALUE : Integer.parseInt(type.text().substring(open + 1, type.text().indexOf(')')));
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
