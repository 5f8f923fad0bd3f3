package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that no statement can turn into what they are to be: partitioned, or no longer, or in another way, or of another access method. They
 * are made anew with their rows, and their partitions with them; keys, indexes and sequences come when the rows are there.
 */
final class Conversions {
    private final Draft draft;
    private final Disturbances disturbances;
    private final Set<ObjectName> remade = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Conversions(Draft draft, Disturbances disturbances) {
        this.draft = draft;
        this.disturbances = disturbances;
    }

    /** The draft's steps, with the rebuilds in place of those that they make superfluous. */
    List<Step> steps() {
        for (Step step : draft.steps()) {
            if (step.change() instanceof AlterObject(Table before, Table after) && isConversion(before, after)) {
                convert(after.name(), step.cause());
            }
        }
        draft.steps().stream().filter(step -> !isRemade(step.change())).forEach(steps::add);
        return steps;
    }

    /** Where a table takes columns from elsewhere, the model does not know which values to keep. */
    private boolean isConversion(Table before, Table after) {
        return !TableOptions.fixed(before.options()).equals(TableOptions.fixed(after.options()))
                && !PostgresqlNormalizer.inherits(before.options()) && !PostgresqlNormalizer.inherits(after.options())
                && draft.before().tables().noneMatch(table -> inheritsFrom(table, before.name()));
    }

    private static boolean inheritsFrom(Table table, ObjectName parent) {
        return table.options().find("inherits").filter(parents -> List.of(parents.split(", ")).contains(parent.toString())).isPresent();
    }

    private boolean isRemade(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> remade.contains(table.name());
            case DropObject(Table table) -> remade.contains(table.name());
            case AlterObject(Table table, _) -> remade.contains(table.name());
            case AddPart(ObjectName table, _) -> remade.contains(table);
            case DropPart(ObjectName table, _) -> remade.contains(table);
            case AlterPart(ObjectName table, _, _) -> remade.contains(table);
            case RenamePart(ObjectName table, _, _, _, _) -> remade.contains(table);
            case CreateObject _, DropObject _, AlterObject _, RenameObject _, RenameLabel _, RebuildTables _ -> false;
        };
    }

    private void convert(ObjectName root, int cause) {
        Map<ObjectName, Table> was = tree(draft.before(), root);
        Map<ObjectName, Table> willBe = tree(draft.after(), root);
        // a partition that was or will be a table of its own is attached or detached, and keeps its rows
        List<Table> before = was.values().stream().filter(table -> willBe.containsKey(table.name()) || draft.after().table(table.name()).isEmpty()).toList();
        List<Table> after = willBe.values().stream().filter(table -> was.containsKey(table.name()) || draft.before().table(table.name()).isEmpty()).toList();
        before.forEach(table -> {
            remade.add(table.name());
            table.foreignKeys().forEach(key -> steps.add(new Step(new DropPart(table.name(), key), cause)));
            disturbances.object(table, cause);
            disturbances.keysOf(table.name(), cause);
            sequences(table.name(), cause);
        });
        steps.add(new Step(new RebuildTables(before.stream().map(Conversions::withoutForeignKeys).toList(), after.stream().map(Conversions::bare).toList()), cause));
        after.forEach(table -> {
            remade.add(table.name());
            complete(table, cause);
        });
    }

    /** A table and its partitions, parents first. */
    private static Map<ObjectName, Table> tree(Schema schema, ObjectName root) {
        var tree = new LinkedHashMap<ObjectName, Table>();
        schema.table(root).ifPresent(table -> tree.put(root, table));
        int known;
        do {
            known = tree.size();
            schema.tables().filter(table -> table.options().find("partition_of").filter(parent -> tree.containsKey(ObjectName.parse(parent))).isPresent())
                    .forEach(table -> tree.putIfAbsent(table.name(), table));
        } while (tree.size() > known);
        return tree;
    }

    /** Sequences that belong to the old table would go with it. */
    private void sequences(ObjectName table, int cause) {
        draft.before().all(Sequence.class).filter(sequence -> sequence.ownedBy().filter(owner -> owner.table().equals(table)).isPresent())
                .filter(sequence -> draft.after().find(sequence.ref()).filter(sequence::equals).isPresent()).forEach(sequence -> {
                    steps.add(new Step(new AlterObject(sequence, sequence.withOwnedBy(Optional.empty())), cause));
                    steps.add(new Step(new AlterObject(sequence.withOwnedBy(Optional.empty()), sequence), cause));
                });
    }

    private static Table withoutForeignKeys(Table table) {
        return table.withParts(Parts.of(table.parts().stream().filter(part -> !(part instanceof ForeignKey)).toList()));
    }

    /** The table as it takes the rows: without what bears a name that the old one still has, or is cheaper to make behind the rows. */
    private static Table bare(Table table) {
        var parts = new ArrayList<TablePart>();
        for (TablePart part : table.parts()) {
            if (part instanceof Column column) {
                parts.add(column.withIdentity(Optional.empty()));
            } else if (part instanceof Check && !Table.isLate(part)) {
                parts.add(part);
            }
        }
        return table.withParts(Parts.of(parts)).withOptions(TableOptions.early(table.options()));
    }

    private void complete(Table table, int cause) {
        Table bare = bare(table);
        for (TablePart part : table.parts()) {
            Optional<TablePart> made = bare.parts().find(part.partKey());
            if (made.isEmpty()) {
                steps.add(new Step(new AddPart(table.name(), part), cause));
            } else if (!made.get().equals(part)) {
                steps.add(new Step(new AlterPart(table.name(), made.get(), part), cause));
            }
        }
        if (!bare.options().equals(table.options())) {
            steps.add(new Step(new AlterObject(bare.withParts(Parts.NONE), table.withParts(Parts.NONE)), cause));
        }
    }
}
