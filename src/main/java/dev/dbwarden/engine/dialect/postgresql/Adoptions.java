package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables that become partitions, or partitions of another table, or tables of their own. Between detaching and attaching they are whole tables:
 * what the model says of their columns only because they are or are not partitions is no change of theirs.
 */
final class Adoptions {
    private final Draft draft;

    Adoptions(Draft draft) {
        this.draft = draft;
    }

    /** The changes without those that only tell that a table is a partition or is none. */
    List<Change> real() {
        Set<ObjectName> adopted = adopted(draft.steps());
        if (adopted.isEmpty()) {
            return draft.changes();
        }
        Set<Change> needed = steps(draft.steps()).stream().map(Step::change).collect(Collectors.toSet());
        return draft.changes().stream().filter(change -> !isPartOf(change, adopted) || needed.contains(change)).toList();
    }

    private static Set<ObjectName> adopted(List<Step> steps) {
        Set<ObjectName> adopted = new HashSet<>();
        steps.forEach(step -> {
            if (step.change() instanceof AlterObject(Table before, Table after) && !parent(before.options()).equals(parent(after.options()))) {
                adopted.add(after.name());
            }
        });
        return adopted;
    }

    /** The steps, with what such a table really needs in place of what the model's form suggests. */
    List<Step> steps(List<Step> steps) {
        Set<ObjectName> adopted = adopted(steps);
        if (adopted.isEmpty()) {
            return steps;
        }
        Map<Change, Integer> causes = steps.stream().collect(Collectors.toMap(Step::change, Step::cause, (first, _) -> first));
        var all = new ArrayList<Step>();
        var detached = new ArrayList<Step>();
        for (Step step : steps) {
            if (step.change() instanceof AlterObject(Table _, Table after) && adopted.contains(after.name())) {
                Table before = draft.before().table(after.name()).orElseThrow();
                Table free = before.withParts(Parts.NONE).withOptions(Descent.free(before.options()));
                if (!free.options().equals(before.options())) {
                    detached.add(new Step(new AlterObject(before.withParts(Parts.NONE), free), step.cause()));
                }
                adoption(before, free, draft.after().table(after.name()).orElseThrow()).forEach(change -> all.add(new Step(change, causes.getOrDefault(change, step.cause()))));
            } else if (!isPartOf(step.change(), adopted)) {
                all.add(step);
            }
        }
        // what its parent loses in the same plan is the parent's then
        detached.addAll(all);
        return detached;
    }

    private static String parent(Options options) {
        return options.find("partition_of").orElse("");
    }

    private static boolean isPartOf(Change change, Set<ObjectName> tables) {
        return switch (change) {
            case AddPart(ObjectName table, _) -> tables.contains(table);
            case DropPart(ObjectName table, _) -> tables.contains(table);
            case AlterPart(ObjectName table, _, _) -> tables.contains(table);
            case RenamePart(ObjectName table, _, _, _) -> tables.contains(table);
            default -> false;
        };
    }

    private List<Change> adoption(Table before, Table free, Table after) {
        var changes = new ArrayList<Change>();
        Descent above = Descent.in(draft.after());
        Table from = Descent.in(draft.before()).detached(before);
        Table whole = above.detached(after);
        for (Change change : Planner.changes(Schema.of(List.of(from.withComment(after.comment()))), Schema.of(List.of(above.fitting(after).withOptions(from.options()))), List.of())) {
            boolean attached = change instanceof DropPart(ObjectName _, var part) && Descent.has(whole, part);
            if (!attached) {
                changes.add(change);
            }
        }
        if (!free.equals(after.withParts(Parts.NONE))) {
            changes.add(new AlterObject(free, after.withParts(Parts.NONE)));
        }
        return changes;
    }
}
