package dev.dbwarden.service.database;

import dev.dbwarden.engine.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The service with databases registered: a PostgreSQL that asks for passwords, SQLite files, and addresses where things go wrong. One
 * profile for all tests, so that the service starts once.
 */
public final class Registered implements QuarkusTestProfile {
    /** A password that must be seen nowhere; the login of the database {@code shop} really has it. */
    static final String CANARY = "canary-7Zq-pass";
    static final String READER_KEY = "5".repeat(63) + "a";
    static final String SHOP_KEY = "5".repeat(63) + "b";
    static final String VERIFIER_KEY = "5".repeat(63) + "c";
    static final String POWERLESS_KEY = "5".repeat(63) + "d";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Servers.class));
    }

    static RequestSpecification as(String key) {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }

    /** A token of the issuer that the service trusts. */
    static String token(String subject, Set<String> groups) {
        return Jwt.issuer(Servers.ISSUER).subject(subject).groups(groups).sign(Servers.SIGNING.getPrivate());
    }

    /** Runs statements on the server of the databases {@code shop} and {@code scratch}, as its administrator. */
    static void execute(String database, String sql) {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + Servers.port + "/" + database, "postgres", CANARY);
    }

    /** A connection to the server of the database {@code scratch-mariadb}, as its administrator. */
    static Connection connectToMariadb() throws SQLException {
        return DriverManager.getConnection(Servers.mariadbUrl + "?user=root");
    }

    /** What is registered, and where. */
    public static final class Servers implements QuarkusTestResourceLifecycleManager {
        static final String ISSUER = "https://issuer.example";
        static final KeyPair SIGNING = keys();
        static int port;
        static String mariadbUrl = "";

        private TestDatabase mariadb;
        private EmbeddedPostgres postgres;
        private Path folder;
        private List<Misbehaving> misbehaving = List.of();

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("registered");
                postgres = withPasswords(folder.resolve("postgres"));
                port = postgres.getPort();
                mariadb = TestDatabase.open("mariadb");
                mariadbUrl = mariadb.connection().getMetaData().getURL().replaceAll("\\?.*", "");
                execute("postgres", "CREATE DATABASE shop; CREATE ROLE reader LOGIN PASSWORD '" + CANARY + "'");
                execute("shop", "REVOKE ALL ON SCHEMA public FROM PUBLIC; CREATE TABLE users (id integer PRIMARY KEY, email varchar(200) NOT NULL UNIQUE);"
                        + "CREATE SCHEMA app; CREATE TABLE app.orders (id integer PRIMARY KEY, user_id integer REFERENCES public.users)");
                return configuration();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Map<String, String> configuration() throws IOException {
            misbehaving = List.of(Misbehaving.silent(), Misbehaving.cutting(port, 2_000));
            Path secret = Files.writeString(folder.resolve("password"), CANARY + "\n");
            var all = new LinkedHashMap<String, String>();
            String shop = "jdbc:postgresql://localhost:" + port + "/shop";
            database(all, "shop", shop, "reader", CANARY);
            database(all, "in-url", shop + "?user=reader&password=" + CANARY, "", "");
            database(all, "from-file", shop, "reader", "");
            all.put("warden.databases.from-file.password-file", secret.toString());
            database(all, "refused", shop, "reader", CANARY + "-wrong");
            database(all, "down", "jdbc:postgresql://localhost:1/x", "reader", CANARY);
            database(all, "slow", "jdbc:postgresql://localhost:" + misbehaving.get(0).port() + "/x?user=reader&password=" + CANARY, "", "");
            database(all, "cut", "jdbc:postgresql://localhost:" + misbehaving.get(1).port() + "/shop", "reader", CANARY);
            database(all, "slow-mariadb", "jdbc:mariadb://localhost:" + misbehaving.get(0).port() + "/x", "reader", CANARY);
            database(all, "slow-mysql", "jdbc:mysql://localhost:" + misbehaving.get(0).port() + "/x", "reader", CANARY);
            database(all, "slow-clickhouse", "jdbc:clickhouse://localhost:" + misbehaving.get(0).port() + "/x", "reader", CANARY);
            database(all, "faulty", shop + "?loggerFile=/tmp/x&password=" + CANARY, "", "");
            database(all, "mistyped", shop, "reader", CANARY);
            all.put("warden.databases.mistyped.pool-size", "many");
            database(all, "no-secret", shop, "reader", "");
            all.put("warden.databases.no-secret.password-file", folder.resolve("none").toString());
            database(all, "no-database", "jdbc:postgresql://localhost:" + port + "/no_such", "reader", CANARY);
            database(all, "other-server", mariadbUrl.replace("jdbc:mariadb", "jdbc:mysql"), "root", "");
            database(all, "clickhouse-down", "jdbc:clickhouse://localhost:1/x", "reader", CANARY);
            database(all, "slow-scratch", "jdbc:postgresql://localhost:" + misbehaving.get(0).port() + "/x", "reader", CANARY);
            all.put("warden.databases.slow-scratch.scratch", "true");
            database(all, "scratch", "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", CANARY);
            all.put("warden.databases.scratch.scratch", "true");
            all.put("warden.databases.scratch.statement-timeout", "20s");
            database(all, "scratch-mariadb", mariadbUrl, "root", "");
            all.put("warden.databases.scratch-mariadb.scratch", "true");
            all.put("warden.databases.scratch-mariadb.statement-timeout", "20s");
            all.put("quarkus.log.file.enable", "true");
            all.put("quarkus.log.file.path", "target/registered.log");
            database(all, "notes", "jdbc:sqlite:" + folder.resolve("notes.db"), "", "");
            client(all, "reader", READER_KEY, "*", "read");
            client(all, "shop-only", SHOP_KEY, "shop", "read");
            client(all, "verifier", VERIFIER_KEY, "scratch,scratch-mariadb,slow-scratch,shop", "read,verify");
            client(all, "powerless", POWERLESS_KEY, "shop", "verify");
            all.put("warden.clients.platform.group", "platform");
            all.put("warden.clients.platform.databases", "shop");
            all.put("mp.jwt.verify.issuer", ISSUER);
            all.put("mp.jwt.verify.publickey", Base64.getEncoder().encodeToString(SIGNING.getPublic().getEncoded()));
            return all;
        }

        private static void database(Map<String, String> all, String name, String url, String user, String password) {
            String prefix = "warden.databases." + name + ".";
            all.put(prefix + "url", url);
            all.put(prefix + "statement-timeout", "2s");
            if (!user.isEmpty()) {
                all.put(prefix + "username", user);
            }
            if (!password.isEmpty()) {
                all.put(prefix + "password", password);
            }
        }

        private static void client(Map<String, String> all, String name, String key, String databases, String roles) {
            try {
                String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes()));
                all.put("warden.clients." + name + ".key-sha256", hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            all.put("warden.clients." + name + ".databases", databases);
            all.put("warden.clients." + name + ".roles", roles);
        }

        /** The embedded server trusts everybody, until its rules say otherwise. */
        private static EmbeddedPostgres withPasswords(Path data) throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("password_encryption", "scram-sha-256")
                    .setDataDirectory(data).start();
            try (Connection connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("ALTER ROLE postgres PASSWORD '" + CANARY + "'");
                Files.writeString(data.resolve("pg_hba.conf"), "host all all all scram-sha-256\n");
                statement.execute("SELECT pg_reload_conf()");
                return server;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        static KeyPair keys() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            try {
                for (Misbehaving each : misbehaving) {
                    each.close();
                }
                mariadb.close();
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
