package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file for the repository.
 *
 * @param path from the repository's top, with slashes
 */
public record FileAnswer(
        @Schema(description = "from the repository's top", examples = "db/migration/U0003__add_column_users_phone.sql") String path,
        @Schema(examples = "ALTER TABLE users DROP COLUMN phone;\n") String text) {

    /** The path without its folders. */
    public String filename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
