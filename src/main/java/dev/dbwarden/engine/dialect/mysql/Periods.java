package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The periods of MariaDB's tables, which are refused. The catalog has one of the application as a condition and a key WITHOUT OVERLAPS as one over the period's
 * columns, and puts the end of the system's into every key; only SHOW CREATE TABLE tells them apart (tried on 10.11; information_schema.periods is 11.4's).
 */
final class Periods {
    private static final Pattern IN_A_TABLE = Pattern.compile("(?m)^  PERIOD FOR (SYSTEM_TIME|`(?:[^`]|``)+`) \\(");
    private static final String OF_THE_SYSTEM = "leave out its two columns and the period, and write WITH SYSTEM VERSIONING alone: the server keeps the same times unseen";
    private static final String OF_THE_APPLICATION = "leave it and the keys over it out and add them by hand, or leave the table out of the model and of the export (exclude)";

    private Periods() {}

    /** Fails at {@code PERIOD FOR}. */
    static void refuse(TokenStream in) {
        if (in.at("PERIOD", "FOR")) {
            boolean system = in.peek(2).is("SYSTEM_TIME");
            throw new SqlException(system ? "PERIOD FOR SYSTEM_TIME is not read; " + OF_THE_SYSTEM : "PERIOD FOR " + in.peek(2).text() + " is not read; " + OF_THE_APPLICATION, in.peek().start());
        }
    }

    /** Fails at {@code ROW START} and {@code ROW END}. */
    static void refuseColumn(TokenStream in, String column) {
        if (in.at("ROW")) {
            throw new SqlException("column " + column + " AS ROW " + in.peek(1).text() + " is not read; " + OF_THE_SYSTEM, in.peek().start());
        }
    }

    /** Fails at {@code WITHOUT OVERLAPS}. */
    static void refuseKey(TokenStream in, String period) {
        if (in.at("WITHOUT", "OVERLAPS")) {
            throw new SqlException("a key over the period " + period + " WITHOUT OVERLAPS is not read; " + OF_THE_APPLICATION, in.peek().start());
        }
    }

    /** What an export says of a table that has one. */
    static Optional<String> told(String table, String created) {
        Matcher period = IN_A_TABLE.matcher(created);
        return period.find() ? Optional.of("table " + table + " is not read: the server has its period " + period.group(1).replace("`", "") + " as a condition or as two columns, and keys over it as others; "
                + (period.group(1).equals("SYSTEM_TIME") ? "drop the period with its columns, or leave" : "leave") + " the table out (exclude), and look after it by hand") : Optional.empty();
    }
}
