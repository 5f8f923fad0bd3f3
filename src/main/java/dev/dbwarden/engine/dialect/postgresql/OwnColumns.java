package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns that partitions and heirs have from their parents, with something of their own: a default, NOT NULL, a comment. The model holds such a
 * column as a part of the table; the server alters it, and overwrites it with what a parent's becomes (manual, ALTER TABLE, ONLY).
 */
final class OwnColumns {
    private final Draft draft;
    private final Map<ObjectName, List<ObjectName>> heirs = new HashMap<>();
    /** What the steps make of columns that come from above, as far as they touch them. */
    private final Map<Ref, Column> states = new LinkedHashMap<>();
    private final Map<Ref, Integer> causes = new HashMap<>();

    OwnColumns(Draft draft) {
        this.draft = draft;
        draft.after().tables().forEach(table -> table.parents().map(ObjectName::parse).filter(_ -> isKept(table))
                .forEach(parent -> heirs.computeIfAbsent(parent, _ -> new ArrayList<>()).add(table.name())));
    }

    /** Whether it has the parents that it had, if it was there. */
    private boolean isKept(Table after) {
        return draft.before().table(after.name()).filter(before -> !before.parents().toList().equals(after.parents().toList())).isEmpty();
    }

    /** A change as the one of a column that it is, where the model holds the column at the table on one side alone; empty where it stays as it was. */
    Optional<Change> real(Change change) {
        return switch (change) {
            case AddPart(ObjectName table, Column own) when above(table, own.name(), draft.before()).isPresent() && above(table, own.name(), draft.after()).isPresent() ->
                    altered(table, whole(table, own.name(), draft.before()).orElseThrow(), own);
            case DropPart(ObjectName table, Column own) when above(table, own.name(), draft.after()).isPresent() ->
                    altered(table, own, whole(table, own.name(), draft.after()).orElseThrow());
            default -> Optional.of(change);
        };
    }

    private static Optional<Change> altered(ObjectName table, Column before, Column after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new AlterPart(table, before, after));
    }

    /** The steps, and behind them what gives such columns what they are to have, whatever becomes of their parents'. */
    List<Step> told(List<Step> steps) {
        if (heirs.isEmpty()) {
            return steps;
        }
        var all = new ArrayList<Step>();
        for (Step step : steps) {
            switch (step.change()) {
                case AlterPart(ObjectName table, Column before, Column _) when above(table, before.name(), draft.after()).isPresent() -> touch(table, before, step.cause());
                case AddPart(ObjectName table, Column own) when above(table, own.name(), draft.after()).isPresent() ->
                        touch(table, above(table, own.name(), draft.after()).orElseThrow(), step.cause());
                case DropPart(ObjectName table, Column own) when isPartition(table) && above(table, own.name(), draft.before()).isPresent() -> { }
                case CreateObject(Table table) when table.options().has("partition_of") -> all.add(new Step(created(table, step.cause()), step.cause()));
                case AlterPart(ObjectName table, Column before, Column after) -> {
                    all.add(step);
                    inherit(table, before, after, step.cause());
                }
                default -> all.add(step);
            }
        }
        settle(all);
        return all;
    }

    private boolean isPartition(ObjectName table) {
        return draft.after().table(table).filter(each -> each.options().has("partition_of")).isPresent();
    }

    /** A partition is made with the columns of its parent, and gets its own afterwards. */
    private CreateObject created(Table partition, int cause) {
        partition.columns().forEach(own -> above(partition.name(), own.name(), draft.after()).ifPresent(inherited -> touch(partition.name(), inherited, cause)));
        return new CreateObject(partition.withParts(Parts.of(partition.parts().stream().filter(part -> !(part instanceof Column)).toList())));
    }

    private void touch(ObjectName table, Column state, int cause) {
        states.putIfAbsent(state.ref(table), state);
        causes.putIfAbsent(state.ref(table), cause);
    }

    /** What the server does below when a column changes: there too. */
    private void inherit(ObjectName table, Column before, Column after, int cause) {
        for (ObjectName heir : heirs.getOrDefault(table, List.of())) {
            whole(heir, before.name(), draft.before()).ifPresent(column -> {
                touch(heir, column, cause);
                Column state = states.get(column.ref(heir));
                Column next = followed(state, before, after);
                states.put(column.ref(heir), next);
                inherit(heir, state, next, cause);
            });
        }
    }

    /** A column after one above it changed: what changes there is the same here from then on. */
    static Column followed(Column column, Column before, Column after) {
        Column next = before.type().equals(after.type()) ? column : column.withType(after.type());
        next = before.collation().equals(after.collation()) ? next : next.withCollation(after.collation());
        next = before.nullable() == after.nullable() ? next : next.withNullable(after.nullable());
        next = before.generated().equals(after.generated()) ? next : next.withGenerated(after.generated());
        Column from = Descent.withoutSequence(before);
        Column to = Descent.withoutSequence(after);
        next = from.defaultValue().equals(to.defaultValue()) ? next : next.withDefault(to.defaultValue());
        return before.options().equals(after.options()) ? next : next.withOptions(after.options());
    }

    /** From the top down: each column that is not as the model says, and with it those below. */
    private void settle(List<Step> all) {
        while (!states.isEmpty()) {
            for (Ref touched : List.copyOf(states.keySet())) {
                ancestors(touched.owner()).toList().reversed().forEach(above -> settle(Ref.column(above, touched.part()), all));
                settle(touched, all);
            }
        }
    }

    private void settle(Ref column, List<Step> all) {
        Optional.ofNullable(states.remove(column)).ifPresent(state -> whole(column.owner(), column.part(), draft.after()).filter(wanted -> !wanted.equals(state)).ifPresent(wanted -> {
            all.add(new Step(new AlterPart(column.owner(), state, wanted), causes.get(column)));
            inherit(column.owner(), state, wanted, causes.get(column));
        }));
    }

    /** Each table before those that it comes from, at every place where it stands. */
    private Stream<ObjectName> ancestors(ObjectName table) {
        return draft.after().table(table).stream().flatMap(Table::parents).map(ObjectName::parse).flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }

    /** The column as a table has it from its parents, if it has the same ones on both sides. */
    private Optional<Column> above(ObjectName name, String column, Schema schema) {
        return schema.table(name).filter(table -> draft.after().table(name).filter(this::isKept).isPresent() && table.parents().findAny().isPresent())
                .flatMap(table -> whole(table.withParts(Parts.NONE), schema).column(column));
    }

    private static Optional<Column> whole(ObjectName name, String column, Schema schema) {
        return schema.table(name).flatMap(table -> whole(table, schema).column(column));
    }

    private static Table whole(Table table, Schema schema) {
        return Descent.natural(schema::table).detached(table);
    }
}
