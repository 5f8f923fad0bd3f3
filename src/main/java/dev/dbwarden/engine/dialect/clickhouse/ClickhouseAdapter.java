package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.dialect.WholeTables;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns changes into what ClickHouse can do: indexes stand in the table that is made, what ALTER TABLE cannot do is a rebuild of the
 * table, a view of another query is replaced in place where that keeps its rows.
 */
final class ClickhouseAdapter {
    private final Draft draft;

    private ClickhouseAdapter(Draft draft) {
        this.draft = draft;
    }

    static List<Step> adapt(Draft draft) {
        return new ClickhouseAdapter(draft).adapted();
    }

    private List<Step> adapted() {
        List<Step> steps = replaced(WholeTables.of(draft.steps(), _ -> true)).stream().flatMap(this::respelled).toList();
        Map<ObjectName, Integer> causes = rebuilt(steps);
        var adapted = new ArrayList<Step>();
        steps.stream().filter(step -> step.change().alteredTable().filter(causes::containsKey).isEmpty()).forEach(adapted::add);
        causes.forEach((table, cause) -> rebuild(table, cause, adapted));
        return adapted;
    }

    /** A view that is dropped and made again is replaced, unless that would not do. */
    private List<Step> replaced(List<Step> steps) {
        var made = new HashMap<Ref, View>();
        steps.forEach(step -> {
            if (step.change() instanceof CreateObject(View view)) {
                made.put(view.ref(), view);
            }
        });
        var replaced = new HashMap<Ref, View>();
        var result = new ArrayList<Step>();
        for (Step step : steps) {
            if (step.change() instanceof DropObject(View before) && made.containsKey(before.ref()) && isReplaceable(before, made.get(before.ref()))) {
                replaced.put(before.ref(), before);
                result.add(new Step(new AlterObject(before, made.get(before.ref())), step.cause()));
            } else if (!(step.change() instanceof CreateObject(View after) && replaced.containsKey(after.ref()))) {
                result.add(step);
            }
        }
        return result;
    }

    /** A materialized view keeps its rows and misses none when only its query changes; the table of its own rows must not change with it. */
    private static boolean isReplaceable(View before, View after) {
        if (before.equals(after)) {
            return false;
        }
        return !after.materialized() || before.options().equals(after.options()) && after.options().has(ViewReader.TO) && !after.options().has(ViewReader.REFRESH)
                && !after.written().isPresent() && !before.written().isPresent();
    }

    private Stream<Step> respelled(Step step) {
        return switch (step.change()) {
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind != Kind.COLUMN -> Stream.of(
                    new Step(new DropPart(table, part(draft.before().table(table).orElseThrow(), kind, from)), step.cause()),
                    new Step(new AddPart(table, part(draft.after().table(table).orElseThrow(), kind, to)), step.cause()));
            case AlterPart(ObjectName table, Column before, Column after) when ephemeral(before, after) -> Stream.of(
                    new Step(new DropPart(table, before), step.cause()), new Step(new AddPart(table, after), step.cause()));
            case AlterObject(DefinedObject before, DefinedObject after) when !hasReplace(after) -> Stream.of(
                    new Step(new DropObject(before), step.cause()), new Step(new CreateObject(after), step.cause()));
            case AlterObject(Namespace before, Namespace after) when !before.options().equals(after.options()) -> Stream.of(
                    new Step(new DropObject(emptied(before)), step.cause()), new Step(new CreateObject(after), step.cause()));
            default -> Stream.of(step);
        };
    }

    /** An ephemeral column holds nothing, and becomes one and ceases to be one only by being made anew. */
    private static boolean ephemeral(Column before, Column after) {
        return !before.options().find("ephemeral").equals(after.options().find("ephemeral"));
    }

    private static boolean hasReplace(DefinedObject defined) {
        return !defined.kind().equals(TableReader.PROJECTION) && !defined.kind().equals("named_collection") && !defined.kind().equals(AccessReader.GRANT);
    }

    /** A database changes its engine only by being made anew, which would take its tables along. */
    private Namespace emptied(Namespace namespace) {
        String name = namespace.name().name();
        boolean holds = Stream.concat(draft.before().objects(), draft.after().objects()).anyMatch(object -> object.name().namespace().equals(name));
        if (holds) {
            throw new UnsupportedChangeException(namespace.ref(), "database " + name + " cannot change its engine while it holds tables; make a database with the new engine and move them with RENAME TABLE");
        }
        return namespace;
    }

    private static TablePart part(Table table, Kind kind, String name) {
        return table.parts().find(new PartKey(kind, name)).orElseThrow();
    }

    /** The tables that have to be made anew, with the first change that asks for it. */
    private Map<ObjectName, Integer> rebuilt(List<Step> steps) {
        var inPlace = new ClickhouseInPlace(draft.before());
        var causes = new LinkedHashMap<ObjectName, Integer>();
        for (Step step : steps) {
            step.change().alteredTable().filter(table -> draft.before().table(table).isPresent() && !inPlace.allows(step.change()))
                    .ifPresent(table -> causes.merge(table, step.cause(), Math::min));
        }
        return causes;
    }

    /** The rebuild, and what lives on the table and would not come along: its projections. */
    private void rebuild(ObjectName name, int cause, List<Step> into) {
        Table before = draft.before().table(name).orElseThrow();
        Table after = draft.after().table(name).orElseThrow();
        into.add(new Step(new RebuildTables(List.of(before), List.of(after)), cause));
        draft.before().all(DefinedObject.class).filter(each -> isProjection(each, name) && draft.after().find(each.ref()).filter(each::equals).isPresent()).forEach(each -> {
            into.add(new Step(new DropObject(each), cause));
            into.add(new Step(new CreateObject(each), cause));
        });
    }

    private static boolean isProjection(SchemaObject object, ObjectName table) {
        return object instanceof DefinedObject defined && defined.kind().equals(TableReader.PROJECTION) && defined.name().equals(table);
    }
}
