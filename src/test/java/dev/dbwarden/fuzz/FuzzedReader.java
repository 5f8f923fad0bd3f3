package dev.dbwarden.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.app.Misreadings;
import dev.dbwarden.service.document.Documents;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import dev.dbwarden.service.snapshot.Places;
import dev.dbwarden.service.snapshot.SnapshotReader;
import dev.dbwarden.service.source.Model;
import dev.dbwarden.service.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Each reader of what strangers send, by its name.
 *
 * <p>The law: whatever the bytes are, it gives a schema or says what is wrong with them, and nothing else; and what a schema is rendered as reads
 * back as that schema, there and back.
 */
enum FuzzedReader {
    JSON("fuzz/json/*"), YAML("fuzz/yaml/*"), SNAPSHOT("openapi-examples/makeSnapshot.response.json"),
    POSTGRESQL("**/expect.postgresql.sql"), SQLITE("**/expect.sqlite.sql"), MYSQL("{**/expect.mysql.sql,fuzz/mysql-and-mariadb/*}"), MARIADB("{**/expect.mysql.sql,fuzz/mysql-and-mariadb/*}"),
    CLICKHOUSE("fuzz/clickhouse/*"), SQLALCHEMY("sqlalchemy/*/models.py"), PRISMA("prisma/*/*.prisma"), DRIZZLE("drizzle/*/postgresql.json");

    private static final java.nio.file.Path RESOURCES = java.nio.file.Path.of("src/test/resources");

    private final String seeds;

    FuzzedReader(String seeds) {
        this.seeds = seeds;
    }

    static FuzzedReader named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Where to begin: good input, and in the reader's own folder all that once hurt. */
    List<java.nio.file.Path> seeds() {
        var good = FileSystems.getDefault().getPathMatcher("glob:" + seeds);
        var own = RESOURCES.resolve("fuzz").resolve(word());
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(Files::isRegularFile).filter(file -> file.startsWith(own) || good.matches(RESOURCES.relativize(file))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads, and renders what was read; fails where the law does not hold. */
    void feed(byte[] bytes) {
        Dialect dialect = Dialects.find(word()).orElseGet(() -> Dialects.find("postgresql").orElseThrow());
        try {
            Model model = read(bytes, dialect);
            var migration = Migrations.between(Schema.EMPTY, model.schema(), List.of(), dialect);
            if (!migration.proof().holds()) {
                Misreadings.refuse(model.schema(), model.places(), dialect, ProblemType.INVALID_MODEL);
                throw new AssertionError("what is rendered does not read back: " + migration.proof() + "\n" + migration.upgrade() + "\n" + migration.rollback());
            }
        } catch (ProblemException | UnsupportedChangeException | StackOverflowError _) {
            // Said; the last one is said by whoever runs the work.
        }
    }

    private Model read(byte[] bytes, Dialect dialect) {
        return switch (this) {
            case JSON -> Sources.read(document(bytes, Syntax.JSON), Path.ROOT, dialect, Limits.DEFAULT);
            case YAML -> Sources.read(document(bytes, Syntax.YAML), Path.ROOT, dialect, Limits.DEFAULT);
            case SNAPSHOT -> snapshot(SnapshotReader.parse(bytes, Limits.DEFAULT, Path.ROOT), dialect);
            case POSTGRESQL, SQLITE, MYSQL, MARIADB, CLICKHOUSE -> source("sql", bytes, dialect);
            case SQLALCHEMY, PRISMA, DRIZZLE -> source(word(), bytes, dialect);
        };
    }

    private static Model snapshot(JsonNode document, Dialect dialect) {
        Schema schema = new SnapshotReader(document, Limits.DEFAULT, Path.ROOT).snapshot(dialect).schema();
        return new Model(schema, List.of(), List.of(), List.of(), List.of(), Places.of(document, Path.ROOT, dialect, Limits.DEFAULT));
    }

    private static JsonNode document(byte[] bytes, Syntax syntax) {
        var mistakes = new Mistakes();
        JsonNode document = new Documents(syntax, Limits.DEFAULT, ProblemType.MALFORMED_REQUEST, mistakes).read(bytes, Path.ROOT);
        mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        return document;
    }

    /** A text never holds the null character, and has no halves of characters: the request is refused before. */
    private static Model source(String format, byte[] bytes, Dialect dialect) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        return Sources.read(List.of(new SourceText("source", Optional.of(format), Optional.empty(), text)), dialect, Limits.DEFAULT);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
