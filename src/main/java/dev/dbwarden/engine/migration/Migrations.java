package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Script;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.diff.RenameCandidates;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.diff.Renames;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Linter;
import dev.dbwarden.engine.lint.Way;
import dev.dbwarden.engine.plan.Plan;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of contents of the program: from two schemas to a migration. */
public final class Migrations {
    private Migrations() {}

    /** The migration from {@code snapshot} to {@code model}, both normalized by the dialect. */
    public static Migration between(Schema snapshot, Schema model, List<RenameHint> hints, Dialect dialect) {
        return between(snapshot, model, hints, Manner.direct(dialect));
    }

    /** The same, made in a manner. */
    public static Migration between(Schema snapshot, Schema model, List<RenameHint> hints, Manner manner) {
        Dialect dialect = manner.dialect().between(snapshot, model);
        Spelling spelling = dialect.spelling(manner.strategy()).orElseThrow();
        Schema current = dialect.normalizer().held(dialect.normalizer().settled(snapshot, model));
        Schema desired = dialect.normalizer().held(dialect.normalizer().continued(model, snapshot)).sharing(current);
        Renames renames = Renames.of(hints, current, desired);
        List<Change> renaming = renaming(renames, current, dialect);
        Schema renamed = new Plan(current, Planner.steps(renaming)).after();
        int prologue = renaming.size();
        List<Change> found = Planner.changes(current, desired, renaming);
        List<Change> changes = Stream.concat(renaming.stream(), dialect.real(new Draft(renamed, desired, Planner.steps(found.subList(prologue, found.size())))).stream()).toList();
        List<Step> steps = upgrade(new Draft(renamed, desired, Planner.steps(changes)), prologue, dialect);
        List<Scripted> upgrade = filled(spelling.script(new Draft(current, desired, steps)), changes, manner);
        List<Step> back = Planner.steps(changes).reversed().stream().map(Step::inverse).toList();
        List<Scripted> rollback = filled(spelling.script(new Draft(desired, current, rollback(new Draft(desired, renamed, back), current, back.size() - prologue, dialect))),
                changes.stream().map(Change::inverse).toList(), manner);
        List<RenameCandidate> candidates = RenameCandidates.among(changes, renames.settled());
        Draft draft = new Draft(current, desired, Planner.steps(changes));
        List<Finding> findings = Linter.check(Way.upgrade(draft, new Script(dialect.name(), manner.strategy(), upgrade), candidates),
                Way.rollback(draft, new Script(dialect.name(), manner.strategy(), rollback)), manner.linting());
        var replayed = SideBySide.of(desired.size(), () -> replay(upgrade, current, dialect).equals(desired), () -> replay(rollback, desired, dialect).equals(current));
        return new Migration(changes, upgrade, rollback, findings, candidates, renames.unmatched(), dialect.refusals(steps),
                new Proof(replayed.first(), replayed.second()), manner.fills().keySet());
    }

    /** The renames, with what they take. */
    private static List<Change> renaming(Renames renames, Schema current, Dialect dialect) {
        var all = new ArrayList<Change>();
        var schema = new SchemaEditor(current);
        for (Change rename : renames.changes()) {
            List<Change> together = dialect.renaming(rename, schema);
            together.forEach(change -> change.applyTo(schema));
            all.addAll(together);
        }
        return all;
    }

    /** The script, and at its end what fills the columns that it makes; their twins' triggers are there by then. */
    private static List<Scripted> filled(List<Scripted> script, List<Change> changes, Manner manner) {
        var all = new ArrayList<>(script);
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof AddPart(_, Column column)) {
                int index = i;
                manner.fills().getOrDefault(changes.get(i).subject(), List.of()).forEach(statement -> all.add(new Scripted(statement, index)));
            }
        }
        return all;
    }

    /** The way there; its first steps are renames. */
    private static List<Step> upgrade(Draft there, int prologue, Dialect dialect) {
        List<Step> steps = there.steps();
        var all = new ArrayList<>(steps.subList(0, prologue));
        all.addAll(Planner.order(dialect.adapt(new Draft(there.before(), there.after(), steps.subList(prologue, steps.size())))));
        return all;
    }

    /** The way back; from {@code epilogue} on its steps are renames. */
    private static List<Step> rollback(Draft back, Schema current, int epilogue, Dialect dialect) {
        List<Step> steps = back.steps();
        List<Step> restored = Planner.order(dialect.adapt(new Draft(back.before(), back.after(), steps.subList(0, epilogue))));
        return Returning.renamesBack(restored, steps.subList(epilogue, steps.size()), current);
    }

    /** A script as one text, from which it is read again. */
    static String text(List<Scripted> script) {
        return script.stream().map(scripted -> scripted.statement().sql() + ";\n").collect(Collectors.joining());
    }

    private static Schema replay(List<Scripted> script, Schema before, Dialect dialect) {
        if (script.isEmpty()) {
            return before;
        }
        Reading reading = dialect.read(text(script), before);
        return reading.problems().isEmpty() ? dialect.normalizer().held(reading.schema()) : Schema.EMPTY;
    }
}
