package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Partitions: the model keeps of a partition only what it does not have from its parent, so that a change of the parent is one change.
 * {@code pg_dump} writes partitions as whole tables and attaches them; this takes them apart again.
 */
final class PartitionReader {
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

    void detach(ObjectName child) {
        Table partition = script.table(child);
        script.editor.replace(partition, script.descent().detached(partition));
    }

    /** {@code ALTER INDEX parent ATTACH PARTITION child}: the child's index goes with the parent's from now on. */
    void attachIndex(ObjectName parentIndex, ObjectName childIndex) {
        boolean ofIndex = script.ownerOf(parentIndex).isPresent();
        script.ownerOf(childIndex).or(() -> ownerOfKey(childIndex)).ifPresent(owner -> script.edit(owner,
                parts -> parts.stream().filter(part -> isIndex(part, childIndex.name())).findFirst().map(part -> parts.without(attachable(part, ofIndex, parentIndex))).orElse(parts)));
        script.ownerOf(parentIndex).ifPresent(owner -> script.edit(owner, parts -> parts.map(part -> part instanceof Index index && index.name().equals(parentIndex.name())
                ? new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), index.options().without("only"), index.written()) : part)));
    }

    private static TablePart attachable(TablePart part, boolean ofIndex, ObjectName parentIndex) {
        if (ofIndex && !(part instanceof Index)) {
            throw new IllegalArgumentException("the key " + part.name() + " of a partition is attached to " + parentIndex + ", which is an index and no key; "
                    + "that cannot be carried yet: make the key on the partitioned table");
        }
        return part;
    }

    private Optional<ObjectName> ownerOfKey(ObjectName key) {
        ObjectName made = script.made(key);
        return script.editor.objects().stream().filter(object -> object instanceof Table table && table.name().namespace().equals(made.namespace())
                && table.parts().stream().anyMatch(part -> isIndex(part, made.name()))).map(SchemaObject::name).findFirst();
    }

    /** An index, or a key that is one to the server. */
    private static boolean isIndex(TablePart part, String name) {
        return (part instanceof Index || part instanceof PrimaryKey || part instanceof Unique) && part.name().equals(name);
    }
}
