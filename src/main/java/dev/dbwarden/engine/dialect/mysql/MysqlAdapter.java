package dev.dbwarden.engine.dialect.mysql;

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
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes on one table becomes one change of the table, which is one ALTER TABLE: its rows are written once, and no state in between is
 * ever seen. Foreign keys that others depend on, or that depend on others, go before and come after. What is carried whole is dropped and made again.
 */
final class MysqlAdapter {
    private final Draft draft;
    private final Map<ObjectName, Table> created = new HashMap<>();
    private final Map<ObjectName, Table> dropped = new HashMap<>();
    private final Map<ObjectName, Integer> altered = new LinkedHashMap<>();
    private final Set<ForeignKeyOf> leaving = new LinkedHashSet<>();
    private final Set<ForeignKeyOf> coming = new LinkedHashSet<>();

    MysqlAdapter(Draft draft) {
        this.draft = draft;
    }

    /** A foreign key, and why it goes or comes. */
    private record ForeignKeyOf(ObjectName table, ForeignKey key, int cause) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ForeignKeyOf of && table.equals(of.table) && key.equals(of.key);
        }

        @Override
        public int hashCode() {
            return table.hashCode() * 31 + key.name().hashCode();
        }
    }

    List<Step> steps() {
        draft.steps().forEach(this::collect);
        new ForeignKeyDisturbances(draft, altered.keySet()).find().forEach(this::disturbed);
        var steps = new ArrayList<Step>();
        leaving.forEach(each -> steps.add(new Step(new DropPart(each.table, each.key), each.cause)));
        draft.steps().forEach(step -> whole(step, steps));
        altered.forEach((table, cause) -> alteration(table).ifPresent(change -> steps.add(new Step(change, cause))));
        comeBack(steps);
        return new ViewDisturbances(draft).around(steps);
    }

    private void collect(Step step) {
        switch (step.change()) {
            case CreateObject(Table table) -> created.put(table.name(), table);
            case DropObject(Table table) -> dropped.put(table.name(), table);
            case AddPart(ObjectName table, ForeignKey key) -> coming.add(new ForeignKeyOf(table, key, step.cause()));
            case DropPart(ObjectName table, ForeignKey key) -> leaving.add(new ForeignKeyOf(table, key, step.cause()));
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.FOREIGN_KEY -> {
                leaving.add(new ForeignKeyOf(table, key(draft.before().table(table).orElseThrow(), from), step.cause()));
                coming.add(new ForeignKeyOf(table, key(draft.after().table(table).orElseThrow(), to), step.cause()));
            }
            case AddPart(ObjectName table, _) -> touched(table, step.cause());
            case DropPart(ObjectName table, _) -> touched(table, step.cause());
            case AlterPart(ObjectName table, _, _) -> touched(table, step.cause());
            case RenamePart(ObjectName table, _, _, _, _) -> touched(table, step.cause());
            case AlterObject(Table table, _) -> touched(table.name(), step.cause());
            case CreateObject _, DropObject _, AlterObject _, RenameObject _, RenameLabel _, RebuildTables _ -> { }
        }
    }

    private static ForeignKey key(Table table, String name) {
        return (ForeignKey) table.parts().find(new PartKey(Kind.FOREIGN_KEY, name)).orElseThrow();
    }

    private void touched(ObjectName table, int cause) {
        if (!created.containsKey(table) && draft.before().table(table).isPresent() && draft.after().table(table).isPresent()) {
            altered.merge(table, cause, Math::min);
        }
    }

    /** A key goes before what it stands in the way of, and comes back if it is to stay. */
    private void disturbed(ObjectName table, ForeignKey key, ObjectName because) {
        int cause = altered.getOrDefault(because, altered.getOrDefault(table, 0));
        leaving.add(new ForeignKeyOf(table, key, cause));
        draft.after().table(table).flatMap(after -> after.parts().find(key.partKey())).map(ForeignKey.class::cast)
                .ifPresent(after -> coming.add(new ForeignKeyOf(table, after, cause)));
    }

    /** What is made or dropped whole: a table with its indexes. */
    private void whole(Step step, List<Step> steps) {
        switch (step.change()) {
            case CreateObject(Table table) -> steps.add(new Step(new CreateObject(without(draft.after().table(table.name()).orElseThrow(), coming)), step.cause()));
            case DropObject(Table table) -> steps.add(new Step(new DropObject(without(draft.before().table(table.name()).orElseThrow(), leaving)), step.cause()));
            case AlterObject(_, DefinedObject after) when after.kind().equals(DatabaseDefaults.DATABASE) -> steps.add(step);
            case AlterObject(_, Sequence _) -> steps.add(step);
            case AlterObject(SchemaObject before, SchemaObject after) when !(after instanceof Table) -> {
                steps.add(new Step(new DropObject(before), step.cause()));
                steps.add(new Step(new CreateObject(after), step.cause()));
            }
            case CreateObject _, DropObject _, RenameObject _, RenameLabel _, RebuildTables _ -> steps.add(step);
            case AddPart _, DropPart _, AlterPart _, RenamePart _, AlterObject _ -> { }
        }
    }

    /** Those of a table in one statement where an index comes along with them. */
    private void comeBack(List<Step> steps) {
        Map<ObjectName, List<ForeignKeyOf>> byTable = coming.stream().collect(Collectors.groupingBy(ForeignKeyOf::table, LinkedHashMap::new, Collectors.toList()));
        byTable.forEach((table, keys) -> {
            boolean together = keys.stream().anyMatch(this::takesIndexAlong) && keys.stream().noneMatch(each -> each.key.options().has(KeyReader.NOT_VALID));
            if (together) {
                Table after = draft.after().table(table).orElseThrow();
                steps.add(new Step(new RebuildTables(List.of(without(after, coming)), List.of(after)), keys.getFirst().cause));
            } else {
                keys.forEach(each -> steps.add(new Step(new AddPart(table, each.key), each.cause)));
            }
        });
    }

    /** Whether a server may have made the index of a key for one without a name; it would replace that by one with the new key's name. */
    private boolean takesIndexAlong(ForeignKeyOf coming) {
        Optional<Table> before = draft.before().table(coming.table);
        return before.isPresent() && before.get().foreignKeys().stream().anyMatch(old -> old.name().startsWith(MadeNames.keyPrefix(coming.table.name())) && old.columns().equals(coming.key.columns()))
                && before.get().indexes().stream().anyMatch(index -> AlterTable.isOver(index, coming.key) && !index.name().equalsIgnoreCase(coming.key.name())
                        && draft.after().table(coming.table).orElseThrow().parts().find(index.partKey()).filter(index::equals).isPresent());
    }

    private Optional<Change> alteration(ObjectName name) {
        Table before = without(draft.before().table(name).orElseThrow(), leaving);
        Table after = without(draft.after().table(name).orElseThrow(), coming);
        return before.equals(after) ? Optional.empty() : Optional.of(new RebuildTables(List.of(before), List.of(after)));
    }

    private static Table without(Table table, Set<ForeignKeyOf> keys) {
        return table.foreignKeys().isEmpty() ? table : table.withParts(Parts.of(table.parts().stream()
                .filter(part -> !(part instanceof ForeignKey key && keys.contains(new ForeignKeyOf(table.name(), key, 0)))).toList()));
    }
}
