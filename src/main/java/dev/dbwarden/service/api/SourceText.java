package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a model. */
@Schema(description = "a file of a model; its format may be left out where the name's ending tells it")
public record SourceText(
        @Schema(examples = "schema.sql", required = true) String name,
        @Schema(description = "json, yaml, sql, sqlalchemy, prisma or drizzle", examples = "sql") Optional<String> format,
        @JsonIgnore @Schema(hidden = true) Optional<String> mediaType,
        @Schema(examples = "CREATE TABLE users (id INTEGER PRIMARY KEY);", required = true) String text) {}
