package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.VerificationAnswer;
import java.util.Optional;

/** A second opinion on a migration. */
public interface Verification {
    /** None is asked for: the answer is a pure function of the request. */
    Verification NONE = (_, _, _, _) -> Optional.empty();

    Optional<VerificationAnswer> of(Schema before, Schema after, Migration migration, Dialect dialect);
}
