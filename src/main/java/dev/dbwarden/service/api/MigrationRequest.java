package dev.dbwarden.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a migration is asked for: a model, and the snapshot that it is compared with. */
@Schema(description = "a model (or its sources) and the snapshot to compare it with")
public record MigrationRequest(
        @Schema(description = "the database's name, for the migration's file; that of the snapshot, or else 'primary', where left out", examples = "primary")
        Optional<String> database,
        @Schema(description = "may be left out where the snapshot has it", examples = "postgresql") Optional<String> dialect,
        @Schema(description = "what the migration's file is named after", examples = "add phone to users") Optional<String> description,
        @Schema(description = "the model as an object; either this or sources", implementation = SchemaDocument.class) Optional<JsonNode> model,
        @Schema(description = "the model as files of one format; either this or model") List<SourceText> sources,
        @Schema(description = "the baseline; left out or null for an empty database. Also a drizzle-kit snapshot, or another tool's text as {name, text}", implementation = SnapshotDocument.class) Optional<JsonNode> snapshot,
        @Schema(description = "hints, old:new, of columns, tables, types and labels of enum types; with nothing after the colon: dropped, not renamed", examples = "[\"users.username:email\", \"posts:articles\", \"mood.sad:unhappy\"]") List<String> renames,
        @Schema(description = "error, or drop_and_add: what may be a rename is none", examples = "error") Optional<String> onAmbiguity,
        @Schema(description = "info, warn or critical: findings at or above it fail the request", examples = "critical") Optional<String> failOn,
        @Schema(description = "direct, or online: tables are changed beside a running application", examples = "online") Optional<String> strategy,
        @Schema(description = "expand_contract: two migrations, one to run before the application is deployed and one after", examples = "expand_contract") Optional<String> phases,
        @Schema(description = "how the migration is written: dbwarden, flyway, liquibase, golang-migrate, dbmate, goose or plain", examples = "dbwarden") Optional<String> layout,
        @Schema(description = "changes that are otherwise refused, as <change type>:<object>, or *") List<String> allow,
        @Schema(description = "the checksum that the caller believes the snapshot has") Optional<String> expectedParent,
        @Schema(description = "refuse each change whose rollback does not bring back all that was there, unless allow names it") Optional<Boolean> refuseIrreversible,
        @Schema(description = "refuse to drop more tables than this, unless allow names them; left out: refused are five and more that are half of all", examples = "0")
        Optional<Integer> maxDroppedTables,
        @Schema(description = "a scratch database to run the migration on: embedded-sqlite, or a registered one that the credential may use", examples = "embedded-sqlite")
        Optional<String> verify,
        @Schema(description = "what else to look at: habits, or the codes of some", examples = "[\"habits\"]") List<String> lint,
        @Schema(description = "findings that may pass for a while") List<SuppressionRequest> suppress,
        @Schema(description = "the day that suppressions are held against; the service's day in UTC where left out", examples = "2026-11-26") Optional<String> today) {}
