package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keys and indexes of a partition that stand under those of its parent. The model leaves out the ones that the server would make of the parent's;
 * one with another name, or with parameters of its own, is a part of the partition that says so.
 */
final class AttachedKeys {
    /** The option of such a part. */
    private static final String OPTION = "attached";

    private AttachedKeys() {}

    static boolean isKey(TablePart part) {
        return part instanceof Index || part instanceof Unique || part instanceof PrimaryKey;
    }

    static boolean isAttached(TablePart part) {
        return options(part).has(OPTION);
    }

    /** The part as one that stands under no other. */
    static TablePart free(TablePart part) {
        return isAttached(part) ? withOptions(part, options -> options.without(OPTION)) : part;
    }

    /** What the model holds of a partition's own key or index under the one above it. */
    static Optional<TablePart> under(TablePart above, TablePart own, Relation partition) {
        TablePart free = free(own);
        boolean plain = PartitionReader.whole(above).withName("").equals(free.withName("")) && PostgresqlNaming.isOwn(free, partition);
        return plain ? Optional.empty() : Optional.of(attached(free));
    }

    /** The part as one that stands under its parent's. */
    static TablePart attached(TablePart part) {
        return withOptions(part, AttachedKeys::attached);
    }

    static Options attached(Options options) {
        return options.with(OPTION, "true");
    }

    /**
     * Whether a partition's key or index can stand under the one above it (indexcmds.c, CompareIndexInfo): it searches the same in the same way.
     * Under a key there is only a key of its kind; under a unique index also a key.
     */
    static boolean isLike(TablePart above, TablePart own) {
        return above.kind() == own.kind() ? essence(above).equals(essence(own))
                : above instanceof Index index && index.unique() && searched(own).filter(columns -> isPlain(index, columns)).isPresent();
    }

    private static TablePart essence(TablePart part) {
        return withOptions(part.withName(""), options -> {
            Options left = options.without(OPTION).without(PartitionReader.ONLY).without("tablespace");
            for (String name : options.values().keySet()) {
                left = name.startsWith("with") || name.startsWith("statistics.") ? left.without(name) : left;
            }
            return left;
        });
    }

    private static Optional<List<String>> searched(TablePart key) {
        return switch (essence(key)) {
            case PrimaryKey primary when primary.options().isEmpty() -> Optional.of(primary.columns());
            case Unique unique when unique.options().isEmpty() -> Optional.of(unique.columns());
            case PrimaryKey _, Unique _, Column _, Check _, Exclusion _, ForeignKey _, Index _ -> Optional.empty();
        };
    }

    private static boolean isPlain(Index index, List<String> columns) {
        return index.method().isEmpty() && index.include().isEmpty() && index.where().isEmpty() && index.keys().equals(columns.stream().map(Index.Key::column).toList())
                && !index.options().has("nulls_not_distinct");
    }

    private static Options options(TablePart part) {
        return switch (part) {
            case Index index -> index.options();
            case PrimaryKey key -> key.options();
            case Unique key -> key.options();
            case Column _, Check _, Exclusion _, ForeignKey _ -> Options.NONE;
        };
    }

    /** A key or index with other options; any other part as it is. */
    static TablePart withOptions(TablePart part, UnaryOperator<Options> edit) {
        return switch (part) {
            case Index index -> new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), edit.apply(index.options()), index.written());
            case PrimaryKey key -> new PrimaryKey(key.name(), key.columns(), edit.apply(key.options()));
            case Unique key -> new Unique(key.name(), key.columns(), edit.apply(key.options()));
            case Column _, Check _, Exclusion _, ForeignKey _ -> part;
        };
    }
}
