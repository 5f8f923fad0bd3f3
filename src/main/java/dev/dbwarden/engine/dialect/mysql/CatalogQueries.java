package dev.dbwarden.engine.dialect.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The catalog's queries: files that a client can run as they are. */
public final class CatalogQueries {
    private CatalogQueries() {}

    /** The query of that name beside a class; empty where there is none. */
    public static Optional<String> of(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream("catalog/" + name + ".sql")) {
            return stream == null ? Optional.empty() : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
