package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TypeName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a range as PostgreSQL prints it: bounds of whole numbers and days with their lower one in and their upper one out (manual, 8.17.7). */
final class RangeText {
    private static final Map<String, TypeName> BOUNDS = Map.of("int4range", TypeName.of("integer"), "int8range", TypeName.of("bigint"), "numrange", TypeName.of("numeric"),
            "tsrange", TypeName.of("timestamp"), "tstzrange", TypeName.of("timestamptz"), "daterange", TypeName.of("date"));
    private static final Pattern RANGE = Pattern.compile("\\s*([\\[(])([^,\"\\\\]*|\"[^\"\\\\]*\"),([^,\"\\\\]*|\"[^\"\\\\]*\")([\\])])\\s*");

    private RangeText() {}

    /** What a type of ranges, and the function of its name, has for bounds. */
    static Optional<TypeName> bound(String range) {
        return Optional.ofNullable(BOUNDS.get(range));
    }

    static boolean isRange(TypeName type) {
        return !type.isArray() && BOUNDS.containsKey(type.name());
    }

    /** The canonical text; the very same where it is none of plain bounds. */
    static String canonical(String content, String type) {
        Matcher range = RANGE.matcher(content);
        if (!range.matches()) {
            return content;
        }
        try {
            String lower = bound(bare(range.group(2)), type, range.group(1).equals("("));
            String upper = bound(bare(range.group(3)), type, range.group(4).equals("]"));
            boolean discrete = BOUNDS.get(type).name().matches("integer|bigint|date");
            return (lower.isEmpty() ? "(" : discrete ? "[" : range.group(1)) + lower + "," + upper + (upper.isEmpty() || discrete ? ")" : range.group(4));
        } catch (NumberFormatException | DateTimeException | ArithmeticException other) {
            return content;
        }
    }

    private static String bare(String bound) {
        return bound.replace("\"", "").strip();
    }

    /** A bound, the next one where the range begins or ends behind it. */
    private static String bound(String bound, String type, boolean next) {
        if (bound.isEmpty()) {
            return bound;
        }
        return switch (type) {
            case "int4range", "int8range" -> String.valueOf(Math.addExact(Long.parseLong(bound), next ? 1 : 0));
            case "daterange" -> bound.endsWith("infinity") ? bound : LocalDate.parse(bound).plusDays(next ? 1 : 0).toString();
            case "tsrange" -> Contents.timestamp(bound, false);
            case "tstzrange" -> Contents.timestamp(bound, true);
            default -> bound;
        };
    }
}
