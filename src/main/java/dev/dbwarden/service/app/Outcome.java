package dev.dbwarden.service.app;

import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.migration.SideBySide;
import dev.dbwarden.engine.phase.Phased;
import dev.dbwarden.engine.phase.Phases;
import dev.dbwarden.engine.phase.Unsplit;
import dev.dbwarden.service.document.Limits;
import java.util.List;

/**
 * What came of a comparison.
 *
 * @param migration the whole
 * @param stages    the migrations that it is applied in: the one, or the two of an answer in phases
 * @param inPhases  whether they are two
 * @param unsplit   what could not be split in two phases, and why
 */
record Outcome(Migration migration, List<Stage> stages, boolean inPhases, List<Unsplit> unsplit) {
    /** Fails where a document means something else as SQL, and where the policy wants to be asked about renames or losses first. */
    static Outcome of(Comparison compared, boolean inPhases, Policy policy, Limits limits) {
        boolean phased = inPhases && compared.isChange();
        boolean single = !phased && compared.isChange();
        var made = SideBySide.of(compared.desired().size(), () -> single ? compared.next().text() : "",
                () -> Migrations.between(compared.current().schema(), compared.desired(), compared.hints(), compared.manner()));
        if (!made.second().proof().holds()) {
            compared.refuseMisreadings(limits);
        }
        policy.refuseAmbiguity(made.second().candidates());
        Outcome outcome = phased ? inPhases(compared) : whole(compared, made.second(), made.first());
        policy.refuseLosses(outcome.migration().refusals());
        return outcome;
    }

    private static Outcome whole(Comparison compared, Migration migration, String snapshot) {
        var header = compared.header().next(compared.database(), compared.dialect().name(), compared.current().checksum().value());
        return new Outcome(migration, List.of(new Stage("", migration, header, snapshot)), false, List.of());
    }

    private static Outcome inPhases(Comparison compared) {
        Phased phased = Phases.between(compared.current().schema(), compared.desired(), compared.hints(), compared.manner());
        List<Stage> stages = Stage.of(phased, compared.current(), compared.desired(), compared.header().of(compared.database(), compared.dialect().name()));
        return new Outcome(phased.whole(), stages, true, phased.unsplit());
    }
}
