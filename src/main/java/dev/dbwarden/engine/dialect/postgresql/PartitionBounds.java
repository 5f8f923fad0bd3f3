package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The bounds of partitions in the light of what their parent is partitioned by: the server reads each as a value of that type, and prints that, so that {@code 0} for a
 * {@code bigint} comes back as {@code '0'} and {@code '2024-01-01'} for a {@code timestamptz} with its time of day and its zone (get_range_partbound_string in ruleutils.c).
 */
final class PartitionBounds {
    private static final Set<String> UNBOUND = Set.of("minvalue", "maxvalue", "null");

    private final Schema schema;
    private final Map<ObjectName, List<Optional<DataType>>> keys = new HashMap<>();

    PartitionBounds(Schema schema) {
        this.schema = schema;
    }

    /** The one spelling of a bound of the parent's partitions; it is for comparing, as a point in time is one of the zone that it is read in. */
    String spelled(ObjectName parent, String bound) {
        return normal(bound, keys.computeIfAbsent(parent, this::key));
    }

    private String normal(String bound, List<Optional<DataType>> types) {
        TokenStream in = TokenStream.of(bound, Postgresql.LEXICON);
        if (!in.accept("FOR", "VALUES") || !in.atAny("IN", "FROM")) {
            return bound;
        }
        var text = new StringJoiner(" ").add("for values");
        try {
            while (in.atAny("IN", "FROM", "TO")) {
                boolean list = in.at("IN");
                text.add(Wording.word(in.next()));
                List<String> values = TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list();
                var spelled = new ArrayList<String>();
                for (int i = 0; i < values.size(); i++) {
                    int place = list ? 0 : i;
                    spelled.add(value(values.get(i).strip(), place < types.size() ? types.get(place) : Optional.empty()));
                }
                text.add("( " + String.join(" , ", spelled) + " )");
            }
            return in.isAtEnd() ? text.toString() : bound;
        } catch (SqlException other) {
            return bound;
        }
    }

    private String value(String value, Optional<DataType> type) {
        return UNBOUND.contains(value) || type.isEmpty() ? value : PostgresqlNormalizer.ofBase(PostgresqlTexts.defaultValue(value, type.get()), type.get(), schema).canonical();
    }

    /** The types of what a table is partitioned by; empty ones where they are not known. */
    private List<Optional<DataType>> key(ObjectName name) {
        String by = schema.table(name).flatMap(table -> table.options().find("partition_by")).orElse("");
        int open = by.indexOf('(');
        if (open < 0 || !by.endsWith(")")) {
            return List.of();
        }
        Map<String, DataType> columns = columns(schema.table(name).orElseThrow(), new HashSet<>());
        return TokenStream.of(by.substring(open + 1, by.length() - 1), Postgresql.LEXICON).list().stream().map(item -> type(item.strip(), columns)).toList();
    }

    private Optional<DataType> type(String item, Map<String, DataType> columns) {
        List<Token> tokens = TokenStream.of(item, Postgresql.LEXICON).remaining();
        boolean column = !tokens.isEmpty() && tokens.getFirst().isName() && (tokens.size() == 1 || !tokens.get(1).is("("));
        if (column) {
            return Optional.ofNullable(columns.get(Wording.named(tokens.getFirst())));
        }
        SequencedMap<String, List<TypeName>> types = new LinkedHashMap<>();
        columns.forEach((each, type) -> types.put(each, OperandTypes.of(type, schema)));
        return new OperandTypes(types).of(item).stream().findFirst().map(type -> PostgresqlTypes.parse(type.toString()));
    }

    /** The columns of a table and of what it is a partition of. */
    private Map<String, DataType> columns(Table table, Set<ObjectName> seen) {
        var columns = new HashMap<String, DataType>();
        if (seen.add(table.name())) {
            table.parents().flatMap(parent -> schema.table(ObjectName.parse(parent)).stream()).forEach(parent -> columns.putAll(columns(parent, seen)));
            for (Column column : table.columns()) {
                columns.put(Postgresql.QUOTING.name(column.name()), column.type());
            }
        }
        return columns;
    }
}
