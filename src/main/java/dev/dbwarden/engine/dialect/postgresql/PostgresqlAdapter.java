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
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final List<Unsupported> unsupported = new ArrayList<>();

    PostgresqlAdapter(Draft draft) {
        this.draft = draft;
        this.disturbances = new Disturbances(draft);
    }

    List<Step> steps() {
        for (Step step : new Adoptions(draft).steps(new Conversions(draft, disturbances).steps())) {
            adapt(step.change(), step.cause());
        }
        if (!unsupported.isEmpty()) {
            throw new UnsupportedChangeException(unsupported);
        }
        return disturbances.around(parentsKeysLast());
    }

    /** The keys and indexes of partitioned tables take over those of their partitions, which have to be there by then, or gone. */
    private List<Step> parentsKeysLast() {
        var ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparing(step -> step.change() instanceof AddPart(ObjectName table, Index _) && isPartitioned(table)
                || step.change() instanceof AddPart(ObjectName owner, Unique _) && isPartitioned(owner)));
        return ordered;
    }

    private boolean isPartitioned(ObjectName table) {
        return draft.after().table(table).filter(each -> each.options().has("partition_by")).isPresent();
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
            case AlterObject(DefinedObject before, DefinedObject after) when !Functions.isReplaceable(before, after) -> {
                add(new DropObject(before), cause);
                add(new CreateObject(after), cause);
                disturbances.object(before, cause);
            }
            case AlterObject(Table before, Table after) when !sameInheritance(before, after) -> unsupported.add(new Unsupported(after.ref(),
                    "the tables that " + after.name() + " inherits from, and what it has of its own at columns that come from elsewhere, cannot be changed yet; "
                            + "change them by hand (ALTER TABLE .. INHERIT, NO INHERIT, ALTER COLUMN) and take an export for the snapshot"));
            case AlterObject(Table before, Table after) when TableOptions.fixed(before.options()).equals(TableOptions.fixed(after.options())) -> add(change, cause);
            case AlterObject(Table before, Table after) -> unsupported.add(new Unsupported(after.ref(), "PostgreSQL cannot turn the table " + after.name() + " "
                    + described(before.options()) + " into one " + described(after.options()) + "; make a new table under another name and move the rows"));
            case DropObject(View view) -> {
                add(change, cause);
                disturbances.object(view, cause);
            }
            case AlterPart(ObjectName table, Column before, Column after) -> alterColumn(table, before, after, cause);
            case DropPart(ObjectName table, Column column) -> {
                add(change, cause);
                disturbances.column(table, column.name(), cause);
            }
            case AddPart(ObjectName table, Column _) -> {
                add(change, cause);
                disturbances.star(table, cause);
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

    /** Whether the columns that a table has from elsewhere are the same before and after; those that it declares itself are its own. */
    private boolean sameInheritance(Table before, Table after) {
        boolean own = before.options().find("inherits").equals(after.options().find("inherits"))
                || Stream.of(draft.before(), draft.after()).allMatch(schema -> schema.table(after.name()).filter(table -> declaresAll(table, schema)).isPresent());
        return own && ofColumns(before.options()).equals(ofColumns(after.options()));
    }

    private static boolean declaresAll(Table table, Schema schema) {
        return table.options().find("inherits").stream().flatMap(parents -> Stream.of(parents.split(", "))).flatMap(parent -> schema.table(ObjectName.parse(parent)).stream())
                .allMatch(parent -> !PostgresqlNormalizer.inherits(parent.options()) && parent.columns().stream().allMatch(column -> table.column(column.name()).isPresent()));
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
        Column kept = keepingSequence(table, before, after, cause);
        if (!kept.equals(after)) {
            add(new AlterPart(table, kept, after), cause);
        }
        if (!before.type().equals(after.type()) || !before.collation().equals(after.collation())) {
            disturbances.column(table, after.name(), cause);
            disturbances.generated(table, after.name(), cause);
            if (!Disturbances.comparable(before.type(), after.type())) {
                disturbances.expressions(table, after.name(), cause);
                disturbances.foreignKeys(table, after.name(), cause);
            }
        }
    }

    /**
     * A sequence that a serial column gives up but that stays, or that it takes over, goes on counting: it changes its owner and is not made anew.
     * Answers the column as it is to be altered.
     */
    private Column keepingSequence(ObjectName table, Column before, Column after, int cause) {
        if (PostgresqlRenderer.isSerial(before) && !PostgresqlRenderer.isSerial(after)) {
            Sequence owned = SerialReader.free(before.identity().orElseThrow(), before, table);
            Optional<SchemaObject> free = draft.after().find(owned.ref());
            if (free.isPresent()) {
                disturbances.kept(owned.ref());
                if (!owned.equals(free.get())) {
                    add(new AlterObject(owned, free.get()), cause);
                }
                return before.withIdentity(Optional.empty()).withDefault(Optional.of(PostgresqlTexts.defaultValue(TableRenderer.nextval(before), before.type())));
            }
        }
        return before;
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
                disturbances.altered(table.name(), column.name());
                add(new AlterPart(table.name(), old, after.get()), cause);
            }
        }
    }

    /** All texts of a part, for those who look for a name in them. */
    static List<SqlText> texts(TablePart part) {
        return switch (part) {
            case Column column -> column.generated().map(generated -> List.of(generated.expression())).orElse(List.of());
            case dev.dbwarden.engine.schema.Check check -> List.of(check.condition());
            case dev.dbwarden.engine.schema.Exclusion exclusion -> List.of(exclusion.definition());
            case Index index -> index.texts().toList();
            case PrimaryKey _, Unique _, ForeignKey _ -> List.of();
        };
    }

}
