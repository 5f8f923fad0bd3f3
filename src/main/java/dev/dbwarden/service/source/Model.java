package dev.dbwarden.service.source;

import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.PassedOverAnswer;
import dev.dbwarden.service.snapshot.Places;
import java.util.List;

/**
 * What the author wants to have.
 *
 * @param renames hints that stand in the model, as {@code old:new}; they mean nothing once the old name is gone
 * @param notes   what the database reads otherwise than it is written, each with its place
 * @param outside what the author's program does to the database and a model does not hold, each with its place
 * @param passedOver the statements of an SQL model that hold no schema
 * @param places  where each object stands in a document; none for a model that was read as SQL
 */
public record Model(Schema schema, List<String> renames, List<Note> notes, List<String> outside, List<PassedOverAnswer> passedOver, Places places) {
    /** One of the notes. */
    public record Note(dev.dbwarden.engine.dialect.Note.Kind kind, String text) {}

    /** Of a model that was read as SQL. */
    public Model(Schema schema, List<String> renames, List<Note> notes, List<String> outside, List<PassedOverAnswer> passedOver) {
        this(schema, renames, notes, outside, passedOver, Places.NONE);
    }

    /** Of a document. */
    Model(Schema schema, List<String> renames, Places places) {
        this(schema, renames, List.of(), List.of(), List.of(), places);
    }

    /** No model, where there are mistakes. */
    static Model none() {
        return new Model(Schema.EMPTY, List.of(), Places.NONE);
    }

    public Model {
        renames = List.copyOf(renames);
        notes = List.copyOf(notes);
        outside = List.copyOf(outside);
        passedOver = List.copyOf(passedOver);
    }
}
