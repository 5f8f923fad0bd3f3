package dev.dbwarden.service.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the parts of a migration's form in the API's description. */
@Schema(name = "MigrationForm", description = "the fields of MigrationRequest as a form, for curl -F")
public record MigrationForm(
        @Schema(description = "a file of the model; repeats", format = "binary") List<String> model,
        @Schema(description = "the snapshot's file", format = "binary") String snapshot,
        @Schema(description = "json, yaml, sql, sqlalchemy, prisma or drizzle, where the files' names do not tell") String format,
        String database,
        String dialect,
        String description,
        @Schema(description = "a rename hint, old:new, of a column, a table, a type or a label of an enum type; repeats") List<String> rename,
        String onAmbiguity,
        String failOn,
        String strategy,
        String phases,
        String layout,
        List<String> allow,
        String expectedParent,
        Boolean refuseIrreversible,
        Integer maxDroppedTables,
        String verify,
        @Schema(description = "what else to look at: habits, or the codes of some; repeats") List<String> lint,
        @Schema(description = "allow <code> on <subject> until <day> because <reason>; repeats") List<String> suppress,
        String today) {}
