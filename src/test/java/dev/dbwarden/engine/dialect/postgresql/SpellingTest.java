package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dbwarden.engine.database.TestDatabase;
import dev.dbwarden.engine.database.TestServer;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pairs of expressions and queries that a real server keeps apart: each is what the server exports of it, and none is the other one. */
class SpellingTest {
    private static final Dialect DIALECT = new Postgresql();
    private static final String PRINTED = """
            SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname ~ '^l\\d+$'
            UNION ALL SELECT relname, pg_get_viewdef(oid) FROM pg_class WHERE relkind = 'v' AND relname ~ '^l\\d+$'
            UNION ALL SELECT relname, regexp_replace(pg_get_indexdef(oid), '^.*? USING ', '') FROM pg_class WHERE relkind = 'i' AND relname ~ '^l\\d+$'
            UNION ALL SELECT attname, pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE attname ~ '^l\\d+$'
            UNION ALL SELECT polname, pg_get_expr(polqual, polrelid) FROM pg_policy""";
    private static final Pattern NAME = Pattern.compile("\\bl\\d+\\b");

    /** A line of the list: two spellings, or one. */
    record Pair(int line, String kind, List<String> spellings) {
        static Pair of(int line, String text) {
            String[] parts = text.split(": ", 2);
            return new Pair(line, parts[0], List.of(parts[1].split(" /// ")));
        }

        String name() {
            return "l" + line;
        }

        String statement(int side) {
            String sql = spellings.get(Math.min(side, spellings.size() - 1)).strip();
            String[] words = kind.split(" ", 2);
            return switch (words[0]) {
                case "check" -> "ALTER TABLE t ADD CONSTRAINT " + name() + " CHECK (" + sql + ")";
                case "view" -> "CREATE VIEW " + name() + " AS SELECT " + sql + " AS o FROM t";
                case "query" -> "CREATE VIEW " + name() + " AS " + sql;
                case "index" -> "CREATE INDEX " + name() + " ON t (" + sql + ")";
                case "where" -> "CREATE INDEX " + name() + " ON t (i) WHERE " + sql;
                case "default" -> "ALTER TABLE defaults ADD COLUMN " + name() + " " + words[1] + " DEFAULT " + sql;
                case "generated" -> "CREATE TABLE g" + name() + " (i integer, j integer, b bigint, n numeric, x text, v varchar(20), d date, ts timestamp, jb jsonb, "
                        + name() + " " + words[1] + " GENERATED ALWAYS AS (" + sql + ") STORED)";
                case "policy" -> "CREATE POLICY " + name() + " ON t USING (" + sql + ")";
                default -> throw new IllegalArgumentException(kind);
            };
        }
    }

    /** What a side of all pairs became on a server. */
    record Made(Schema model, Schema exported, Map<String, String> printed) {}

    @TestFactory
    Stream<DynamicTest> tellsApartWhatTheServerKeepsApart() {
        List<String> lines = lines();
        List<Pair> pairs = IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches("[a-z]+( [a-z0-9(), \\[\\]]+)?: .*")).mapToObj(i -> Pair.of(i + 1, lines.get(i))).toList();
        String tables = lines.stream().takeWhile(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        return TestServer.all().stream().filter(server -> server.dialect().equals("postgresql")).map(server -> dynamicTest(server.toString(), () -> compared(server, tables, pairs)));
    }

    private static void compared(TestServer server, String tables, List<Pair> pairs) throws Exception {
        Made first = made(server, tables, pairs, 0);
        Made second = made(server, tables, pairs, 1);
        var wrong = new ArrayList<String>();
        Set<String> ownFirst = changed(first.exported(), first.model());
        Set<String> ownSecond = changed(second.exported(), second.model());
        Set<String> apart = changed(first.exported(), second.model());
        for (Pair pair : pairs) {
            String one = first.printed().getOrDefault(pair.name(), "");
            String other = second.printed().getOrDefault(pair.name(), "");
            if (one.isEmpty() || other.isEmpty()) {
                wrong.add("refused by the server: " + pair);
            } else if (ownFirst.contains(pair.name()) || ownSecond.contains(pair.name())) {
                wrong.add("not what is exported: " + pair + " as " + (ownFirst.contains(pair.name()) ? one : other));
            } else if (pair.spellings().size() > 1 && one.equals(other)) {
                wrong.add("one to the server: " + pair + " as " + one);
            } else if (pair.spellings().size() > 1 && !apart.contains(pair.name())) {
                wrong.add("not told apart: " + pair + " as " + one + " and " + other);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> changed(Schema from, Schema to) {
        return Migrations.between(from, to, List.of(), DIALECT).upgrade().stream().flatMap(each -> NAME.matcher(each.statement().sql()).results().map(MatchResult::group)).collect(Collectors.toSet());
    }

    private static Made made(TestServer server, String tables, List<Pair> pairs, int side) throws Exception {
        try (TestDatabase database = server.open()) {
            database.execute(tables);
            var script = new StringBuilder(tables);
            for (Pair pair : pairs) {
                try {
                    database.execute(pair.statement(side));
                    script.append(pair.statement(side)).append(";\n");
                } catch (IllegalStateException refused) {
                    // told with the others
                }
            }
            Map<String, String> printed = new HashMap<>();
            database.query(PRINTED).forEach(line -> printed.put(line.substring(0, line.indexOf(" | ")), line.substring(line.indexOf(" | ") + 3)));
            Reading model = DIALECT.read(script.toString(), Schema.EMPTY);
            assertThat(model.problems()).isEmpty();
            Connection connection = database.connection();
            Introspection found = DIALECT.introspector().introspect(connection, Scope.ALL);
            assertThat(found.problems()).isEmpty();
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
            return new Made(model.schema(), found.schema(), printed);
        }
    }

    private static List<String> lines() {
        try (var stream = SpellingTest.class.getResourceAsStream("told-apart.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
