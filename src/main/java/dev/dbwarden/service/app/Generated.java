package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.FileAnswer;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.source.Place;
import dev.dbwarden.service.source.Sources;
import java.util.List;
import java.util.Map;

/**
 * A migration with all that an answer of any form is made of.
 *
 * @param files   the migration's files in its layout; none where nothing changed
 * @param renames what got another name, of the schema before
 * @param sources the model's files; none where it stood in the request
 */
public record Generated(MigrationAnswer answer, List<FileAnswer> files, Schema before, List<Change> renames, Schema after, List<SourceText> sources, Dialect dialect) {
    /** Where the snapshot is in a repository. */
    public static final String SNAPSHOT_PATH = ".dbwarden/model_state.json";

    /** Where tables and columns stand in the model's files, by name in lower case. */
    public Map<String, Place> places() {
        return Sources.places(sources, dialect);
    }
}
