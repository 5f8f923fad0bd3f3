package dev.dbwarden.service.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.diff.AmbiguousHintException;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that is thrown into a problem (RFC 9457). What is unexpected is logged, and never shown. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final List<String> REQUESTS = List.of(Formats.JSON, Formats.YAML, Formats.FORM);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final ObjectMapper mapper;

    ProblemMapper(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return response(problem);
    }

    @ServerExceptionMapper
    public Response unsupported(UnsupportedChangeException impossible) {
        List<Mistake> mistakes = impossible.changes().stream().map(change -> Mistake.at(change.pointer(), change.message())).toList();
        return response(new ProblemException(ProblemType.UNSUPPORTED, String.valueOf(impossible.getMessage()), mistakes));
    }

    @ServerExceptionMapper
    public Response ambiguous(AmbiguousHintException hints) {
        return response(new ProblemException(ProblemType.AMBIGUOUS_RENAME, String.valueOf(hints.getMessage()), hints.messages().stream().map(message -> Mistake.at("/renames", message)).toList()));
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException missing, UriInfo uri) {
        return response(new ProblemException(ProblemType.NOT_FOUND, "there is nothing at " + uri.getPath() + "; GET /openapi describes what there is"));
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, UriInfo uri) {
        int status = refusal.getResponse().getStatus();
        return switch (status) {
            case 404 -> response(new ProblemException(ProblemType.NOT_FOUND, "there is nothing at " + uri.getPath()));
            case 405 -> allowing(refusal, response(new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "this method is not one of " + uri.getPath())));
            case 406 -> response(supported(ProblemType.NOT_ACCEPTABLE, "none of the accepted media types can be given", List.of(Formats.JSON)));
            case 413 -> response(new ProblemException(ProblemType.TOO_LARGE, "the body is too large"));
            case 415 -> response(supported(ProblemType.UNSUPPORTED_MEDIA_TYPE, "the body's Content-Type is not read here", REQUESTS));
            default -> status < 500 ? response(new ProblemException(ProblemType.MALFORMED_REQUEST, "the request cannot be read")) : unexpected(refusal);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        LOG.error("request failed", failure);
        return response(new ProblemException(ProblemType.INTERNAL, "an unexpected failure; the service's log has the cause"));
    }

    private static ProblemException supported(ProblemType type, String detail, List<String> mediaTypes) {
        return new ProblemException(type, detail + "; supported: " + String.join(", ", mediaTypes), List.of(), Map.of("supported", mediaTypes));
    }

    private static Response allowing(WebApplicationException refusal, Response response) {
        String allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? response : Response.fromResponse(response).header(HttpHeaders.ALLOW, allow).build();
    }

    private Response response(ProblemException problem) {
        int status = status(problem.type());
        var body = new Problem(problem.type().uri(), problem.type().title(), status, String.valueOf(problem.getMessage()), problem.mistakes(), members(problem));
        try {
            return headers(Response.status(status), problem.type()).type(Formats.PROBLEM).entity(mapper.writeValueAsBytes(body)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, ProblemType type) {
        return switch (type) {
            case UNAUTHENTICATED -> response.header(HttpHeaders.WWW_AUTHENTICATE, Refusal.CHALLENGE);
            case OVERLOADED -> response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> response;
        };
    }

    /** The members of the problem; a whole answer's stand beside the others. */
    private Map<String, Object> members(ProblemException problem) {
        var members = new LinkedHashMap<String, Object>();
        problem.members().forEach((name, value) -> {
            if (value instanceof MigrationAnswer answer) {
                ObjectNode tree = mapper.valueToTree(answer);
                tree.properties().forEach(field -> members.put(field.getKey(), field.getValue()));
                members.put("snapshot", new RawValue(answer.snapshot()));
            } else {
                members.put(name, value);
            }
        });
        return members;
    }

    private static int status(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case AMBIGUOUS_RENAME, SNAPSHOT_CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_MODEL, INVALID_SNAPSHOT, UNSUPPORTED, POLICY_FAILED -> 422;
            case INTERNAL -> 500;
            case DATABASE_UNREACHABLE -> 502;
            case OVERLOADED -> 503;
            case DATABASE_TIMEOUT -> 504;
        };
    }
}
