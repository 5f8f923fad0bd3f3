package dev.dbwarden.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A database on a PostgreSQL that is started once for all tests. */
final class PostgresDatabase implements TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CATALOG = resource("/fingerprint/postgresql.sql");

    private static final String EMPTY = """
            ROLLBACK; RESET ALL;
            DO $$ DECLARE gone text; BEGIN
                FOR gone IN SELECT format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
                UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
                UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
                UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
                LOOP EXECUTE gone; END LOOP;
            END $$;
            CREATE SCHEMA public""";
    private static final Queue<PostgresDatabase> EMPTIED = new ConcurrentLinkedQueue<>();

    private final String name;
    private final Connection connection;

    private PostgresDatabase(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /** One that was used and emptied, as that takes a quarter of the time; otherwise a new one. */
    static TestDatabase open() {
        PostgresDatabase used = EMPTIED.poll();
        return used != null ? used : create();
    }

    private static PostgresDatabase create() {
        String name = "test" + COUNT.incrementAndGet();
        Server.run("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        try {
            return new PostgresDatabase(name, DriverManager.getConnection(Server.POSTGRES.getJdbcUrl("postgres", name) + "&preferQueryMode=simple"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public List<String> fingerprint() {
        execute("SET search_path = ''");
        List<String> lines = query(CATALOG).stream().map(PostgresDatabase::comparable).sorted().toList();
        execute("RESET search_path");
        return lines;
    }

    /** The two spellings mean one (manual, 9.9.5), and the server keeps the one that was written. */
    private static String comparable(String line) {
        return line.replace("CURRENT_TIMESTAMP", "now()");
    }

    @Override
    public void close() {
        try {
            execute(EMPTY);
            if (fingerprint().equals(List.of("extension plpgsql in pg_catalog", "schema public"))) {
                EMPTIED.add(this);
                return;
            }
        } catch (IllegalStateException _) {
            // what cannot be emptied is dropped
        }
        drop();
    }

    private void drop() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Server.run("DROP DATABASE " + name);
    }

    private static String resource(String path) {
        try (var stream = PostgresDatabase.class.getResourceAsStream(path)) {
            return new String(java.util.Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when first used, stopped with the tests; {@code -Dpostgres.major=18} has all of them run on another major version. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
        private static final Connection ADMIN = admin();

        private static EmbeddedPostgres start() {
            try {
                String major = System.getProperty("postgres.major", "");
                return (major.isEmpty() ? EmbeddedPostgres.builder() : OtherPostgres.of(Integer.parseInt(major))).setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_wal_size", "4GB").setServerConfig("checkpoint_timeout", "1h")
                        .setServerConfig("autovacuum", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Connection admin() {
            try {
                Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("CREATE ROLE reader; CREATE ROLE writer");
                }
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized void run(String sql) {
            try (var statement = ADMIN.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
