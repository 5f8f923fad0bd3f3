package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which changes ALTER TABLE makes (clickhouse.com/docs/sql-reference/statements/alter, tried out with 26.5). */
final class ClickhouseInPlace {
    private static final Set<String> ALTERED_OPTIONS = Set.of(TableOptions.TTL, TableOptions.SAMPLE_BY);
    /** {@code readonly} in system.merge_tree_settings. */
    private static final Set<String> FIXED_SETTINGS = Set.of("add_minmax_index_for_block_number_column", "add_minmax_index_for_block_offset_column", "add_minmax_index_for_numeric_columns",
            "add_minmax_index_for_string_columns", "add_minmax_index_for_temporal_columns", "enable_mixed_granularity_parts", "index_granularity", "index_granularity_bytes",
            "share_nested_offsets", "table_disk", "allow_experimental_reverse_key", "allow_nullable_key");

    private final Schema before;

    ClickhouseInPlace(Schema before) {
        this.before = before;
    }

    boolean allows(Change change) {
        return switch (change) {
            case AddPart(ObjectName table, TablePart part) -> alters(table, part);
            case DropPart(ObjectName table, TablePart part) -> alters(table, part) && !(part instanceof Column column && isFixed(before.table(table).orElseThrow(), column.name()));
            case AlterPart(ObjectName table, Column from, Column to) -> StorageEngine.of(before.table(table).orElseThrow().options()).altersColumns() && isAlterable(before.table(table).orElseThrow(), from, to);
            case AlterObject(Table from, Table to) -> isAlterable(from, to);
            case RenamePart(_, Kind kind, _, _, _) -> kind == Kind.COLUMN;
            default -> true;
        };
    }

    private boolean alters(ObjectName table, TablePart part) {
        StorageEngine engine = StorageEngine.of(before.table(table).orElseThrow().options());
        return part instanceof Column ? engine.altersColumns() : engine.isMergeTree();
    }

    /** Whether the table's keys or its engine are made of the column. */
    static boolean isFixed(Table table, String column) {
        return Stream.of(TableOptions.ENGINE, TableOptions.ORDER_BY, TableOptions.PRIMARY_KEY, TableOptions.PARTITION_BY, TableOptions.SAMPLE_BY)
                .flatMap(option -> table.options().find(option).stream()).anyMatch(text -> ClickhouseTokens.words(text).contains(column));
    }

    private static boolean isAlterable(Table table, Column from, Column to) {
        boolean sameType = from.type().equals(to.type());
        return (sameType || !isFixed(table, from.name())) && from.options().has("ephemeral") == to.options().has("ephemeral");
    }

    private static boolean isAlterable(Table from, Table to) {
        StorageEngine engine = StorageEngine.of(from.options());
        boolean options = engine.isMergeTree() && ClickhouseRenderer.changesOnly(from.options(), to.options(), ClickhouseInPlace::isAlterable);
        return (from.options().equals(to.options()) || options) && (from.comment().equals(to.comment()) || engine.altersComment());
    }

    private static boolean isAlterable(String option) {
        return ALTERED_OPTIONS.contains(option) || option.startsWith(TableOptions.SETTING) && !FIXED_SETTINGS.contains(option.substring(TableOptions.SETTING.length()));
    }
}
