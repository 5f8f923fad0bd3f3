package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.SqlText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a default is one value for all rows. Since PostgreSQL 11 such a one is only noted in the catalog when its column is added;
 * any other is written to every row (manual, ALTER TABLE, Notes).
 */
final class Volatility {
    private static final Pattern CALL = Pattern.compile("([a-z_][a-z0-9_]*)\\s*\\(");
    /** Stable or immutable functions (catalog {@code pg_proc.provolatile}), and types with a length. */
    private static final Set<String> ALIKE = Set.of("now", "transaction_timestamp", "statement_timestamp", "current_timestamp", "timezone", "date_trunc", "date_part",
            "extract", "to_char", "to_timestamp", "to_date", "lower", "upper", "concat", "coalesce", "nullif", "greatest", "least", "md5", "length", "round", "floor",
            "ceil", "abs", "substring", "btrim", "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_jsonb", "current_setting",
            "current_user", "current_date", "make_interval", "array", "row", "varchar", "char", "numeric", "timestamp", "timestamptz", "time", "interval", "bit", "decode");

    private Volatility() {}

    /** A function that is not known to answer alike for all rows counts as one that does not. */
    static boolean differsByRow(SqlText value) {
        return CALL.matcher(value.canonical().replaceAll("'(?:[^']|'')*'", "''").toLowerCase(Locale.ROOT)).results().anyMatch(call -> !ALIKE.contains(call.group(1)));
    }
}
