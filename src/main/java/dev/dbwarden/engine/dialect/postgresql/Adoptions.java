package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.change.Change;
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
import java.util.Set;

/**
 * Tables that become partitions, or partitions of another table, or tables of their own. Between detaching and attaching they are whole tables:
 * what the model says of their columns only because they are or are not partitions is no change of theirs.
 */
final class Adoptions {
    private final Draft draft;

    Adoptions(Draft draft) {
        this.draft = draft;
    }

    /** The steps, with what such a table really needs in place of what the model's form suggests. */
    List<Step> steps(List<Step> steps) {
        Set<ObjectName> adopted = new HashSet<>();
        steps.forEach(step -> {
            if (step.change() instanceof AlterObject(Table before, Table after) && !parent(before.options()).equals(parent(after.options()))) {
                adopted.add(after.name());
            }
        });
        if (adopted.isEmpty()) {
            return steps;
        }
        var all = new ArrayList<Step>();
        var detached = new ArrayList<Step>();
        for (Step step : steps) {
            if (step.change() instanceof AlterObject(Table _, Table after) && adopted.contains(after.name())) {
                Table before = draft.before().table(after.name()).orElseThrow();
                Table free = before.withParts(Parts.NONE).withOptions(Descent.free(before.options()));
                if (!free.options().equals(before.options())) {
                    detached.add(new Step(new AlterObject(before.withParts(Parts.NONE), free), step.cause()));
                }
                all.addAll(adoption(before, free, draft.after().table(after.name()).orElseThrow(), step.cause()));
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

    private List<Step> adoption(Table before, Table free, Table after, int cause) {
        var steps = new ArrayList<Step>();
        Descent above = Descent.in(draft.after());
        Table from = Descent.in(draft.before()).detached(before);
        Table whole = above.detached(after);
        for (Change change : Planner.changes(Schema.of(List.of(from.withComment(after.comment()))), Schema.of(List.of(above.fitting(after).withOptions(from.options()))), List.of())) {
            boolean attached = change instanceof DropPart(ObjectName _, var part) && Descent.has(whole, part);
            if (!attached) {
                steps.add(new Step(change, cause));
            }
        }
        if (!free.equals(after.withParts(Parts.NONE))) {
            steps.add(new Step(new AlterObject(free, after.withParts(Parts.NONE)), cause));
        }
        return steps;
    }
}
