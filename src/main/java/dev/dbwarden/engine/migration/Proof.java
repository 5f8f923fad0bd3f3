package dev.dbwarden.engine.migration;

/**
 * What replaying the generated SQL showed: the statements were read back as a script and applied to the schema that they start from.
 *
 * @param upgradeReachesModel      the snapshot and the upgrade give exactly the model
 * @param rollbackRestoresSnapshot the model and the rollback give exactly the snapshot
 */
public record Proof(boolean upgradeReachesModel, boolean rollbackRestoresSnapshot) {
    Proof and(Proof next) {
        return new Proof(upgradeReachesModel && next.upgradeReachesModel, rollbackRestoresSnapshot && next.rollbackRestoresSnapshot);
    }

    public boolean holds() {
        return upgradeReachesModel && rollbackRestoresSnapshot;
    }
}
