package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Library;
import dev.dbwarden.service.source.python.PythonParser;
import dev.dbwarden.service.source.python.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages whose types and bases models use: each has a file beside this class that says, as Python, what they are in a database. */
final class Packages {
    private static final Map<String, Library.Module> KNOWN = Stream.of("pgvector.sqlalchemy", "sqlalchemy_utils", "fastapi_users_db_sqlalchemy")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Packages::read));

    private Packages() {}

    /** The package that a name is of, whichever of its modules it was imported from. */
    static Optional<Library.Module> of(String name) {
        return KNOWN.entrySet().stream().filter(entry -> name.startsWith(entry.getKey() + ".")).map(Map.Entry::getValue).findFirst();
    }

    private static Library.Module read(String name) {
        try (InputStream stream = Objects.requireNonNull(Packages.class.getResourceAsStream(name + ".py"))) {
            var file = new SourceFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return new Library.Module(file, PythonParser.parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
