package dev.dbwarden.engine.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A PostgreSQL of another major version than the one that most tests run on; the build puts its binaries into {@code target/postgres}. */
public final class OtherPostgres {
    private OtherPostgres() {}

    /** Starts one; the caller closes it. */
    public static EmbeddedPostgres start(int major) throws IOException {
        return of(major).setServerConfig("fsync", "off").start();
    }

    /** One to be started. */
    static EmbeddedPostgres.Builder of(int major) {
        return EmbeddedPostgres.builder().setPgBinaryResolver((_, _) -> binaries(major));
    }

    private static InputStream binaries(int major) throws IOException {
        try (var jar = new ZipFile(Path.of("target", "postgres", major + ".jar").toFile());
                InputStream archive = jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
            return new ByteArrayInputStream(archive.readAllBytes());
        }
    }
}
