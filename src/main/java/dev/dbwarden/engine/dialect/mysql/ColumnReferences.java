package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Note;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** {@code REFERENCES} behind a column: MySQL before 9.0 reads over it and makes no foreign key (manual of 8.4, 15.1.20.5). */
final class ColumnReferences {
    private ColumnReferences() {}

    /** A note on each in a statement that makes or alters a table. */
    static List<Note> in(List<Token> statement) {
        var notes = new ArrayList<Note>();
        int depth = 0;
        int keyed = -1;
        for (Token token : statement) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is("FOREIGN")) {
                keyed = depth;
            } else if (token.is(",") && depth == keyed) {
                keyed = -1;
            } else if (token.is("REFERENCES") && depth != keyed) {
                notes.add(new Note(Note.Kind.REFERENCE_PASSED_OVER, Problem.at(token.start(), "MySQL before 9.0 passes over REFERENCES behind a column; the migration makes a foreign key of it")));
            }
        }
        return notes;
    }
}
