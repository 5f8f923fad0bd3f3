package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * What a script of DDL amounts to.
 *
 * @param schema   normalized
 * @param problems all that could not be read; where there is one, the schema must not be used
 * @param skipped  the statements that were passed over because they hold no schema
 * @param renames  hints that stood in comments, as {@code old:new}
 * @param notes    what the server reads otherwise than it is written
 */
public record Reading(Schema schema, List<Problem> problems, List<Skipped> skipped, List<String> renames, List<Note> notes) {
    /** Of a script that was read as it is written. */
    public Reading(Schema schema, List<Problem> problems, List<Skipped> skipped, List<String> renames) {
        this(schema, problems, skipped, renames, List.of());
    }

    public Reading {
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
        renames = List.copyOf(renames);
    }
}
