package dev.dbwarden.service.app;

import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.layout.Layout;

/** A migration that is made, and that may be verified before it is answered. */
public record Proposal(MigrationRequest request, Policy policy, Suppressions suppressions, Layout layout, Comparison compared, Outcome outcome) {
    public VerificationAnswer verified(VerifyMigration verification) {
        return verification.verify(compared.current().schema(), compared.desired(), outcome.migration(), compared.dialect());
    }
}
