package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind a table's columns, as options in one spelling: {@code engine}, {@code order_by}, {@code primary_key},
 * {@code partition_by}, {@code sample_by}, {@code ttl}, {@code setting.<name>}. What the server fills in is left out:
 * a primary key that is the sorting key, {@code index_granularity = 8192}.
 */
final class TableOptions {
    static final String ENGINE = "engine";
    static final String ORDER_BY = "order_by";
    static final String PRIMARY_KEY = "primary_key";
    static final String PARTITION_BY = "partition_by";
    static final String SAMPLE_BY = "sample_by";
    static final String TTL = "ttl";
    static final String SETTING = "setting.";

    private final Table table;

    TableOptions(Table table) {
        this.table = table;
    }

    /** The table with a primary key of its own turned into the clause that it is here: no key in the sense of uniqueness. */
    Table normal() {
        Options options = of(table.options());
        Optional<PrimaryKey> key = table.primaryKey();
        if (key.isPresent() && !options.has(PRIMARY_KEY)) {
            options = options.with(PRIMARY_KEY, ClauseSpelling.of(String.join(", ", key.get().columns().stream().map(OperandSpelling::name).toList()).transform(text -> "(" + text + ")"), ClauseSpelling::key));
        }
        if (!options.has(ENGINE)) {
            options = options.with(ENGINE, "MergeTree");
        }
        if (StorageEngine.of(options).isMergeTree()) {
            options = keys(options);
        }
        List<TablePart> parts = table.parts().stream().filter(part -> part.kind() != Kind.PRIMARY_KEY).toList();
        Table normal = options.equals(table.options()) && options.values().size() == table.options().values().size() ? table : table.withOptions(options);
        return parts.size() == table.parts().stream().count() ? normal : normal.withParts(Parts.of(parts));
    }

    private static Options keys(Options options) {
        Options keyed = options.has(ORDER_BY) ? options : options.with(ORDER_BY, options.find(PRIMARY_KEY).orElse("tuple()"));
        boolean same = keyed.find(PRIMARY_KEY).equals(keyed.find(ORDER_BY));
        return same ? keyed.without(PRIMARY_KEY) : keyed;
    }

    static Options of(Options raw) {
        Options options = raw;
        for (var each : raw.values().entrySet()) {
            String value = spelled(each.getKey(), each.getValue());
            options = value.equals(each.getValue()) ? options : options.with(each.getKey(), value);
        }
        options = options.find(SETTING + "index_granularity").filter(value -> value.equals("8192")).isPresent() ? options.without(SETTING + "index_granularity") : options;
        return options;
    }

    private static String spelled(String option, String value) {
        return switch (option) {
            case ENGINE -> ClauseSpelling.of(value, ClauseSpelling::engine);
            case ORDER_BY, PRIMARY_KEY -> ClauseSpelling.of(value, ClauseSpelling::key);
            case PARTITION_BY, SAMPLE_BY -> ClauseSpelling.of(value, ClauseSpelling::expression);
            case TTL -> ClauseSpelling.of(value, ClauseSpelling::ttl);
            default -> option.startsWith(SETTING) ? ClauseSpelling.of(value, ClauseSpelling::value) : value;
        };
    }
}
