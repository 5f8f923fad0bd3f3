package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.schema.Ref;

/**
 * What the two phases cannot keep apart, or not without help.
 *
 * @param message names it, the phase in which it is made, and why
 * @param advice  what to do about it
 */
public record Unsplit(Ref subject, String message, String advice) {
    /** What the older version meets as soon as it is made. */
    static Unsplit early(Ref subject, String why) {
        return new Unsplit(subject, subject + " is changed in the expand phase: " + why, "see that the version which runs can do with it, or change it in a migration of its own, beside the deployment");
    }

    /** What the newer version has to do without until it is made. */
    static Unsplit late(Ref subject, String why) {
        return new Unsplit(subject, subject + " is changed in the contract phase: " + why, "see that the version which is deployed can do with the old one until then, or change it in a migration of its own, beside the deployment");
    }
}
