package dev.dbwarden.service.rest;

import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.service.api.DialectAnswer;
import dev.dbwarden.service.api.LimitsAnswer;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.RuleAnswer;
import dev.dbwarden.service.app.Documentation;
import dev.dbwarden.service.app.LimitsConfig;
import dev.dbwarden.service.document.Limits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the service can do. */
@Path("/v1")
@Produces(Formats.JSON)
@Tag(name = "catalog")
public class CatalogResource {
    private final Limits limits;

    CatalogResource(LimitsConfig config) {
        limits = config.limits();
    }

    @GET
    @Path("/dialects")
    @Operation(operationId = "listDialects", summary = "The dialects that the service speaks")
    @APIResponse(responseCode = "200", description = "the dialects")
    public DialectAnswer.Dialects dialects() {
        return new DialectAnswer.Dialects(Dialects.all().stream().map(dialect -> new DialectAnswer(dialect.name(), dialect.aliases())).toList());
    }

    @GET
    @Path("/rules")
    @Operation(operationId = "listRules", summary = "The rules whose findings answers carry")
    @APIResponse(responseCode = "200", description = "the rules, by code")
    public RuleAnswer.Rules rules() {
        return Documentation.summary();
    }

    @GET
    @Path("/rules/{code}")
    @Operation(operationId = "getRule", summary = "The documentation of one rule: what it finds, why that matters, what to do")
    @APIResponse(responseCode = "200", description = "the rule")
    @APIResponse(responseCode = "404", description = "not-found", content = @Content(mediaType = Formats.PROBLEM, schema = @Schema(implementation = Problem.class)))
    public RuleAnswer rule(@PathParam("code") String code) {
        return Documentation.of(code)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no rule " + code + "; GET /v1/rules lists them"));
    }

    @GET
    @Path("/limits")
    @Operation(operationId = "getLimits", summary = "The limits in force")
    @APIResponse(responseCode = "200", description = "the limits")
    public LimitsAnswer limits() {
        return new LimitsAnswer(limits.bodySize(), limits.jsonDepth(), limits.tables(), limits.columns(), limits.requestTime().toSeconds(), limits.queue());
    }
}
