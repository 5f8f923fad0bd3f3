package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands in the way of a change although it stays as it is: views over a column that gets another type, foreign keys to a key that is made anew.
 * Such things are dropped before and created after, with all that depends on them in turn.
 */
final class Disturbances {
    private record Disturbed(SchemaObject object, int cause) {}

    private static final Set<String> NUMBERS = Set.of("SMALLINT", "INTEGER", "BIGINT");
    private static final Set<String> TEXTS = Set.of("TEXT", "VARCHAR", "CHAR");
    private static final Set<String> WIDENED = Set.of("SMALLINT INTEGER", "INTEGER BIGINT");
    private static final Set<String> KEPT_AS_TEXT = Set.of("TEXT", "VARCHAR");

    private final Draft draft;
    private final Deque<Disturbed> objects = new ArrayDeque<>();
    private final Map<Ref, Integer> recreated = new LinkedHashMap<>();
    private final Map<Ref, Step> parts = new LinkedHashMap<>();
    /** Columns whose defaults stand in the way. */
    private final Map<Ref, Step> defaults = new LinkedHashMap<>();
    private final Dependents dependents;

    Disturbances(Draft draft) {
        this.draft = draft;
        this.dependents = new Dependents(draft.before());
    }

    /** An object is dropped, and made again or not. */
    void object(SchemaObject object, int cause) {
        objects.add(new Disturbed(object, cause));
    }

    /** A column changes in a way that views, rules and policies over it do not survive. */
    void column(ObjectName table, String column, int cause) {
        dependents.family(table).forEach(each -> dependents.overColumns(each, object -> Dependents.words(object).contains(column) || Dependents.hasStar(object)).forEach(object -> recreate(object, cause)));
        dependents.family(table).forEach(each -> dependents.choosingBy(each, column).forEach(publication -> recreate(publication, cause)));
    }

    /** A column changes: foreign tables with something of their own at it, or with its type, which no USING converts in them, come back as they are meant to be; they hold no rows. */
    void foreign(ObjectName table, Column before, Column after, int cause) {
        foreign(table, foreign -> !before.type().equals(after.type()) || foreign.table().column(before.name()).isPresent(), cause);
    }

    /** A column or check goes: foreign tables that inherit it may have it of their own as well, and would keep it. */
    void foreign(ObjectName table, int cause) {
        foreign(table, foreign -> foreign.table().options().has("inherits"), cause);
    }

    private void foreign(ObjectName table, Predicate<ForeignTable> hit, int cause) {
        dependents.foreign(table).stream().filter(hit).forEach(foreign -> draft.before().find(foreign.object().ref()).ifPresent(object -> recreate(object, cause)));
    }

    /** A column is added: a view of all columns has to see it. */
    void star(ObjectName table, int cause) {
        dependents.family(table).forEach(each -> dependents.overColumns(each, Dependents::hasStar).forEach(object -> recreate(object, cause)));
    }

    /** Generated columns that are computed from this one, and what stands on them. A column may have the name of the function that it calls. */
    void generated(ObjectName table, String column, int cause) {
        draft.before().table(table).stream().flatMap(each -> each.columns().stream()).filter(other -> !other.name().equals(column))
                .filter(other -> other.generated().filter(generated -> generated.expression().words().contains(column)).isPresent())
                .filter(other -> recreate(table, other, cause)).forEach(other -> {
                    column(table, other.name(), cause);
                    parts(table, other.name(), cause);
                });
    }

    /** Checks, exclusions and expression indexes over a column. */
    void expressions(ObjectName table, String column, int cause) {
        eachPart(table, part -> !(part instanceof Column) && PostgresqlAdapter.texts(part).stream().anyMatch(text -> text.words().contains(column)), cause);
    }

    /** Everything of the table that has to do with a column that is dropped and added again. */
    void parts(ObjectName table, String column, int cause) {
        expressions(table, column, cause);
        generated(table, column, cause);
        eachPart(table, part -> switch (part) {
            case PrimaryKey key -> key.columns().contains(column);
            case Unique key -> key.columns().contains(column);
            case Index index -> index.columns().contains(column) || index.include().contains(column);
            case ForeignKey key -> key.columns().contains(column);
            case Column _, dev.dbwarden.engine.schema.Check _, dev.dbwarden.engine.schema.Exclusion _ -> false;
        }, cause);
        foreignKeys(table, column, cause);
    }

    /** Foreign keys from or to a column. */
    void foreignKeys(ObjectName table, String column, int cause) {
        eachPart(table, part -> part instanceof ForeignKey key && key.columns().contains(column), cause);
        dependents.family(table).stream().flatMap(each -> dependents.keysTo(each).stream()).filter(drop -> ((ForeignKey) drop.part()).targetColumns().contains(column))
                .forEach(drop -> recreate(drop.table(), drop.part(), cause));
    }

    /** Foreign keys to a key that goes. */
    void key(ObjectName table, List<String> columns, int cause) {
        var wanted = Set.copyOf(columns);
        dependents.keysTo(table).stream().filter(drop -> Set.copyOf(((ForeignKey) drop.part()).targetColumns()).equals(wanted))
                .forEach(drop -> recreate(drop.table(), drop.part(), cause));
    }

    /** Foreign keys to a table that is made anew. */
    void keysOf(ObjectName table, int cause) {
        dependents.keysTo(table).forEach(drop -> recreate(drop.table(), drop.part(), cause));
    }

    private void eachPart(ObjectName table, Predicate<TablePart> hit, int cause) {
        dependents.family(table).forEach(name -> draft.before().table(name).ifPresent(each -> each.parts().stream()
                .filter(hit).filter(part -> !AttachedKeys.isAttached(part)).forEach(part -> recreate(name, part, cause))));
    }

    /** Whether it was not to be made anew already. */
    private boolean recreate(ObjectName table, TablePart part, int cause) {
        return parts.putIfAbsent(part.ref(table), new Step(new DropPart(table, part), cause)) == null;
    }

    private void recreate(SchemaObject object, int cause) {
        if (recreated.putIfAbsent(object.ref(), cause) == null) {
            objects.add(new Disturbed(object, cause));
        }
    }

    /** Whether what the server keeps of an expression over one type is what it would make of it over the other: no cast stands in it for the type's sake. */
    static boolean readsAlike(DataType before, DataType after) {
        return before.name().equals(after.name()) || WIDENED.contains(before.name() + " " + after.name()) || KEPT_AS_TEXT.contains(before.name()) && KEPT_AS_TEXT.contains(after.name());
    }

    /** Whether values of the two types compare without a cast, so that keys over them still hold. */
    static boolean comparable(DataType one, DataType other) {
        return one.name().equals(other.name()) || NUMBERS.contains(one.name()) && NUMBERS.contains(other.name())
                || TEXTS.contains(one.name()) && TEXTS.contains(other.name());
    }

    /** The steps, and around them the drops and creates of what stands in their way: it often does not name what the step is about, but a partition of it or a function. */
    List<Step> around(List<Step> steps) {
        while (!objects.isEmpty()) {
            dependents(objects.poll());
        }
        // what the steps make anew anyway is made as they say, with its indexes after it
        steps.forEach(step -> {
            if (step.change() instanceof CreateObject(SchemaObject object)) {
                recreated.remove(object.ref());
            }
        });
        if (recreated.isEmpty() && parts.isEmpty() && defaults.isEmpty()) {
            return steps;
        }
        var all = new ArrayDeque<Step>();
        var dropped = new java.util.HashSet<Ref>();
        var made = new java.util.HashSet<Ref>();
        for (Step step : steps) {
            if (replaced(step)) {
                continue;
            }
            all.add(step);
            switch (step.change()) {
                case DropObject(SchemaObject object) -> dropped.add(object.ref());
                case CreateObject(SchemaObject object) -> made.add(object.ref());
                case DropPart(ObjectName table, TablePart part) -> dropped.add(part.ref(table));
                case AddPart(ObjectName table, TablePart part) -> made.add(part.ref(table));
                default -> { }
            }
        }
        parts.forEach((ref, step) -> part(ref, step, dropped, made, all));
        recreated.forEach((ref, cause) -> object(ref, cause, dropped, made, all));
        List<Step> whole = List.copyOf(all);
        return defaults.isEmpty() ? whole : withoutDefaults(whole);
    }

    /** The steps, in which a column has no default between one function and the next. */
    private List<Step> withoutDefaults(List<Step> steps) {
        var all = new ArrayList<Step>();
        for (Step step : steps) {
            if (step.change() instanceof AlterPart(ObjectName table, Column before, Column after) && defaults.remove(before.ref(table)) != null) {
                bareBetween(table, before, after, step.cause(), all);
            } else {
                all.add(step);
            }
        }
        defaults.values().forEach(step -> {
            if (step.change() instanceof DropPart(ObjectName table, Column before)) {
                draft.after().table(table).flatMap(each -> each.column(before.name())).ifPresent(after -> bareBetween(table, before, after, step.cause(), all));
            }
        });
        return all;
    }

    private static void bareBetween(ObjectName table, Column before, Column after, int cause, List<Step> all) {
        Column bare = before.withDefault(Optional.empty());
        all.add(new Step(new AlterPart(table, before, bare), cause));
        if (!bare.equals(after)) {
            all.add(new Step(new AlterPart(table, bare, after), cause));
        }
    }

    /** A step in place on a thing that is dropped and made instead. */
    private boolean replaced(Step step) {
        return switch (step.change()) {
            case AlterObject(SchemaObject before, SchemaObject _) -> recreated.containsKey(before.ref());
            case AlterPart(ObjectName table, TablePart before, TablePart _) -> parts.containsKey(before.ref(table));
            case Change.RenamePart(ObjectName table, var kind, String from, String _, _) -> parts.containsKey(Ref.part(kind, table, from));
            case AddPart(ObjectName table, Index _) -> recreatedView(table);
            case DropPart(ObjectName table, Index _) -> recreatedView(table);
            default -> false;
        };
    }

    private boolean recreatedView(ObjectName name) {
        return recreated.containsKey(Ref.object(dev.dbwarden.engine.schema.Kind.MATERIALIZED_VIEW, name));
    }

    private void object(Ref ref, int cause, Set<Ref> dropped, Set<Ref> made, Deque<Step> all) {
        Optional<SchemaObject> before = draft.before().find(ref);
        if (before.isPresent() && dropped.add(ref)) {
            all.addFirst(new Step(new DropObject(before.get()), cause));
        }
        Optional<SchemaObject> after = draft.after().find(ref);
        if (after.isPresent() && made.add(ref)) {
            all.add(new Step(new CreateObject(after.get()), cause));
        }
    }

    private void part(Ref ref, Step step, Set<Ref> dropped, Set<Ref> made, Deque<Step> all) {
        if (!(step.change() instanceof DropPart(ObjectName table, TablePart part)) || draft.after().table(table).isEmpty()) {
            return;
        }
        if (dropped.add(ref)) {
            all.addFirst(step);
        }
        Optional<TablePart> after = draft.after().table(table).flatMap(t -> t.parts().find(part.partKey())).or(() -> renamed(table, part));
        if (after.isPresent() && made.add(after.get().ref(table))) {
            all.add(new Step(new AddPart(table, after.get()), step.cause()));
        }
    }

    private Optional<TablePart> renamed(ObjectName table, TablePart part) {
        return draft.steps().stream().flatMap(step -> step.change() instanceof Change.RenamePart(ObjectName owner, var kind, String from, String to, _)
                && owner.equals(table) && kind == part.kind() && from.equals(part.name()) ? java.util.stream.Stream.of(part.withName(to)) : java.util.stream.Stream.empty()).findFirst();
    }

    /** What the server drops only together with the object: views over a view, triggers that call a function, what has a type. */
    private void dependents(Disturbed disturbed) {
        SchemaObject object = disturbed.object();
        dependents.of(object).forEach(other -> recreate(other, disturbed.cause()));
        boolean function = object instanceof DefinedObject defined && !defined.onTable() && !Dependents.isSaidOfOthers(defined);
        if (function) {
            draft.before().tables().forEach(table -> usersOf(table, object.name().name(), disturbed.cause()));
        }
        OperatorClass.of(object).ifPresent(operators -> usersOf(operators, disturbed.cause()));
    }

    /** Keys and indexes, with the foreign keys to them; a materialized view whole. */
    private void usersOf(OperatorClass operators, int cause) {
        draft.before().all(Relation.class).forEach(relation -> {
            var uses = new ClassUses(operators, relation);
            relation.parts().stream().filter(uses::has).filter(part -> !AttachedKeys.isAttached(part)).forEach(part -> {
                if (!(relation instanceof Table)) {
                    recreate(relation, cause);
                } else if (recreate(relation.name(), part, cause)) {
                    switch (part) {
                        case PrimaryKey key -> key(relation.name(), key.columns(), cause);
                        case Unique key -> key(relation.name(), key.columns(), cause);
                        case Index index -> key(relation.name(), index.columns(), cause);
                        default -> { }
                    }
                }
            });
        });
    }

    /** Checks, defaults, generated columns and indexes that call a function. */
    private void usersOf(Table table, String function, int cause) {
        for (TablePart part : table.parts()) {
            if (PostgresqlAdapter.texts(part).stream().anyMatch(text -> text.words().contains(function))) {
                recreate(table.name(), part, cause);
            } else if (part instanceof Column column && column.defaultValue().filter(value -> value.words().contains(function)).isPresent()) {
                defaults.putIfAbsent(column.ref(table.name()), new Step(new DropPart(table.name(), column), cause));
            }
        }
    }
}
