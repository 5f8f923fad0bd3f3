package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of the server's own relations and of what its functions answer with, which differ from version to version. {@code server-columns.tsv} holds them as
 * {@code catalog/server_columns.sql} finds them on each.
 */
final class ServerColumns {
    /** The version where it may be any. */
    static final int ANY = 0;

    /** What a type becomes without a word: domains, and vectors of numbers. */
    private static final Map<String, String> MADE_OF = Map.of("int2vector", "smallint[]", "oidvector", "oid[]", "information_schema.sql_identifier", "name", "information_schema.character_data", "varchar",
            "information_schema.yes_or_no", "varchar", "information_schema.cardinal_number", "integer", "information_schema.time_stamp", "timestamptz");
    private static final Map<String, List<Columns>> ALL = read();
    private static final Map<String, SequencedMap<String, List<TypeName>>> MERGED = ALL.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> merged(entry.getValue())));

    private ServerColumns() {}

    private record Columns(int since, int until, SequencedMap<String, List<TypeName>> types) {
        boolean isOf(int version) {
            return version == ANY || since <= version && version <= until;
        }
    }

    /** The columns of a relation, those of all versions if need be; none where the server has no such relation. A function's name has empty brackets behind it. */
    static SequencedMap<String, List<TypeName>> of(String name, int version) {
        return version == ANY ? MERGED.getOrDefault(name, Collections.emptySortedMap()) : forms(name, version).stream().findFirst().orElse(Collections.emptySortedMap());
    }

    /** The forms that it has in these versions. */
    static List<SequencedMap<String, List<TypeName>>> forms(String name, int version) {
        return ALL.getOrDefault(name, List.of()).stream().filter(columns -> columns.isOf(version)).map(Columns::types).toList();
    }

    static IntStream versions() {
        return IntStream.rangeClosed(13, 18);
    }

    private static SequencedMap<String, List<TypeName>> merged(List<Columns> forms) {
        var columns = new LinkedHashMap<String, List<TypeName>>();
        forms.reversed().forEach(form -> form.types().forEach(columns::putIfAbsent));
        return Collections.unmodifiableSequencedMap(columns);
    }

    private static Map<String, List<Columns>> read() {
        String path = "server-columns.tsv";
        try (var stream = ServerColumns.class.getResourceAsStream(path)) {
            var all = new HashMap<String, List<Columns>>();
            new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).forEach(parts ->
                    all.merge(parts[0], List.of(new Columns(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), columns(parts[3]))),
                            (before, next) -> Stream.concat(before.stream(), next.stream()).toList()));
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedMap<String, List<TypeName>> columns(String list) {
        var columns = new LinkedHashMap<String, List<TypeName>>();
        for (String column : list.split(",")) {
            TokenStream in = TokenStream.of(column, Postgresql.LEXICON);
            String name = Wording.named(in.next());
            columns.put(name, in.isAtEnd() ? List.of() : types(column.substring(in.peek().start())));
        }
        return Collections.unmodifiableSequencedMap(columns);
    }

    private static List<TypeName> types(String type) {
        return Stream.concat(OperandTypes.parsed(type).stream(), Stream.ofNullable(MADE_OF.get(type)).flatMap(base -> OperandTypes.parsed(base).stream())).toList();
    }
}
