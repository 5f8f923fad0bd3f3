package dev.dbwarden.service.app;

import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.phase.Phased;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.PhaseAnswer;
import dev.dbwarden.service.layout.Layout;
import dev.dbwarden.service.layout.Written;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * One migration of an answer, with a number of its own.
 *
 * @param phase    what it is of two; empty where it is the only one
 * @param header   of the snapshot after it
 * @param snapshot the text of that snapshot
 */
record Stage(String phase, Migration migration, Header header, String snapshot) {
    /** The two of an answer in phases; one that has nothing to do has no number. */
    static List<Stage> of(Phased phased, Snapshot current, Schema desired, Header named) {
        String database = named.database().orElseThrow();
        String dialect = named.dialect().orElseThrow();
        Snapshot between = phased.expand().isEmpty() ? current.of(database, dialect) : current.next(database, dialect, phased.between());
        Snapshot after = phased.contract().isEmpty() ? between : between.next(database, dialect, desired);
        return List.of(new Stage("expand", phased.expand(), between.header().of(database, dialect), between.text()),
                new Stage("contract", phased.contract(), after.header().of(database, dialect), after.text()));
    }

    /** The migration under its name; nothing where there is nothing to do. */
    Optional<Written> written(Optional<String> description) {
        return migration.isEmpty() ? Optional.empty() : Optional.of(MigrationScript.written(migration, header, phase, description));
    }

    PhaseAnswer answer(Suppressions suppressions, Optional<String> description, Layout layout) {
        var answers = new Answers(migration, suppressions.uncovered(migration.findings()), List.of(), Suppressions.NONE, Optional.empty());
        List<FileAnswer> files = written(description).map(layout::files).orElse(List.of());
        return PhaseAnswer.of(phase, answers.answer(header, written(description).map(each -> MigrationScript.file(each.id(), files)), snapshot));
    }
}
