package dev.dbwarden.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database on a PostgreSQL that is started once for all tests of its version. */
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
    /** What lives in no schema, and so has not gone with one. */
    private static final String LEFT = """
            SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
            UNION ALL SELECT 'more' FROM (SELECT oid FROM pg_cast UNION ALL SELECT oid FROM pg_language UNION ALL SELECT oid FROM pg_event_trigger UNION ALL SELECT oid FROM pg_am
                UNION ALL SELECT oid FROM pg_foreign_data_wrapper UNION ALL SELECT oid FROM pg_publication UNION ALL SELECT oid FROM pg_transform UNION ALL SELECT oid FROM pg_default_acl) o
            WHERE oid >= 16384""";

    private final PostgresServer server;
    private final String name;
    private final Connection connection;

    private PostgresDatabase(PostgresServer server, String name, Connection connection) {
        this.server = server;
        this.name = name;
        this.connection = connection;
    }

    static TestDatabase open() {
        return open(PostgresServer.usual());
    }

    /** One that was used and emptied, as that takes a quarter of the time; otherwise a new one. */
    static TestDatabase open(int major) {
        PostgresServer server = PostgresServer.of(major);
        PostgresDatabase used = server.emptied.poll();
        return used != null ? used : create(server);
    }

    private static PostgresDatabase create(PostgresServer server) {
        String name = "test" + COUNT.incrementAndGet();
        server.run("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        try {
            return new PostgresDatabase(server, name, DriverManager.getConnection(server.url(name)));
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
            if (query(LEFT).equals(List.of("schema public"))) {
                server.emptied.add(this);
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
        server.run("DROP DATABASE " + name);
    }

    private static String resource(String path) {
        try (var stream = PostgresDatabase.class.getResourceAsStream(path)) {
            return new String(java.util.Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
