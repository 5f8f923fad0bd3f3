package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The way from one schema to another and back.
 *
 * @param candidates     drops and adds that no hint settles and that may be renames
 * @param unmatchedHints hints that match nothing
 * @param refusals       steps of the upgrade that are refused unless they are allowed by name
 * @param copied         columns whose values stand in another column too, so that dropping them loses none
 */
public record Migration(List<Change> changes, List<Scripted> upgrade, List<Scripted> rollback, List<Finding> findings,
        List<RenameCandidate> candidates, List<String> unmatchedHints, List<Refusal> refusals, Proof proof, Set<Ref> copied) {

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** This migration and one that starts where it ends, as one. */
    public Migration then(Migration next) {
        int shift = changes.size();
        UnaryOperator<Scripted> later = scripted -> new Scripted(scripted.statement(), scripted.change() + shift);
        return new Migration(joined(changes, next.changes), joined(upgrade, next.upgrade.stream().map(later).toList()),
                joined(next.rollback.stream().map(later).toList(), rollback), joined(findings, next.findings.stream().map(finding -> finding.later(shift)).toList()),
                joined(candidates, next.candidates), joined(unmatchedHints, next.unmatchedHints), joined(refusals, next.refusals.stream().map(refusal -> refusal.later(shift)).toList()),
                proof.and(next.proof), Set.copyOf(joined(List.copyOf(copied), List.copyOf(next.copied))));
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
