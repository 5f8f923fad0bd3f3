package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Finding;
import java.util.List;

/**
 * The way from one schema to another and back.
 *
 * @param candidates     drops and adds that no hint settles and that may be renames
 * @param unmatchedHints hints that match nothing
 * @param refusals       steps of the upgrade that are refused unless they are allowed by name
 */
public record Migration(List<Change> changes, List<Scripted> upgrade, List<Scripted> rollback, List<Finding> findings,
        List<RenameCandidate> candidates, List<String> unmatchedHints, List<Refusal> refusals, Proof proof) {

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
