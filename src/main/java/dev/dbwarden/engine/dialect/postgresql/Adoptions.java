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
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables that become partitions or heirs, or get other parents, or none. Between one parent and the next they are whole tables:
 * what the model says of their columns only because they have parents or have none is no change of theirs.
 */
final class Adoptions {
    private final Draft draft;

    Adoptions(Draft draft) {
        this.draft = draft;
    }

    /** The changes, with what such a table really needs in place of what the model's form suggests. */
    List<Change> real() {
        return real(draft.steps()).stream().map(Step::change).toList();
    }

    private List<Step> real(List<Step> steps) {
        Set<ObjectName> adopted = adopted(steps);
        if (adopted.isEmpty()) {
            return steps;
        }
        Map<Change, Integer> causes = steps.stream().collect(Collectors.toMap(Step::change, Step::cause, (first, _) -> first));
        var all = new ArrayList<Step>();
        for (Step step : steps) {
            if (isAdoption(step.change())) {
                ObjectName table = step.change().subject().owner();
                parts(table).forEach(change -> all.add(new Step(change, causes.getOrDefault(change, step.cause()))));
                all.add(step);
                beside(table).forEach(change -> all.add(new Step(change, causes.getOrDefault(change, step.cause()))));
            } else if (!isPartOf(step.change(), adopted)) {
                all.add(step);
            }
        }
        return all;
    }

    private static boolean isAdoption(Change change) {
        return change instanceof AlterObject(Table before, Table after) && !before.parents().toList().equals(after.parents().toList());
    }

    private static Set<ObjectName> adopted(List<Step> steps) {
        return steps.stream().map(Step::change).filter(Adoptions::isAdoption).map(change -> change.subject().owner()).collect(Collectors.toSet());
    }

    /** The steps, in which such a table loses its parents first of all: what they lose in the same plan is theirs alone then. */
    List<Step> steps(List<Step> steps) {
        var left = new ArrayList<Step>();
        var all = new ArrayList<Step>();
        for (Step step : real(steps)) {
            if (isAdoption(step.change()) && step.change() instanceof AlterObject(Table before, Table after)) {
                Table bare = before.withParts(Parts.NONE);
                Table free = bare.withOptions(Descent.free(before.options()));
                between(bare, free).ifPresent(change -> left.add(new Step(change, step.cause())));
                between(free, after.withParts(Parts.NONE)).ifPresent(change -> all.add(new Step(change, step.cause())));
            } else {
                all.add(step);
            }
        }
        left.addAll(all);
        return left;
    }

    private static Optional<Change> between(Table before, Table after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new AlterObject(before, after));
    }

    private static boolean isPartOf(Change change, Set<ObjectName> tables) {
        return switch (change) {
            case AddPart(ObjectName table, _) -> tables.contains(table);
            case DropPart(ObjectName table, _) -> tables.contains(table);
            case AlterPart(ObjectName table, _, _) -> tables.contains(table);
            case RenamePart(ObjectName table, _, _, _, _) -> tables.contains(table);
            default -> false;
        };
    }

    /** What changes of a table's parts between its parents. */
    private List<Change> parts(ObjectName name) {
        Table after = draft.after().table(name).orElseThrow();
        Descent above = Descent.in(draft.after());
        Table from = Descent.in(draft.before()).detached(draft.before().table(name).orElseThrow());
        Table fitting = above.fitting(after, from);
        Table whole = above.detached(after);
        return Planner.changes(Schema.of(List.of(from.withComment(after.comment()))), Schema.of(List.of(fitting.withOptions(from.options()))), List.of()).stream()
                .filter(change -> !(change instanceof DropPart(_, var part) && !AttachedKeys.isKey(part) && Descent.has(whole, part))).toList();
    }

    /** What a partition has for itself comes when the server has chosen what stands under its parent's. */
    private List<Change> beside(ObjectName name) {
        return Descent.in(draft.after()).beside(draft.after().table(name).orElseThrow()).stream().<Change>map(part -> new AddPart(name, part)).toList();
    }
}
