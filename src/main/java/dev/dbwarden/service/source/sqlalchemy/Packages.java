package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Library;
import dev.dbwarden.service.source.python.PythonParser;
import dev.dbwarden.service.source.python.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages whose types and bases models use: each has a file beside this class that says, as Python, what they are in a database. */
final class Packages {
    private static final Map<String, Library.Module> KNOWN = Stream.of("pgvector.sqlalchemy", "sqlalchemy_utils", "fastapi_users_db_sqlalchemy", "geoalchemy2", "advanced_alchemy",
            "oslo_db.sqlalchemy", "sqlalchemy_utc", "sqlalchemy_json", "citext",
            "flask_security", "flask_security.models.fsqla", "flask_security.models.fsqla_v2", "flask_security.models.fsqla_v3").collect(Collectors.toUnmodifiableMap(Function.identity(), Packages::read));
    /** What hands on the names of another package. */
    private static final Map<String, String> OTHERS = Map.of("litestar.plugins.sqlalchemy", "advanced_alchemy", "litestar.contrib.sqlalchemy", "advanced_alchemy");

    private Packages() {}

    static boolean hasRoot(String name) {
        return names().anyMatch(known -> known.equals(name) || known.startsWith(name + "."));
    }

    private static Stream<String> names() {
        return Stream.concat(KNOWN.keySet().stream(), OTHERS.keySet().stream());
    }

    /** The package that a name is of, whichever of its modules it was imported from. */
    static Optional<Library.Module> of(String name) {
        return names().filter(known -> name.startsWith(known + ".")).max(Comparator.comparingInt(String::length))
                .flatMap(known -> Optional.ofNullable(KNOWN.get(OTHERS.getOrDefault(known, known))));
    }

    /** Whether the file is one of these. */
    static boolean isOne(SourceFile file) {
        return KNOWN.values().stream().anyMatch(module -> module.file() == file);
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
