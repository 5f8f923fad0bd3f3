package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * What a script of DDL amounts to.
 *
 * @param schema   normalized
 * @param problems all that could not be read; where there is one, the schema must not be used
 * @param skipped  how many statements were passed over because they hold no schema
 * @param renames  hints that stood in comments, as {@code old:new}
 */
public record Reading(Schema schema, List<Problem> problems, int skipped, List<String> renames) {
    public Reading {
        problems = List.copyOf(problems);
        renames = List.copyOf(renames);
    }
}
