package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.MergeProblem;
import dev.dbwarden.service.api.MergeRequest;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.SnapshotDocument;
import dev.dbwarden.service.api.SnapshotRequest;
import dev.dbwarden.service.app.LimitsConfig;
import dev.dbwarden.service.app.MakeSnapshot;
import dev.dbwarden.service.app.MergeSnapshots;
import dev.dbwarden.service.document.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Snapshots: a first baseline without a database, and the format that all of them have. */
@Path("/v1/snapshots")
@Tag(name = "snapshots")
public class SnapshotResource {
    private final MakeSnapshot make;
    private final MergeSnapshots merge;
    private final Limits limits;

    SnapshotResource(MakeSnapshot make, MergeSnapshots merge, LimitsConfig config) {
        this.make = make;
        this.merge = merge;
        this.limits = config.limits();
    }

    @POST
    @Blocking
    @Consumes({Formats.JSON, Formats.YAML, "application/x-yaml", "text/yaml", Formats.FORM})
    @Produces(Formats.JSON)
    @Operation(operationId = "makeSnapshot", summary = "The snapshot of a model, or an older snapshot in the current form",
            description = "The answer's body is the snapshot's file, to be committed as .dbwarden/model_state.json.")
    @RequestBody(required = true, content = {
            @Content(mediaType = Formats.JSON, schema = @Schema(implementation = SnapshotRequest.class)),
            @Content(mediaType = Formats.YAML, schema = @Schema(implementation = SnapshotRequest.class)),
            @Content(mediaType = Formats.FORM, schema = @Schema(implementation = SnapshotForm.class))})
    @APIResponse(responseCode = "200", description = "the snapshot; Warden-Passed-Over tells how many statements of an SQL model hold no schema", content = @Content(mediaType = Formats.JSON, schema = @Schema(implementation = SnapshotDocument.class)))
    @APIResponse(responseCode = "400", description = "malformed-request", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "413", description = "too-large", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "invalid-model, invalid-snapshot or unsupported", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response make(InputStream body, @Context HttpHeaders headers) {
        Body read = Body.read(body, headers, limits);
        MakeSnapshot.Made made = Deadline.within(limits, read, () -> make.answer(new Requests(limits).snapshot(read)));
        return Response.ok(made.text()).header("Warden-Passed-Over", made.passedOver()).build();
    }

    @POST
    @Path("/merge")
    @Blocking
    @Consumes({Formats.JSON, Formats.YAML, "application/x-yaml", "text/yaml", Formats.FORM})
    @Produces(Formats.JSON)
    @Operation(operationId = "mergeSnapshots", summary = "One snapshot of two that come from one",
            description = "Changes of the two sides that commute are both applied, the same change on both sides is one, and the rest is a conflict. "
                    + "The answer's body is the merged snapshot's file. A pure function: the same request gives the same bytes.")
    @RequestBody(required = true, content = {
            @Content(mediaType = Formats.JSON, schema = @Schema(implementation = MergeRequest.class)),
            @Content(mediaType = Formats.YAML, schema = @Schema(implementation = MergeRequest.class)),
            @Content(mediaType = Formats.FORM, schema = @Schema(implementation = MergeForm.class))})
    @APIResponse(responseCode = "200", description = "the merged snapshot", content = @Content(mediaType = Formats.JSON, schema = @Schema(implementation = SnapshotDocument.class)))
    @APIResponse(responseCode = "400", description = "malformed-request", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "409", description = "snapshot-conflict, with what is in conflict and the ways out", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = MergeProblem.class)))
    @APIResponse(responseCode = "413", description = "too-large", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "invalid-snapshot or unsupported", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public String merge(InputStream body, @Context HttpHeaders headers) {
        Body read = Body.read(body, headers, limits);
        return Deadline.within(limits, read, () -> merge.answer(new Requests(limits).merge(read)));
    }

    @GET
    @Path("/schema")
    @Produces({Formats.SCHEMA, Formats.JSON})
    @Operation(operationId = "getSnapshotSchema", summary = "The JSON Schema of snapshots and models")
    @APIResponse(responseCode = "200", description = "a JSON Schema, draft 2020-12", content = @Content(mediaType = Formats.SCHEMA, schema = @Schema(ref = "JsonSchemaDocument")))
    public String schema() throws IOException {
        try (InputStream schema = Objects.requireNonNull(SnapshotResource.class.getResourceAsStream("/snapshot.schema.json"))) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
