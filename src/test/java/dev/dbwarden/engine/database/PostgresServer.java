package dev.dbwarden.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipFile;

/** A PostgreSQL of one major version, started when first used and stopped with the tests. */
final class PostgresServer {
    /** The one on the class path. */
    private static final int USUAL = 17;
    private static final Map<Integer, PostgresServer> STARTED = new ConcurrentHashMap<>();

    /** Databases that were used and emptied. */
    final Queue<PostgresDatabase> emptied = new ConcurrentLinkedQueue<>();
    private final EmbeddedPostgres postgres;
    private final Connection admin;

    private PostgresServer(int major) {
        try {
            postgres = (major == USUAL ? EmbeddedPostgres.builder() : EmbeddedPostgres.builder().setPgBinaryResolver((_, _) -> binaries(major)))
                    .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "1h").setServerConfig("autovacuum", "off").start();
            admin = postgres.getPostgresDatabase().getConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run("CREATE ROLE reader; CREATE ROLE writer");
    }

    /** The build puts the binaries of other major versions there. */
    private static InputStream binaries(int major) throws IOException {
        try (var jar = new ZipFile(Path.of("target", "postgres", major + ".jar").toFile());
                InputStream archive = jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
            return new ByteArrayInputStream(archive.readAllBytes());
        }
    }

    static PostgresServer of(int major) {
        return STARTED.computeIfAbsent(major, PostgresServer::new);
    }

    /** The version that most tests run on; {@code -Dpostgres.major=18} has them run on another one. */
    static int usual() {
        return Integer.getInteger("postgres.major", USUAL);
    }

    /** The versions between which round trips are made: the oldest, the usual and the newest, or the one that was asked for. */
    static List<Integer> majors() {
        return System.getProperty("postgres.major") != null ? List.of(usual()) : List.of(13, USUAL, 18);
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database) + "&preferQueryMode=simple";
    }

    synchronized void run(String sql) {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
