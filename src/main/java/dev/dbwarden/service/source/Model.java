package dev.dbwarden.service.source;

import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * What the author wants to have.
 *
 * @param renames hints that stand in the model, as {@code old:new}; they mean nothing once the old name is gone
 * @param notes   what the database reads otherwise than it is written, each with its place
 */
public record Model(Schema schema, List<String> renames, List<String> notes) {
    /** Of a model that the database takes as it is written. */
    public Model(Schema schema, List<String> renames) {
        this(schema, renames, List.of());
    }

    public Model {
        renames = List.copyOf(renames);
        notes = List.copyOf(notes);
    }
}
