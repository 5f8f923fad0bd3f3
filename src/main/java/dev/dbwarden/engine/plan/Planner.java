package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.diff.Differ;
import dev.dbwarden.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders changes so that each finds what it needs. Its cost is that of the changes, not of the schema. */
public final class Planner {
    private Planner() {}

    /** The changes from one schema to another, renames first, then in an order that works for the model. */
    public static List<Change> changes(Schema before, Schema after, List<Change> renames) {
        Schema renamed = renames.isEmpty() ? before : new Plan(before, steps(renames)).after();
        List<Step> found = steps(Differ.diff(renamed, after));
        var changes = new ArrayList<>(renames);
        changes.addAll(Folding.fold(Order.of(found).stream().map(Step::change).toList()));
        return List.copyOf(changes);
    }

    /** Each change with its own place as its cause. */
    public static List<Step> steps(List<Change> changes) {
        return IntStream.range(0, changes.size()).mapToObj(i -> new Step(changes.get(i), i)).toList();
    }

    /** Steps in an order that works. */
    public static List<Step> order(List<Step> steps) {
        return Order.of(steps);
    }
}
