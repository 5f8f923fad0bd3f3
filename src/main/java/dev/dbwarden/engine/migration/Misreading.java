package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.schema.Ref;

/**
 * An object that is something else when the SQL that makes it is read: a text in it holds more than the place where it stands, or what the
 * dialect does not know.
 *
 * @param object it, as the schema has it
 * @param what   how the SQL is read
 */
public record Misreading(Ref object, String what) {}
