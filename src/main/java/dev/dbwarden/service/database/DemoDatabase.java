package dev.dbwarden.service.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.JDBC;

/** The file that the demo shows things on. */
public final class DemoDatabase {
    private DemoDatabase() {}

    /** Makes the file, with the example schema, unless it is there. */
    public static void make(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try (InputStream script = Objects.requireNonNull(DemoDatabase.class.getResourceAsStream("/demo.sql"))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Connection connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties()); var statement = connection.createStatement()) {
                statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the demo database cannot be made", e);
        }
    }
}
