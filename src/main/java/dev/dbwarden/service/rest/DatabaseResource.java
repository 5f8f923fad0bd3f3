package dev.dbwarden.service.rest;

import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.service.api.DatabaseAnswer;
import dev.dbwarden.service.api.DriftAnswer;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SnapshotRequest;
import dev.dbwarden.service.app.CheckDrift;
import dev.dbwarden.service.app.ExportSnapshot;
import dev.dbwarden.service.app.LimitsConfig;
import dev.dbwarden.service.database.Databases;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.security.Caller;
import dev.dbwarden.service.security.Role;
import dev.dbwarden.service.snapshot.Snapshot;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registered databases. Each call needs a credential, and may wait for a database: virtual threads cost nothing while they do. */
@Path("/v1/databases")
@Tag(name = "databases")
public class DatabaseResource {
    private final CurrentRequest request;
    private final Databases databases;
    private final ExportSnapshot export;
    private final CheckDrift drift;
    private final Limits limits;

    DatabaseResource(CurrentRequest request, Databases databases, ExportSnapshot export, CheckDrift drift, LimitsConfig config) {
        this.request = request;
        this.databases = databases;
        this.export = export;
        this.drift = drift;
        this.limits = config.limits();
    }

    @GET
    @RunOnVirtualThread
    @Produces(Formats.JSON)
    @Operation(operationId = "listDatabases", summary = "The registered databases that the caller may use")
    @APIResponse(responseCode = "200", description = "the databases, by name")
    public DatabaseAnswer.Databases list() {
        Caller caller = request.asking().caller("list", Role.READ);
        return new DatabaseAnswer.Databases(databases.all().stream().filter(database -> caller.mayUse(database.name()))
                .map(database -> new DatabaseAnswer(database.name(), database.dialect().name(), database.scratch())).toList());
    }

    @GET
    @Path("/{name}/export")
    @RunOnVirtualThread
    @Produces(Formats.JSON)
    @Operation(operationId = "exportDatabase", summary = "The snapshot of a live database",
            description = "The answer's body is the snapshot's file, to be committed as .dbwarden/model_state.json. A snapshot that a filter made says nothing of the rest.")
    @APIResponse(responseCode = "200", description = "the snapshot; its ETag is the schema's checksum",
            content = @Content(mediaType = Formats.JSON, schema = @Schema(ref = "SnapshotDocument")))
    @APIResponse(responseCode = "304", description = "the checksum in If-None-Match is the live one")
    @APIResponse(responseCode = "422", description = "unsupported: the database holds what is not read", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "502", description = "database-unreachable", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "504", description = "database-timeout", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response export(@PathParam("name") String name,
            @Parameter(description = "patterns of schemas, with * and ?; repeats") @QueryParam("schema") List<String> schemas,
            @Parameter(description = "patterns of tables, as table or schema.table; repeats") @QueryParam("table") List<String> tables,
            @Parameter(description = "patterns of tables to leave out; repeats") @QueryParam("exclude") List<String> exclude,
            @Parameter(description = "true: say of each table how big it is, for findings to tell; no part of the checksum") @QueryParam("statistics") boolean statistics,
            @Parameter(description = "the ETag of an earlier export") @HeaderParam(HttpHeaders.IF_NONE_MATCH) Optional<String> known) {
        RegisteredDatabase database = request.asking().database(name, "export", Role.READ);
        Scope filter = filter(database, schemas, tables, exclude);
        Snapshot snapshot = statistics ? export.answerWithStatistics(database, filter) : export.answer(database, filter);
        String tag = '"' + snapshot.checksum().value() + '"';
        boolean same = known.stream().flatMap(header -> Stream.of(header.split(","))).map(String::strip).anyMatch(each -> isTag(each, tag));
        Response.ResponseBuilder answer = same ? Response.notModified() : Response.ok(snapshot.text(), Formats.JSON);
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    @POST
    @Path("/{name}/drift")
    @RunOnVirtualThread
    @Consumes({Formats.JSON, Formats.YAML, "application/x-yaml", "text/yaml", Formats.FORM})
    @Produces(Formats.JSON)
    @Operation(operationId = "checkDrift", summary = "A snapshot or a model against a live database",
            description = "The changes lead from what is sent to what is live. The filters are those of the export.")
    @RequestBody(required = true, content = {
            @Content(mediaType = Formats.JSON, schema = @Schema(implementation = SnapshotRequest.class)),
            @Content(mediaType = Formats.YAML, schema = @Schema(implementation = SnapshotRequest.class)),
            @Content(mediaType = Formats.FORM, schema = @Schema(implementation = SnapshotForm.class))})
    @APIResponse(responseCode = "200", description = "whether the two are the same, and the changes if not",
            content = @Content(mediaType = Formats.JSON, schema = @Schema(implementation = DriftAnswer.class)))
    @APIResponse(responseCode = "400", description = "malformed-request", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "invalid-model, invalid-snapshot or unsupported", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "502", description = "database-unreachable", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "504", description = "database-timeout", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public DriftAnswer drift(@PathParam("name") String name,
            @Parameter(description = "patterns of schemas, with * and ?; repeats") @QueryParam("schema") List<String> schemas,
            @Parameter(description = "patterns of tables, as table or schema.table; repeats") @QueryParam("table") List<String> tables,
            @Parameter(description = "patterns of tables to leave out; repeats") @QueryParam("exclude") List<String> exclude,
            InputStream body, @Context HttpHeaders headers) {
        Asking asking = request.asking();
        RegisteredDatabase database = asking.database(name, "drift", Role.READ);
        Scope filter = filter(database, schemas, tables, exclude);
        Body read = Body.read(body, headers, limits);
        var live = asking.aside(database, () -> drift.live(database, filter));
        return Deadline.within(limits, read, () -> drift.answer(database, live, new Requests(limits).snapshot(read)));
    }

    /** A filter that a database has no part for is told: it would be passed over. */
    private static Scope filter(RegisteredDatabase database, List<String> schemas, List<String> tables, List<String> exclude) {
        if (!schemas.isEmpty() && !database.hasSchemas()) {
            String message = "a database of dialect " + database.dialect().name() + " has no schemas";
            throw new ProblemException(ProblemType.UNSUPPORTED, message, List.of(Mistake.at("/schema", message).fixedBy("leave 'schema' out; filter by 'table' and 'exclude'")));
        }
        return new Scope(schemas, tables, exclude);
    }

    /** As If-None-Match compares (RFC 9110, 13.1.2): weakly. */
    private static boolean isTag(String sent, String tag) {
        return sent.equals("*") || (sent.startsWith("W/") ? sent.substring(2) : sent).equals(tag);
    }
}
