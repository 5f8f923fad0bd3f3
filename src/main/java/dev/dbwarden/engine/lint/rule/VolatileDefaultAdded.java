package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SqlText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column whose default differs from row to row ({@code random()}, {@code gen_random_uuid()}, a sequence) is added to a PostgreSQL table
 * that may hold rows.
 *
 * <p>Why: every row is written anew under an ACCESS EXCLUSIVE lock; a constant default or {@code now()} is only noted in the catalog
 * (PostgreSQL 11, release notes).
 *
 * <p>What to do: add the column without the default, set the default, and fill the rows in parts.
 */
public final class VolatileDefaultAdded implements Rule {
    private static final Pattern CALL = Pattern.compile("([a-z_][a-z0-9_]*)\\s*\\(");
    /** Stable or immutable functions, and types with a length. */
    private static final Set<String> ALIKE = Set.of("now", "transaction_timestamp", "statement_timestamp", "current_timestamp", "timezone", "date_trunc", "date_part",
            "extract", "to_char", "to_timestamp", "to_date", "lower", "upper", "concat", "coalesce", "nullif", "greatest", "least", "md5", "length", "round", "floor",
            "ceil", "abs", "substring", "btrim", "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_jsonb", "current_setting",
            "current_user", "current_date", "make_interval", "array", "row", "varchar", "char", "numeric", "timestamp", "timestamptz", "time", "interval", "bit", "decode");

    @Override
    public String code() {
        return "DW406";
    }

    @Override
    public String title() {
        return "column added with a volatile default";
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        if (!context.dialect().equals("postgresql") || !(change instanceof AddPart(ObjectName table, Column column)) || !context.mayHoldRows(table)
                || column.identity().isEmpty() && column.defaultValue().filter(VolatileDefaultAdded::isVolatile).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(context.finding(this, Severity.WARN, change,
                column.ref(table) + " gets another value in each row: every row of " + table + " is written anew while nobody reads or writes it",
                "add the column without the default, set the default, and fill the rows in parts, if the table is big"));
    }

    /** A function that is not known to answer alike for all rows counts as volatile. */
    private static boolean isVolatile(SqlText value) {
        return CALL.matcher(value.canonical().replaceAll("'(?:[^']|'')*'", "''").toLowerCase(Locale.ROOT)).results().anyMatch(call -> !ALIKE.contains(call.group(1)));
    }
}
