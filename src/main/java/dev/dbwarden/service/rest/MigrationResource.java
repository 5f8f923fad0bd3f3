package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.answer.AnswerFormat;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.app.EarlyModel;
import dev.dbwarden.service.app.GenerateMigration;
import dev.dbwarden.service.app.Generated;
import dev.dbwarden.service.app.LimitsConfig;
import dev.dbwarden.service.app.Proposal;
import dev.dbwarden.service.app.VerifyMigration;
import dev.dbwarden.service.database.RegisteredScratch;
import dev.dbwarden.service.document.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Migrations: a model and a snapshot in, SQL and the next snapshot out. */
@Path("/v1/migrations")
@Tag(name = "migrations")
public class MigrationResource {
    private final CurrentRequest request;
    private final GenerateMigration generate;
    private final Limits limits;
    private final ObjectMapper mapper;

    MigrationResource(CurrentRequest request, GenerateMigration generate, LimitsConfig config, ObjectMapper mapper) {
        this.request = request;
        this.generate = generate;
        this.limits = config.limits();
        this.mapper = mapper;
    }

    @POST
    @Blocking
    @Consumes({Formats.JSON, Formats.YAML, "application/x-yaml", "text/yaml", Formats.FORM})
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "generateMigration", summary = "The migration from a snapshot to a model",
            description = "Upgrade SQL, rollback SQL, changes, findings and the updated snapshot. A pure function: the same request gives the same bytes, but for the times of a verification.")
    @RequestBody(required = true, content = {
            @Content(mediaType = Formats.JSON, schema = @Schema(implementation = MigrationRequest.class)),
            @Content(mediaType = Formats.YAML, schema = @Schema(implementation = MigrationRequest.class)),
            @Content(mediaType = Formats.FORM, schema = @Schema(implementation = MigrationForm.class))})
    @APIResponse(responseCode = "200", description = "generated, also without changes; Warden-Changes tells how many there are",
            content = @Content(mediaType = Formats.JSON, schema = @Schema(implementation = MigrationAnswer.class)))
    @APIResponse(responseCode = "400", description = "malformed-request", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated: a wrong credential, or none where verify needs one", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "403", description = "forbidden: verify needs the role verify", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such scratch database for this credential", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "409", description = "ambiguous-rename or snapshot-conflict, with what to send instead", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "413", description = "too-large", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "invalid-model, invalid-snapshot, unsupported or policy-failed", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response generate(InputStream body, @Context HttpHeaders headers,
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("format") Optional<String> format) {
        AnswerFormat wanted = Negotiation.choose(format, headers);
        Asking asking = request.asking();
        Body read = Body.read(body, headers, limits);
        Function<Generated, Response> respond = generated -> Negotiation.respond(wanted, generated, mapper);
        return Deadline.within(limits, read, () -> begun(asking, read, respond)).get();
    }

    /** What is left to do of a request: to tell the answer, unless a database has to be waited for first. */
    private Supplier<Response> begun(Asking asking, Body read, Function<Generated, Response> respond) {
        Optional<VerifyMigration> verification;
        Proposal proposal;
        try (var model = new EarlyModel(limits)) {
            MigrationRequest migration = new Requests(limits).migration(read, model::field);
            verification = migration.verify().map(name -> new VerifyMigration(asking.scratch(name), limits.requestTime().dividedBy(2)));
            proposal = generate.propose(migration, model);
        }
        if (verification.isPresent() && verification.get().server() instanceof RegisteredScratch scratch) {
            return () -> {
                VerificationAnswer verified = asking.aside(scratch.database(), () -> proposal.verified(verification.get()));
                return Deadline.within(limits, read, () -> respond.apply(generate.answer(proposal, Optional.of(verified))));
            };
        }
        Response response = respond.apply(generate.answer(proposal, verification.map(proposal::verified)));
        return () -> response;
    }
}
