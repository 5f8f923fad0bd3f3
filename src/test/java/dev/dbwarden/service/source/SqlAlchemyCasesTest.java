package dev.dbwarden.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Folders of models: each is read as the schema that SQLAlchemy creates for a dialect, whose DDL stands beside it, or is refused at the places that
 * {@code refused.txt} names.
 */
class SqlAlchemyCasesTest {
    private static final Path CASES = Path.of("src/test/resources/sqlalchemy");

    @TestFactory
    Stream<DynamicTest> cases() {
        return list(CASES).stream().filter(Files::isDirectory).flatMap(folder -> Dialects.all().stream().flatMap(dialect -> test(folder, dialect).stream()));
    }

    private static Optional<DynamicTest> test(Path folder, Dialect dialect) {
        String name = folder.getFileName() + " in " + dialect.name();
        Path expected = folder.resolve("expect." + dialect.name() + ".sql");
        if (Files.exists(folder.resolve("refused.txt"))) {
            return dialect.name().equals("clickhouse") ? Optional.empty() : Optional.of(DynamicTest.dynamicTest(name + " is refused", () -> isRefused(folder, dialect)));
        }
        return Files.exists(expected) ? Optional.of(DynamicTest.dynamicTest(name, () -> isRead(folder, dialect, text(expected)))) : Optional.empty();
    }

    private static void isRead(Path folder, Dialect dialect, String ddl) {
        Model model = Sources.read(sources(folder), dialect, Limits.DEFAULT);
        Reading expected = dialect.read(ddl, Schema.EMPTY);
        assertThat(expected.problems()).isEmpty();
        assertThat(model.schema().objects().toList()).containsExactlyInAnyOrderElementsOf(expected.schema().objects().toList());
        if (Files.exists(folder.resolve("outside.txt"))) {
            assertThat(model.outside()).isNotEmpty();
        }
    }

    private static void isRefused(Path folder, Dialect dialect) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Sources.read(sources(folder), dialect, Limits.DEFAULT));
        assertThat(problem.mistakes()).extracting(mistake -> mistake.source().orElseThrow() + ":" + mistake.line().orElseThrow())
                .containsAll(text(folder.resolve("refused.txt")).lines().toList());
    }

    @Test
    void tellsWhereTwoThingsHaveOneName() {
        String text = """
                from sqlalchemy import Column, Integer, MetaData, Table, UniqueConstraint
                metadata = MetaData()
                a = Table("a", metadata, Column("x", Integer), UniqueConstraint("x", name="same"))
                b = Table("b", metadata, Column("x", Integer), UniqueConstraint("x", name="same"))
                """;
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Sources.read(List.of(new SourceText("models.py", Optional.empty(), Optional.empty(), text)),
                Dialects.find("postgresql").orElseThrow(), Limits.DEFAULT));
        assertThat(problem.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.source()).hasValue("models.py");
            assertThat(mistake.line()).hasValue(4);
            assertThat(mistake.column()).hasValue(5);
        });
    }

    private static List<SourceText> sources(Path folder) {
        var sources = new ArrayList<SourceText>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".py")).sorted().forEach(file ->
                    sources.add(new SourceText(folder.relativize(file).toString().replace('\\', '/'), Optional.empty(), Optional.empty(), text(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
