package dev.dbwarden.engine.lint;

import java.util.Locale;

/** Which of a migration's two scripts. */
public enum Direction {
    UPGRADE, ROLLBACK;

    /** The word in an answer: {@code rollback}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
