package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.schema.Ref;

/**
 * A drop and an add that may be one rename; somebody has to say.
 *
 * @param similarity 0 to 1, two decimals
 * @param hint       what to send back if it is one
 * @param otherwise  what to send back if the old one is dropped
 */
public record RenameCandidate(Ref from, Ref to, double similarity, String hint, String otherwise) {}
