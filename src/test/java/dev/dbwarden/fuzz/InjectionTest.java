package dev.dbwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.app.Misreadings;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Places;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text of a document gets out of its place in the SQL. Each kind of text that the snapshots of the scenarios have gets more SQL behind it:
 * then it is refused, or what is rendered reads back as just that.
 */
class InjectionTest {
    private static final java.nio.file.Path SCENARIOS = java.nio.file.Path.of("src/test/resources/scenarios");
    private static final List<String> ADDED = List.of(" -- x", "; DROP TABLE x", ", b INT", ")", "'", " /*", "\n);");

    private final Set<String> tried = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mysql", "mariadb", "clickhouse"})
    void keepsEachTextInItsPlace(String name) throws IOException {
        Dialect dialect = Dialects.find(name).orElseThrow();
        try (Stream<java.nio.file.Path> files = Files.list(SCENARIOS)) {
            for (java.nio.file.Path file : files.sorted().toList()) {
                scripts(Files.readString(file), name).map(script -> dialect.read(script, Schema.EMPTY)).filter(reading -> reading.problems().isEmpty())
                        .forEach(reading -> tryAll(reading, dialect));
            }
        }
        assertThat(tried).hasSizeGreaterThan(20);
    }

    private static Stream<String> scripts(String scenario, String dialect) {
        return scenario.contains("== upgrade " + dialect) ? Stream.of(scenario.split("(?m)^== ")).filter(section -> section.matches("(?s)(before|after)( " + dialect + ")?\n.*"))
                .map(section -> section.substring(section.indexOf('\n'))) : Stream.empty();
    }

    private void tryAll(Reading reading, Dialect dialect) {
        String text = new Snapshot(Header.NONE.of("primary", dialect.name()), reading.schema()).text();
        var root = (ObjectNode) SnapshotReader.parse(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT, Path.ROOT);
        assertThatCode(() -> read(root, dialect)).as(text).doesNotThrowAnyException();
        root.remove("checksum");
        root.properties().forEach(section -> visit(section.getValue(), section.getKey(), section.getKey(), (place, tries) -> {
            if (tried.add(place)) {
                ADDED.forEach(added -> {
                    tries.accept(added);
                    feed(root, dialect, place + added);
                });
                tries.accept("");
            }
        }));
    }

    /** Takes a kind of text, and what writes more behind it. */
    private interface Tries {
        void at(String kind, Consumer<String> write);
    }

    private static void visit(JsonNode node, String section, String field, Tries tries) {
        switch (node) {
            case ObjectNode object -> List.copyOf(object.properties()).forEach(entry -> {
                String kind = section + " " + entry.getKey() + " " + object.path("kind").asText();
                one(entry.getValue(), section, entry.getKey(), kind, value -> object.set(entry.getKey(), value), tries);
            });
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    int at = index;
                    one(array.get(index), section, field, section + " " + field + "[]", value -> array.set(at, value), tries);
                }
            }
            default -> { }
        }
    }

    private static void one(JsonNode value, String section, String field, String kind, Consumer<JsonNode> write, Tries tries) {
        if (value instanceof TextNode) {
            tries.at(kind, added -> write.accept(new TextNode(value.textValue() + added)));
        } else {
            visit(value, section, field, tries);
        }
    }

    private static void feed(ObjectNode root, Dialect dialect, String what) {
        try {
            Schema schema = read(root, dialect);
            if (!Migrations.between(Schema.EMPTY, schema, List.of(), dialect).proof().holds()) {
                Misreadings.refuse(schema, Places.of(root, Path.ROOT, dialect, Limits.DEFAULT), dialect, ProblemType.INVALID_SNAPSHOT);
                fail(dialect.name() + " " + what + " is neither refused nor proven");
            }
        } catch (ProblemException | UnsupportedChangeException _) {
            // Refused, which is right.
        }
    }

    private static Schema read(ObjectNode root, Dialect dialect) {
        return new SnapshotReader(root, Limits.DEFAULT, Path.ROOT).snapshot(dialect).schema();
    }
}
