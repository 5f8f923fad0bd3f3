package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Ref;

/**
 * A step that the dialect can make and makes only when somebody asked for it by name, because rows would be lost.
 *
 * @param permission what lets it pass, as the change's type and its object: {@code rebuild_table:events}
 * @param subject    what it is about
 * @param change     the index of the reported change that asks for it
 * @param reason     what would be lost
 */
public record Refusal(String permission, Ref subject, int change, String reason) {
    /** The same refusal where its change stands so many places later. */
    public Refusal later(int shift) {
        return new Refusal(permission, subject, change + shift, reason);
    }
}
