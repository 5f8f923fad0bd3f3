package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.postgresql.RelationNames.Holder;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * Partitions: the model keeps of a partition only what it does not have from its parent, so that a change of the parent is one change.
 * {@code pg_dump} writes partitions as whole tables and attaches them; this takes them apart again.
 */
final class PartitionReader {
    /** The option of a key or index that was made on the partitioned table alone, and that partitions still lack. */
    static final String ONLY = "only";

    private final PostgresqlScript script;

    PartitionReader(PostgresqlScript script) {
        this.script = script;
    }

    void attach(Table parent, ObjectName child, String bound) {
        Table whole = script.table(child);
        var own = new ArrayList<TablePart>();
        for (TablePart part : whole.parts()) {
            if (part instanceof Column column) {
                Column above = parent.column(column.name()).orElseThrow(() -> new IllegalArgumentException(
                        "column " + column.name() + " of partition " + child + " is not in " + parent.name()));
                if (!above.withComment(column.comment()).equals(column) && !Descent.withoutSequence(above).withComment(column.comment()).equals(column)) {
                    throw new IllegalArgumentException("column " + column.name() + " of partition " + child + " differs from its parent's; "
                            + "that cannot be carried yet: give both one definition");
                }
            } else if (parent.parts().stream().noneMatch(above -> above.withName("").equals(part.withName("")))) {
                own.add(part);
            }
        }
        var options = whole.options().with("partition_of", parent.name().toString()).with("partition_bound", bound);
        script.editor.replace(whole, whole.withParts(Parts.of(own)).withOptions(options));
    }

    /** A partition that is made as one gets each key and index of its parent, also those on ONLY the parent (manual, CREATE TABLE, PARTITION OF). */
    void made(ObjectName parent, ObjectName partition) {
        script.table(parent).parts().stream().filter(part -> !whole(part).equals(part)).forEach(part -> script.attached(parent, part.partKey()).add(partition));
    }

    void detach(ObjectName child) {
        Table partition = script.table(child);
        script.editor.replace(partition, script.descent().detached(partition));
    }

    /** A key or index that a partitioned table gets takes over a like one of each partition; where there is none, the server makes one, and so on below. */
    void takeOver(ObjectName parent, TablePart key) {
        for (Table partition : script.partitions(parent)) {
            Optional<TablePart> own = partition.parts().stream().filter(part -> PartitionKeys.isLike(key, part)).findFirst();
            own.ifPresentOrElse(taken -> script.edit(partition.name(), parts -> parts.without(taken)), () -> takeOver(partition.name(), key));
        }
    }

    /** {@code ALTER INDEX parent ATTACH PARTITION child}: the child's index goes with the parent's from now on. */
    void attachIndex(ObjectName parentIndex, ObjectName childIndex) {
        Optional<Holder> above = script.index(parentIndex);
        Optional<Holder> below = script.index(childIndex);
        below.ifPresent(child -> {
            attachable(child.part().orElseThrow(), above, childIndex, parentIndex);
            script.edit(child.object().owner(), parts -> parts.without(parts.find(child.part().orElseThrow()).orElseThrow()));
            above.ifPresent(parent -> complete(parent, child.object().owner()));
        });
    }

    private static void attachable(PartKey child, Optional<Holder> above, ObjectName childIndex, ObjectName parentIndex) {
        boolean ofIndex = above.flatMap(Holder::part).filter(part -> part.kind() == Kind.INDEX).isPresent();
        if (ofIndex && child.kind() != Kind.INDEX) {
            throw new IllegalArgumentException("the key " + childIndex.name() + " of a partition is attached to " + parentIndex + ", which is an index and no key; "
                    + "that cannot be carried yet: make the key on the partitioned table");
        }
    }

    /** What was made on ONLY the partitioned table is whole when each partition has one attached to it. */
    private void complete(Holder index, ObjectName partition) {
        ObjectName parent = index.object().owner();
        PartKey key = index.part().orElseThrow();
        Set<ObjectName> attached = script.attached(parent, key);
        attached.add(partition);
        if (script.partitions(parent).stream().map(Table::name).allMatch(attached::contains)) {
            script.edit(parent, parts -> parts.map(part -> part.partKey().equals(key) ? whole(part) : part));
        }
    }

    private static TablePart whole(TablePart part) {
        return switch (part) {
            case Index index -> new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), index.options().without(ONLY), index.written());
            case PrimaryKey key -> new PrimaryKey(key.name(), key.columns(), key.options().without(ONLY));
            case Unique key -> new Unique(key.name(), key.columns(), key.options().without(ONLY));
            case Column _, Check _, Exclusion _, ForeignKey _ -> part;
        };
    }

    /** A key that is added to ONLY a table, which makes a difference where there are partitions that have to get it by themselves. */
    static TablePart only(TablePart part) {
        return switch (part) {
            case PrimaryKey key -> new PrimaryKey(key.name(), key.columns(), key.options().with(ONLY, "true"));
            case Unique key -> new Unique(key.name(), key.columns(), key.options().with(ONLY, "true"));
            case Column _, Check _, Exclusion _, ForeignKey _, Index _ -> part;
        };
    }
}
