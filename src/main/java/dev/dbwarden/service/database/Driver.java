package dev.dbwarden.service.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The JDBC drivers, and what may be said to each. A property that is not in the list of a driver is refused wherever it stands, which
 * keeps out those that name classes, files or hosts. Those that are set here cannot be set elsewhere.
 */
enum Driver {
    /** https://jdbc.postgresql.org/documentation/use/ . */
    POSTGRESQL("jdbc:postgresql://", "org.postgresql.Driver", Place.HOSTS,
            Set.of("user", "password", "ssl", "sslmode", "sslrootcert", "sslcert", "sslkey", "channelBinding", "requireAuth", "targetServerType", "gssEncMode", "tcpKeepAlive")) {
        @Override
        Map<String, String> bounds(Duration limit) {
            // Without loginTimeout, which answers in words only; the socket's time-out holds for the login too.
            return Map.of("ApplicationName", "dbwarden", "connectTimeout", seconds(limit), "socketTimeout", seconds(limit.plus(MARGIN)),
                    "cancelSignalTimeout", "2", "assumeMinServerVersion", "13");
        }

        @Override
        Optional<ScratchSql> scratch() {
            return Optional.of(ScratchSql.POSTGRESQL);
        }

        @Override
        String session(Duration limit) {
            return "SET default_transaction_read_only = on; SET statement_timeout = %1$d; SET lock_timeout = %1$d; SET idle_in_transaction_session_timeout = %2$d"
                    .formatted(limit.toMillis(), limit.multipliedBy(2).toMillis());
        }
    },
    /** https://mariadb.com/docs/connectors/mariadb-connector-j/about-mariadb-connector-j . */
    MARIADB("jdbc:mariadb://", "org.mariadb.jdbc.Driver", Place.HOSTS,
            Set.of("user", "password", "sslMode", "serverSslCert", "tcpKeepAlive")) {
        @Override
        Map<String, String> bounds(Duration limit) {
            return Map.of("allowLocalInfile", "false", "allowMultiQueries", "false", "autocommit", "true", "connectTimeout", millis(limit),
                    "socketTimeout", millis(limit.plus(MARGIN)));
        }

        @Override
        Optional<ScratchSql> scratch() {
            return Optional.of(ScratchSql.MYSQL);
        }

        @Override
        String session(Duration limit) {
            return "SET SESSION tx_read_only = 1, SESSION max_statement_time = %d".formatted(Math.max(1, limit.toSeconds()));
        }
    },
    /** https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html . */
    MYSQL("jdbc:mysql://", "com.mysql.cj.jdbc.Driver", Place.HOSTS,
            Set.of("user", "password", "sslMode", "allowPublicKeyRetrieval", "tcpKeepAlive", "connectionTimeZone")) {
        @Override
        Map<String, String> bounds(Duration limit) {
            return Map.ofEntries(Map.entry("allowLoadLocalInfile", "false"), Map.entry("allowUrlInLocalInfile", "false"), Map.entry("autoDeserialize", "false"),
                    Map.entry("allowMultiQueries", "false"), Map.entry("connectTimeout", millis(limit)), Map.entry("socketTimeout", millis(limit.plus(MARGIN))),
                    Map.entry("paranoid", "true"), Map.entry("includeThreadDumpInDeadlockExceptions", "false"), Map.entry("disabledAuthenticationPlugins", "mysql_clear_password"));
        }

        @Override
        Optional<ScratchSql> scratch() {
            return Optional.of(ScratchSql.MYSQL);
        }

        @Override
        String session(Duration limit) {
            return "SET SESSION transaction_read_only = 1, SESSION max_execution_time = %d".formatted(limit.toMillis());
        }
    },
    /** https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md ; the URL is a file's path, without properties. */
    SQLITE("jdbc:sqlite:", "org.sqlite.JDBC", Place.FILE, Set.of()) {
        @Override
        Map<String, String> bounds(Duration limit) {
            return Map.of("enable_load_extension", "false", "busy_timeout", millis(limit));
        }

        @Override
        Map<String, String> readOnly(Duration limit) {
            // 1 is SQLITE_OPEN_READONLY: the file is neither made nor written.
            return Map.of("open_mode", "1");
        }

        @Override
        Optional<ScratchSql> scratch() {
            return Optional.empty();
        }

        @Override
        String session(Duration limit) {
            return "PRAGMA query_only = ON";
        }
    },
    /** https://clickhouse.com/docs/integrations/language-clients/java/jdbc . */
    CLICKHOUSE("jdbc:clickhouse://", "com.clickhouse.jdbc.Driver", Place.HOSTS,
            Set.of("user", "password", "ssl", "sslmode", "sslrootcert", "compress")) {
        @Override
        Map<String, String> bounds(Duration limit) {
            // It would ask three times more by itself.
            return Map.of("connection_timeout", millis(limit), "socket_timeout", millis(limit.plus(MARGIN)), "retry", "0");
        }

        @Override
        Map<String, String> readOnly(Duration limit) {
            // readonly=2 lets the driver name its own settings, which readonly=1 does not.
            return Map.of("clickhouse_setting_readonly", "2", "clickhouse_setting_max_execution_time", seconds(limit));
        }

        @Override
        Optional<ScratchSql> scratch() {
            return Optional.of(ScratchSql.CLICKHOUSE);
        }

        @Override
        String session(Duration limit) {
            // The driver connects when it is first asked something. Unasked, the pool would find a server that hangs only when it lends the connection, and
            // go on making another one.
            return "SELECT 1";
        }
    };

    /** A server that keeps its own limit answers before the connection is given up. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final String prefix;
    private final String className;
    private final Pattern place;
    private final Set<String> allowed;

    Driver(String prefix, String className, Place place, Set<String> allowed) {
        this.prefix = prefix;
        this.className = className;
        this.place = Pattern.compile(Pattern.quote(prefix) + place.pattern);
        this.allowed = allowed;
    }

    /** The driver that a URL is for. */
    static Optional<Driver> of(String url) {
        return Arrays.stream(values()).filter(driver -> url.startsWith(driver.prefix)).findFirst();
    }

    static List<String> prefixes() {
        return Arrays.stream(values()).map(driver -> driver.prefix).toList();
    }

    /** Properties that are set whatever the URL says: time-outs, and what is dangerous off. */
    abstract Map<String, String> bounds(Duration limit);

    /** Properties that, besides, make a session unable to write. */
    Map<String, String> readOnly(Duration limit) {
        return Map.of();
    }

    /** Whether a database of its servers is divided in schemas. */
    boolean hasSchemas() {
        return this == POSTGRESQL || this == CLICKHOUSE;
    }

    /** How scratch databases are made on its servers; empty where they need none. */
    abstract Optional<ScratchSql> scratch();

    /** The statement that makes a session read-only and bounds its queries; empty for none. */
    abstract String session(Duration limit);

    /** The dialect of its servers. */
    String dialect() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<String> allowed() {
        return allowed;
    }

    /** Whether a URL without its properties names hosts and a database, or a file, and nothing else. */
    boolean isPlain(String url) {
        return place.matcher(url).matches();
    }

    /** Loaded when first used, so that drivers that nobody uses cost nothing. */
    Class<?> load() throws ClassNotFoundException {
        return Class.forName(className, true, Thread.currentThread().getContextClassLoader());
    }

    private static String seconds(Duration limit) {
        return Long.toString(Math.max(1, limit.toSeconds()));
    }

    private static String millis(Duration limit) {
        return Long.toString(limit.toMillis());
    }

    /** The forms of what follows a URL's prefix. */
    private enum Place {
        /** Hosts with ports and a database; neither the login nor properties that MySQL lets stand in parentheses. */
        HOSTS("[\\w.:,\\[\\]-]+/?[^/?&;()@]*"),
        /** A path; SQLite's and the driver's own schemes can say more than that. */
        FILE("(?!file:|:)[^?]+");

        private final String pattern;

        Place(String pattern) {
            this.pattern = pattern;
        }
    }
}
