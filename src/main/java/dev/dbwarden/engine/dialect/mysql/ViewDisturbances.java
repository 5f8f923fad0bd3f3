package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Views over {@code *} keep the columns that there were when they were made (MySQL manual, 15.1.23): they are made again where the columns change. */
final class ViewDisturbances {
    private final Draft draft;

    ViewDisturbances(Draft draft) {
        this.draft = draft;
    }

    /** The steps, and those for the views that have to be made again. */
    List<Step> around(List<Step> steps) {
        Map<String, Integer> reshaped = reshaped(steps);
        if (reshaped.isEmpty() || draft.before().all(View.class).findAny().isEmpty()) {
            return steps;
        }
        var touched = new HashSet<Ref>();
        steps.forEach(step -> touched.add(step.change().subject()));
        var around = new ArrayList<Step>();
        var again = new ArrayList<Step>();
        for (View view : stale(reshaped)) {
            if (!touched.contains(view.ref())) {
                int cause = view.query().words().stream().filter(reshaped::containsKey).mapToInt(reshaped::get).min().orElse(0);
                around.add(new Step(new DropObject(view), cause));
                draft.after().find(view.ref()).ifPresent(after -> again.add(new Step(new CreateObject(after), cause)));
            }
        }
        around.addAll(steps);
        around.addAll(again);
        return around;
    }

    /** The tables and views whose columns change, with why. */
    private static Map<String, Integer> reshaped(List<Step> steps) {
        var reshaped = new TreeMap<String, Integer>();
        for (Step step : steps) {
            Change change = step.change();
            if (change instanceof RebuildTables(List<Table> before, List<Table> after) && !names(before.getFirst()).equals(names(after.getFirst()))) {
                reshaped.put(before.getFirst().name().name(), step.cause());
            } else if (change instanceof DropObject(SchemaObject object) && object instanceof View) {
                reshaped.put(object.name().name(), step.cause());
            }
        }
        return reshaped;
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(column -> column.name().toLowerCase(Locale.ROOT)).sorted().toList();
    }

    /** In the order of the schema, until no more are found: a view over {@code *} of a stale view is stale. */
    private Set<View> stale(Map<String, Integer> reshaped) {
        var stale = new LinkedHashSet<View>();
        boolean more = true;
        while (more) {
            more = false;
            for (View view : draft.before().all(View.class).toList()) {
                boolean follows = view.query().canonical().contains("*") && view.query().words().stream().anyMatch(reshaped::containsKey);
                if (follows && draft.after().find(Ref.object(Kind.VIEW, view.name())).filter(view::equals).isPresent() && stale.add(view)) {
                    reshaped.putIfAbsent(view.name().name(), view.query().words().stream().filter(reshaped::containsKey).mapToInt(reshaped::get).min().orElse(0));
                    more = true;
                }
            }
        }
        return stale;
    }
}
