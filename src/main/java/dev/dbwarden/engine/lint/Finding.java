package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.schema.Ref;
import java.util.Optional;

/**
 * What a change means for the data or for those who use it.
 *
 * @param code    stable: {@code DW101}
 * @param subject what it is about
 * @param change  the index of the change; empty where it is about the request
 * @param message names the thing and the consequence
 * @param advice  what to do instead
 */
public record Finding(String code, Severity severity, Optional<Ref> subject, Optional<Integer> change, String message, String advice) {}
