package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.schema.Ref;
import java.util.Optional;

/**
 * What a change means for the data or for those who use it.
 *
 * @param code      stable: {@code DW101}
 * @param direction whether it is about going there or coming back
 * @param subject   what it is about
 * @param change    the index of the change; empty where it is about the request, or about the whole
 * @param message   names the thing and the consequence
 * @param advice    what to do instead
 */
public record Finding(String code, Severity severity, Direction direction, Optional<Ref> subject, Optional<Integer> change, String message, String advice) {
    /** A finding about the upgrade as a whole, or about the request. */
    public static Finding ofAll(String code, Severity severity, String message, String advice) {
        return new Finding(code, severity, Direction.UPGRADE, Optional.empty(), Optional.empty(), message, advice);
    }

    /** The same finding where its change stands so many places later. */
    public Finding later(int shift) {
        return new Finding(code, severity, direction, subject, change.map(index -> index + shift), message, advice);
    }

    Finding saying(String newMessage) {
        return new Finding(code, severity, direction, subject, change, newMessage, advice);
    }

    /** A rollback is run on purpose, with people watching: what it costs is worth knowing, and stops no pipeline. */
    Finding onRollback() {
        return direction == Direction.UPGRADE ? this : new Finding(code, Severity.INFO, direction, subject, change, "on rollback: " + message, advice);
    }
}
