package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.dialect.UnsupportedChangeException.Unsupported;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What PostgreSQL cannot alter in place becomes what it can: a label's removal a new type, a changed function or view a drop and a create;
 * and what stands in the way of a change is taken down before it and put back after it.
 */
final class PostgresqlAdapter {
    private final Draft draft;
    private final List<Step> steps = new ArrayList<>();
    private final Disturbances disturbances;
    private final Heirs heirs;
    private final CompositeOrder composites = new CompositeOrder();

    private final List<Unsupported> unsupported = new ArrayList<>();

    PostgresqlAdapter(Draft draft) {
        this.draft = draft;
        this.disturbances = new Disturbances(draft);
        this.heirs = new Heirs(draft);
    }

    List<Step> steps() {
        unsupported.addAll(OperatorShells.of(draft));
        List<Step> adopted = new Adoptions(draft).steps(new Conversions(draft, disturbances).steps());
        var keys = new PartitionKeys(new Draft(draft.before(), draft.after(), adopted), unsupported);
        List<Step> told = new OwnColumns(draft).told(keys.told(adopted));
        for (Step step : new Handovers(new Draft(draft.before(), draft.after(), told)).steps(told)) {
            Optional<String> obstacle = heirs.obstacle(step.change());
            if (obstacle.isPresent()) {
                unless(obstacle, step.change(), step.cause());
            } else {
                adapt(step.change(), step.cause());
            }
        }
        if (!unsupported.isEmpty()) {
            throw new UnsupportedChangeException(unsupported);
        }
        return Margins.ordered(SwappedNames.apart(composites.seen(new Forgotten(draft).restored(ForeignSequences.kept(draft, disturbances.around(keys.ordered(unlookedAtLast(steps)))))), draft));
    }

    /** A partition or an heir that is made under a check that is NOT VALID has a valid one (MergeAttributes in tablecmds.c): such a check comes when they are there. */
    private List<Step> unlookedAtLast(List<Step> steps) {
        Set<ObjectName> parents = new HashSet<>();
        steps.forEach(step -> {
            if (step.change() instanceof CreateObject(Table table)) {
                above(table, parents);
            }
        });
        Map<Boolean, List<Step>> last = steps.stream().collect(Collectors.partitioningBy(step ->
                step.change() instanceof AddPart(ObjectName table, Check check) && check.options().has("not_valid") && parents.contains(table)));
        return last.get(true).isEmpty() ? steps : Stream.concat(last.get(false).stream(), last.get(true).stream()).toList();
    }

    private void above(Table table, Set<ObjectName> parents) {
        table.parents().map(ObjectName::parse).filter(parents::add).forEach(parent -> draft.after().table(parent).ifPresent(each -> above(each, parents)));
    }

    /** The change as it is, or why it cannot be made. */
    private void unless(Optional<String> obstacle, Change change, int cause) {
        obstacle.ifPresentOrElse(message -> unsupported.add(new Unsupported(change.subject(), message)), () -> add(change, cause));
    }

    private void add(Change change, int cause) {
        steps.add(new Step(change, cause));
    }

    private void adapt(Change change, int cause) {
        switch (change) {
            case CreateObject(Table table) when !TableOptions.early(table.options()).equals(table.options()) -> {
                Table early = table.withOptions(TableOptions.early(table.options()));
                add(new CreateObject(early), cause);
                add(new AlterObject(early.withParts(dev.dbwarden.engine.schema.Parts.NONE), table.withParts(dev.dbwarden.engine.schema.Parts.NONE)), cause);
            }
            case AlterObject(EnumType before, EnumType after) when !EnumChanges.onlyAdds(before, after) -> replaceType(before, after, cause);
            case AlterObject(Domain before, Domain after) when !before.type().equals(after.type()) || !before.collation().equals(after.collation()) ->
                    replaceType(before, after, cause);
            case AlterObject(Domain before, Domain after) -> unless(DomainChanges.obstacle(before, after, draft.before()), change, cause);
            case AlterObject(Extension before, Extension _) -> unless(Extensions.obstacle(before), change, cause);
            case AlterObject(DefinedObject before, DefinedObject after) when !Functions.isReplaceable(before, after) -> CompositeChanges.of(before, after)
                    .ifPresentOrElse(composite -> alterComposite(before, after, composite, cause), () -> replaceObject(before, after, cause));
            case AlterObject(Table before, Table after) when !ofColumns(before.options()).equals(ofColumns(after.options())) -> unsupported.add(new Unsupported(after.ref(),
                    "what " + after.name() + " has of its own at columns that come from elsewhere cannot be changed yet; "
                            + "change it by hand (ALTER TABLE .. ALTER COLUMN) and take an export for the snapshot"));
            case AlterObject(Table before, Table after) when TableOptions.fixed(before.options()).equals(TableOptions.fixed(after.options())) -> add(change, cause);
            case AlterObject(Table before, Table after) -> unsupported.add(new Unsupported(after.ref(), "PostgreSQL cannot turn the table " + after.name() + " "
                    + described(before.options()) + " into one " + described(after.options()) + "; make a new table under another name and move the rows"));
            case DropObject(View view) -> {
                add(change, cause);
                disturbances.object(view, cause);
            }
            // what says its name goes on with another function of that name
            case DropObject(DefinedObject function) when Functions.isRoutine(function) && draft.after().all(DefinedObject.class)
                    .anyMatch(other -> Functions.isRoutine(other) && other.name().equals(function.name())) -> {
                add(change, cause);
                disturbances.object(function, cause);
            }
            case DropObject(DefinedObject object) -> {
                add(change, cause);
                OperatorShells.left(object, draft).forEach(shell -> add(new DropObject(shell), cause));
            }
            case AlterPart(ObjectName table, Column before, Column after) -> alterColumn(table, before, after, cause);
            case DropPart(ObjectName table, Column column) -> {
                add(heirs.everywhere((DropPart) change), cause);
                disturbances.column(table, column.name(), cause);
                disturbances.foreign(table, cause);
            }
            case AddPart(ObjectName table, Column _) -> {
                add(change, cause);
                disturbances.star(table, cause);
            }
            case DropPart(ObjectName table, Check _) -> {
                add(heirs.everywhere((DropPart) change), cause);
                disturbances.foreign(table, cause);
            }
            case DropPart(ObjectName table, PrimaryKey key) -> {
                dropKey(change, table, key.columns(), cause);
                keptRequired(table, key).forEach(column -> add(new AlterPart(table, column.withNullable(false), column), cause));
            }
            case DropPart(ObjectName table, Unique key) -> dropKey(change, table, key.columns(), cause);
            case DropPart(ObjectName table, Index index) when index.unique() -> dropKey(change, table, index.columns(), cause);
            default -> add(change, cause);
        }
    }

    private void replaceObject(DefinedObject before, DefinedObject after, int cause) {
        Optional<Ref> sorted = before.kind().equals("collation") ? sortedBy(before.name()) : Optional.empty();
        if (sorted.isPresent()) {
            unsupported.add(new Unsupported(after.ref(), "collation %s cannot change while %s is sorted by it: PostgreSQL has no statement for that; make a collation under another name and give it to the column"
                    .formatted(after.name(), sorted.get())));
            return;
        }
        if (!Dissected.between(before, after).isEmpty()) {
            add(new AlterObject(before, after), cause);
            return;
        }
        add(new DropObject(before), cause);
        add(new CreateObject(after), cause);
        disturbances.object(before, cause);
    }

    private Optional<Ref> sortedBy(ObjectName collation) {
        return draft.before().tables().flatMap(table -> table.columns().stream().filter(column -> column.collation().equals(Optional.of(collation.toString()))).map(column -> column.ref(table.name())))
                .filter(this::isKept).findFirst();
    }

    private void alterComposite(DefinedObject before, DefinedObject after, CompositeChanges change, int cause) {
        List<Ref> holders = change.holders(draft.before()).stream().filter(this::isKept).toList();
        boolean typed = holders.stream().anyMatch(holder -> holder.part().isEmpty());
        if (holders.isEmpty() && !change.onlyAdds()) {
            replaceObject(before, after, cause);
        } else if (typed || !change.before().leadsTo(change.after())) {
            unsupported.add(new Unsupported(after.ref(), change.obstacle(holders)));
        } else {
            add(new AlterObject(before, after), cause);
            composites.changed(change, holders);
        }
    }

    private boolean isKept(Ref holder) {
        return draft.after().table(holder.owner()).filter(table -> holder.part().isEmpty() || table.column(holder.part()).isPresent()).isPresent();
    }

    private static Map<String, String> ofColumns(Options options) {
        return options.values().entrySet().stream().filter(option -> option.getKey().startsWith("column."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** {@code with partition_by LIST (kind)}. */
    private static String described(Options options) {
        String fixed = TableOptions.fixed(options).values().entrySet().stream().map(option -> option.getKey().replace('_', ' ') + " " + option.getValue()).collect(Collectors.joining(", "));
        return fixed.isEmpty() ? "that is not partitioned, typed or of another access method" : "with " + fixed;
    }

    private void dropKey(Change change, ObjectName table, List<String> columns, int cause) {
        add(change, cause);
        disturbances.key(table, columns, cause);
    }

    /** The columns that a partition's own key made NOT NULL, and that stay so without it (manual, ALTER TABLE, DROP NOT NULL); they are the parent's. */
    private List<Column> keptRequired(ObjectName partition, PrimaryKey key) {
        return draft.after().table(partition).flatMap(table -> table.options().find("partition_of")).flatMap(parent -> draft.after().table(ObjectName.parse(parent)))
                .map(parent -> parent.columns().stream().filter(column -> column.nullable() && key.columns().contains(column.name())).toList()).orElse(List.of());
    }

    private void alterColumn(ObjectName table, Column before, Column after, int cause) {
        boolean generatedAnew = after.generated().isPresent() && !before.generated().equals(after.generated());
        if (generatedAnew) {
            add(new DropPart(table, before), cause);
            add(new AddPart(table, after), cause);
            disturbances.column(table, after.name(), cause);
            disturbances.parts(table, after.name(), cause);
            return;
        }
        add(new AlterPart(table, before, after), cause);
        disturbances.foreign(table, before, after, cause);
        if (!before.type().equals(after.type()) || !before.collation().equals(after.collation())) {
            disturbances.column(table, after.name(), cause);
            disturbances.generated(table, after.name(), cause);
            if (!Disturbances.readsAlike(before.type(), after.type())) {
                disturbances.expressions(table, after.name(), cause);
            }
            if (!Disturbances.comparable(before.type(), after.type())) {
                disturbances.foreignKeys(table, after.name(), cause);
            }
        }
    }

    /**
     * A type with other labels, or a domain of another type, is a new type: the old one is put aside, the columns change over, the old one goes.
     */
    private void replaceType(SchemaObject before, SchemaObject after, int cause) {
        ObjectName aside = PostgresqlNames.aside(before.name());
        add(new Change.RenameObject(before.ref(), aside), cause);
        add(new CreateObject(after), cause);
        draft.before().tables().forEach(table -> changeOver(table, before.name(), aside, cause));
        add(new DropObject(before.withName(aside)), cause);
        disturbances.object(before, cause);
    }

    private void changeOver(Table table, ObjectName type, ObjectName aside, int cause) {
        for (Column column : table.columns()) {
            if (!column.type().user() || !column.type().name().equals(type.toString())) {
                continue;
            }
            Optional<Column> after = draft.after().table(table.name()).flatMap(t -> t.column(column.name()));
            Column old = column.withType(column.type().renamed(aside));
            if (after.isPresent()) {
                disturbances.column(table.name(), column.name(), cause);
                disturbances.expressions(table.name(), column.name(), cause);
                steps.removeIf(step -> step.change() instanceof AlterPart(ObjectName owner, Column part, _) && owner.equals(table.name()) && part.name().equals(column.name()));
                add(new AlterPart(table.name(), old, after.get()), cause);
            }
        }
    }

    /** All texts of a part, for those who look for a name in them. */
    static List<SqlText> texts(TablePart part) {
        return switch (part) {
            case Column column -> column.generated().map(generated -> List.of(generated.expression())).orElse(List.of());
            case Check check -> List.of(check.condition());
            case dev.dbwarden.engine.schema.Exclusion exclusion -> List.of(exclusion.definition());
            case Index index -> index.texts();
            case PrimaryKey _, Unique _, ForeignKey _ -> List.of();
        };
    }

}
