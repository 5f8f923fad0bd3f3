package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.diff.RenameCandidates;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.diff.Renames;
import dev.dbwarden.engine.lint.Linter;
import dev.dbwarden.engine.lint.Rules;
import dev.dbwarden.engine.plan.AroundRenames;
import dev.dbwarden.engine.plan.Plan;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/** The table of contents of the program: from two schemas to a migration. */
public final class Migrations {
    private Migrations() {}

    /** The migration from {@code current} to {@code desired}, both normalized by the dialect. */
    public static Migration between(Schema current, Schema desired, List<RenameHint> hints, Dialect dialect) {
        Renames renames = Renames.of(hints, current, desired);
        Schema renamed = new Plan(current, Planner.steps(renames.changes())).after();
        List<Change> changes = Planner.changes(current, desired, renames.changes());
        int prologue = renames.changes().size();
        List<Scripted> upgrade = upgrade(renamed, desired, changes, prologue, dialect);
        List<Scripted> rollback = rollback(desired, renamed, changes, prologue, dialect);
        return new Migration(changes, upgrade, rollback,
                Linter.check(current, desired, changes, Rules.all(), dialect.name()),
                RenameCandidates.among(changes, renames.settled()), renames.unmatched(),
                new Proof(replay(upgrade, current, dialect).equals(desired), replay(rollback, desired, dialect).equals(current)));
    }

    private static List<Scripted> upgrade(Schema renamed, Schema desired, List<Change> changes, int prologue, Dialect dialect) {
        List<Step> steps = Planner.steps(changes);
        List<Step> ordered = Planner.order(dialect.adapt(new Draft(renamed, desired, steps.subList(prologue, steps.size()))));
        return script(AroundRenames.upgrade(steps.subList(0, prologue), ordered), dialect);
    }

    private static List<Scripted> rollback(Schema desired, Schema renamed, List<Change> changes, int prologue, Dialect dialect) {
        List<Step> back = Planner.steps(changes).reversed().stream().map(Step::inverse).toList();
        int epilogue = back.size() - prologue;
        List<Step> ordered = Planner.order(dialect.adapt(new Draft(desired, renamed, back.subList(0, epilogue))));
        return script(AroundRenames.rollback(ordered, back.subList(epilogue, back.size())), dialect);
    }

    private static List<Scripted> script(List<Step> steps, Dialect dialect) {
        return steps.stream().flatMap(step -> dialect.render(step.change()).stream().map(statement -> new Scripted(statement, step.cause()))).toList();
    }

    private static Schema replay(List<Scripted> script, Schema before, Dialect dialect) {
        if (script.isEmpty()) {
            return before;
        }
        Reading reading = dialect.read(script.stream().map(scripted -> scripted.statement().sql()).collect(Collectors.joining(";\n", "", ";\n")), before);
        return reading.problems().isEmpty() ? reading.schema() : Schema.EMPTY;
    }
}
