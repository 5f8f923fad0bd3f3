package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.Optional;

/**
 * What a snapshot says of itself.
 *
 * @param exportedAt as the snapshot came with it; only an export sets it
 * @param revision   the number of the last migration; 0 before the first
 * @param checksum   of the schema
 * @param parent     the checksum of the schema before the last migration
 */
public record Header(Optional<String> exportedAt, Optional<String> database, Optional<String> dialect, int revision,
        Optional<String> checksum, Optional<String> parent) {
    public static final String VERSION = "1.0";
    public static final Header NONE = new Header(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());

    static Header of(JsonNode document, Path at, Mistakes mistakes) {
        return Fields.of(document, Keys.DOCUMENT, at, mistakes).map(Header::of).orElse(NONE);
    }

    private static Header of(Fields fields) {
        String version = fields.required("version");
        if (!version.isEmpty() && !version.equals(VERSION)) {
            fields.mistake("version", "version " + version + " is not known; this service reads " + VERSION + ", and format_version 1 and 2 of DBWarden");
        }
        return new Header(fields.text("exported_at"), fields.text("database"), fields.text("dialect"), fields.number("revision", 0),
                fields.text("checksum"), fields.text("parent"));
    }

    /** The header of the snapshot that comes after this one. */
    public Header next(String newDatabase, String newDialect, String before) {
        return of(newDatabase, newDialect).next(before);
    }

    /** The header of the snapshot that comes after this one, of the same database. */
    public Header next(String before) {
        return new Header(exportedAt, database, dialect, revision + 1, Optional.empty(), Optional.of(before));
    }

    /** This header over another schema, whose checksum is to be computed. */
    public Header unchecked() {
        return new Header(exportedAt, database, dialect, revision, Optional.empty(), parent);
    }

    public Header of(String newDatabase, String newDialect) {
        return new Header(exportedAt, Optional.of(newDatabase), Optional.of(newDialect), revision, Optional.empty(), parent);
    }
}
