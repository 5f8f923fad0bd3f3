package dev.dbwarden.service.database;

import dev.dbwarden.service.api.Causes;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * What a failing database is answered and logged with: kinds and codes. A driver's own words are neither shown nor logged, as they may hold
 * hosts, users and what a URL says.
 */
final class DatabaseFailure {
    private static final Logger LOG = Logger.getLogger(DatabaseFailure.class);
    /** PostgreSQL: query_canceled by statement_timeout, lock_not_available (manual, appendix A). */
    private static final Set<String> TIMEOUT_STATES = Set.of("57014", "55P03");
    /** MySQL: ER_QUERY_TIMEOUT; MariaDB: ER_STATEMENT_TIMEOUT; ClickHouse: TIMEOUT_EXCEEDED; SQLite: BUSY has 5. */
    private static final Set<Integer> TIMEOUT_CODES = Set.of(3024, 1969, 159);
    private static final int SQLITE_BUSY = 5;
    private static final String NO_DATABASE = "its server has no database of the name in its url";
    private static final String NO_CONNECTION = "there is no connection";
    /** MySQL and MariaDB: ER_BAD_DB_ERROR, ER_UNKNOWN_SYSTEM_VARIABLE. */
    private static final Map<Integer, String> REASONS_BY_CODE = Map.of(1049, NO_DATABASE,
            1193, "its server is none of the dialect; register a MariaDB with jdbc:mariadb, and a MySQL with jdbc:mysql");
    /** By what a SQLState begins with, the longer one first (PostgreSQL, manual, appendix A). */
    private static final List<Map.Entry<String, String>> REASONS_BY_STATE = List.of(Map.entry("28", "the login was refused"), Map.entry("3D000", NO_DATABASE),
            Map.entry("08004", "the server refused the connection"), Map.entry("08", NO_CONNECTION), Map.entry("57P", NO_CONNECTION),
            Map.entry("42501", "the login lacks a right on the catalog"));

    private DatabaseFailure() {}

    /** A problem where the database is to blame; otherwise what was thrown. */
    static RuntimeException of(RegisteredDatabase database, Throwable failure) {
        if (Causes.of(failure).anyMatch(cause -> cause instanceof SQLException || cause instanceof TimeoutException || cause instanceof FaultyConfigurationException)) {
            return problem(database, failure);
        }
        return failure instanceof RuntimeException unexpected ? unexpected : new CompletionException(failure);
    }

    private static ProblemException problem(RegisteredDatabase database, Throwable failure) {
        boolean timedOut = isTimeout(database, failure);
        String reason = timedOut ? "it did not answer in time" : reason(failure);
        LOG.warnf("database %s: %s (%s)", database.name(), reason, codes(failure));
        return new ProblemException(timedOut ? ProblemType.DATABASE_TIMEOUT : ProblemType.DATABASE_UNREACHABLE,
                "database " + database.name() + " could not be read: " + reason);
    }

    static ProblemException timeout(RegisteredDatabase database) {
        LOG.warnf("database %s: it did not answer in time", database.name());
        return new ProblemException(ProblemType.DATABASE_TIMEOUT, "database " + database.name() + " could not be read: it did not answer in time");
    }

    private static boolean isTimeout(RegisteredDatabase database, Throwable failure) {
        boolean busy = database.dialect().name().equals(Driver.SQLITE.dialect()) && code(failure).filter(code -> code == SQLITE_BUSY).isPresent();
        return busy || Causes.of(failure).anyMatch(cause -> cause instanceof SQLTimeoutException || cause instanceof SocketTimeoutException
                || cause instanceof TimeoutException || isAcquisition(cause))
                || state(failure).filter(TIMEOUT_STATES::contains).isPresent() || code(failure).filter(TIMEOUT_CODES::contains).isPresent();
    }

    /** Agroal tells so in words only. */
    private static boolean isAcquisition(Throwable cause) {
        return cause instanceof SQLException && cause.getMessage() != null && cause.getMessage().contains("acquisition timeout");
    }

    private static String reason(Throwable failure) {
        return Causes.first(failure, FaultyConfigurationException.class).map(fault -> String.valueOf(fault.getMessage()))
                .or(() -> code(failure).map(REASONS_BY_CODE::get))
                .or(() -> state(failure).flatMap(state -> REASONS_BY_STATE.stream().filter(reason -> state.startsWith(reason.getKey())).map(Map.Entry::getValue).findFirst()))
                .orElse("the connection or a query of the catalog failed");
    }

    /** What an operator can look up: classes, the SQLState, the server's number. */
    private static String codes(Throwable failure) {
        return String.join(" < ", Causes.of(failure).map(cause -> cause.getClass().getSimpleName()).toList())
                + state(failure).map(state -> ", SQLState " + state).orElse("") + code(failure).filter(code -> code != 0).map(code -> ", code " + code).orElse("");
    }

    private static Optional<String> state(Throwable failure) {
        return sql(failure).map(SQLException::getSQLState);
    }

    private static Optional<Integer> code(Throwable failure) {
        return sql(failure).map(SQLException::getErrorCode);
    }

    private static Optional<SQLException> sql(Throwable failure) {
        return Causes.first(failure, SQLException.class);
    }
}
