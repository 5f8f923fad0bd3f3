package dev.dbwarden.service.layout;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;

/** Versions for runners that order files by a whole number: the migration's, and three digits for its pieces. */
final class Versions {
    private static final int MOST_PARTS = 999;

    private Versions() {}

    /** The version of the piece with that index, of so many. */
    static String of(Written migration, int count, int index) {
        if (count > MOST_PARTS) {
            throw new ProblemException(ProblemType.UNSUPPORTED, "the migration has %d pieces that cannot share a transaction, and this layout numbers %d; take layout flyway, liquibase or plain"
                    .formatted(count, MOST_PARTS));
        }
        return "%04d%03d".formatted(migration.revision(), count == 1 ? 0 : index + 1);
    }
}
