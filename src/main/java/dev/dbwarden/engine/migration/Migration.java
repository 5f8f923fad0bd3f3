package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.lint.Finding;
import java.util.List;

/**
 * The way from one schema to another and back.
 *
 * @param candidates     drops and adds that no hint settles and that may be renames
 * @param unmatchedHints hints that match nothing
 */
public record Migration(List<Change> changes, List<Scripted> upgrade, List<Scripted> rollback, List<Finding> findings,
        List<RenameCandidate> candidates, List<String> unmatchedHints, Proof proof) {

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
