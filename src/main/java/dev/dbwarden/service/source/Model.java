package dev.dbwarden.service.source;

import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * What the author wants to have.
 *
 * @param renames hints that stand in the model, as {@code old:new}; they mean nothing once the old name is gone
 */
public record Model(Schema schema, List<String> renames) {
    public Model {
        renames = List.copyOf(renames);
    }
}
