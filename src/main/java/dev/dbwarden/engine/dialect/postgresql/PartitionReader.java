package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.postgresql.RelationNames.Holder;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
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
        Table above = natural().detached(parent);
        var keys = new ArrayList<>(above.parts().stream().filter(AttachedKeys::isKey).toList());
        var own = new ArrayList<TablePart>();
        for (TablePart part : whole.parts()) {
            if (part instanceof Column column) {
                likeAbove(column, above, child);
                own.add(column);
            } else if (AttachedKeys.isKey(part)) {
                Optional<TablePart> key = keys.stream().filter(each -> AttachedKeys.isLike(each, part)).findFirst();
                key.ifPresent(keys::remove);
                key.map(each -> AttachedKeys.under(each, part, whole)).orElse(Optional.of(part)).ifPresent(own::add);
            } else if (above.parts().stream().noneMatch(each -> each.withName("").equals(part.withName("")))) {
                own.add(part);
            }
        }
        var options = whole.options().with("partition_of", parent.name().toString()).with("partition_bound", bound);
        script.editor.replace(whole, whole.withParts(Parts.of(own)).withOptions(options));
    }

    private static void likeAbove(Column column, Table above, ObjectName child) {
        Column parents = above.column(column.name()).orElseThrow(() -> new IllegalArgumentException(
                "column " + column.name() + " of partition " + child + " is not in " + above.name()));
        if (!parents.type().equals(column.type()) || !parents.collation().equals(column.collation())) {
            throw new IllegalArgumentException("column " + column.name() + " of partition " + child + " has another type or collation than its parent's, which PostgreSQL does not attach");
        }
    }

    /** What tables have from their parents, under the names that the server would give it. */
    Descent natural() {
        return Descent.natural(script.editor::table);
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
            Optional<TablePart> own = partition.parts().stream().filter(part -> AttachedKeys.isKey(part) && !AttachedKeys.isAttached(part) && AttachedKeys.isLike(key, part)).findFirst();
            own.ifPresentOrElse(taken -> put(partition, taken, AttachedKeys.under(key, taken, partition)), () -> takeOver(partition.name(), key));
        }
    }

    /** A key or index that a partitioned table loses takes those under it along. */
    void takeAlong(ObjectName parent, TablePart key) {
        for (Table partition : script.partitions(parent)) {
            partition.parts().stream().filter(part -> AttachedKeys.isAttached(part) && AttachedKeys.isLike(key, part)).findFirst().ifPresent(part -> put(partition, part, Optional.empty()));
            takeAlong(partition.name(), key);
        }
    }

    private void put(Table partition, TablePart before, Optional<TablePart> after) {
        script.edit(partition.name(), parts -> after.map(part -> parts.replace(before, part)).orElseGet(() -> parts.without(before)));
    }

    /** The key or index that a partition has by this name under its parent's, where the server gave it the name; the model holds it from now on. */
    Optional<TablePart> held(Table partition, String name) {
        Optional<TablePart> natural = !partition.options().has("partition_of") ? Optional.empty()
                : natural().detached(partition).parts().stream().filter(part -> AttachedKeys.isKey(part) && part.name().equals(name) && partition.parts().find(part.partKey()).isEmpty()).findFirst();
        return natural.map(part -> {
            TablePart attached = AttachedKeys.attached(part);
            script.edit(partition.name(), parts -> parts.with(attached));
            return attached;
        });
    }

    /** {@code ALTER INDEX parent ATTACH PARTITION child}: the child's index goes with the parent's from now on. */
    void attachIndex(ObjectName parentIndex, ObjectName childIndex) {
        Optional<Holder> above = script.index(parentIndex);
        script.index(childIndex).ifPresent(child -> {
            Table partition = script.table(child.object().owner());
            TablePart own = partition.parts().find(child.part().orElseThrow()).orElseThrow();
            put(partition, own, above(partition, above, own).flatMap(key -> AttachedKeys.under(key, own, partition)));
            above.ifPresent(parent -> complete(parent, partition.name()));
        });
    }

    /** The parent's key or index, also where it is itself one under another that the model leaves out. */
    private Optional<TablePart> above(Table partition, Optional<Holder> written, TablePart own) {
        return written.flatMap(holder -> script.table(holder.object().owner()).parts().find(holder.part().orElseThrow()))
                .or(() -> partition.parents().flatMap(name -> natural().detached(script.table(ObjectName.parse(name))).parts().stream())
                        .filter(part -> AttachedKeys.isKey(part) && AttachedKeys.isLike(part, own)).findFirst());
    }

    /** What was made on ONLY the partitioned table is whole when each partition has one attached to it, which a foreign table never has (validatePartitionedIndex in tablecmds.c). */
    private void complete(Holder index, ObjectName partition) {
        ObjectName parent = index.object().owner();
        PartKey key = index.part().orElseThrow();
        Set<ObjectName> attached = script.attached(parent, key);
        attached.add(partition);
        if (script.foreignHeirs(parent).isEmpty() && script.partitions(parent).stream().map(Table::name).allMatch(attached::contains)) {
            script.edit(parent, parts -> parts.map(part -> part.partKey().equals(key) ? whole(part) : part));
        }
    }

    /** The part without the mark of one that was made on ONLY the table. */
    static TablePart whole(TablePart part) {
        return AttachedKeys.withOptions(part, options -> options.without(ONLY));
    }

    /** A key that is added to ONLY a table, which makes a difference where there are partitions that have to get it by themselves. */
    static TablePart only(TablePart part) {
        return AttachedKeys.withOptions(part, options -> options.with(ONLY, "true"));
    }
}
