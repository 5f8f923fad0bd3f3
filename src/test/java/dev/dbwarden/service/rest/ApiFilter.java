package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.answer.AnswerFormat;
import dev.dbwarden.service.answer.AnswerFormats;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the API's description with what annotations say badly: an example for every operation, from
 * {@code openapi-examples/<operation>.request.json} and {@code .response.json}, and which fields of an answer are always there.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiFilter implements OASFilter {
    /** Fields that an answer leaves out when they are empty. */
    private static final Set<String> LEFT_OUT = Set.of("errors");
    private static final List<String> ANSWERS = List.of("Answer", "Dialects", "Rules", "Databases", "MigrationFile", "Problem", "Mistake");

    private static final String SCHEME = "credential";
    private static final Map<String, String> SECURED = new TreeMap<>(Map.of("401", "unauthenticated: no credential, or a wrong one",
            "403", "forbidden: the credential lacks the role", "404", "not-found; also for databases that the credential may not use"));

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (ANSWERS.stream().anyMatch(name::endsWith)) {
                schema.setRequired(schema.getProperties().entrySet().stream()
                        .filter(property -> !LEFT_OUT.contains(property.getKey()) && !isOptional(property.getValue()))
                        .map(Map.Entry::getKey).toList());
            }
        });
        describeForms(api.getPaths().getPathItem("/v1/migrations").getPOST());
        api.getComponents().addSecurityScheme(SCHEME, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("the key of a client of this service, or a token of the issuer that it trusts"));
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().forEach(operation -> {
            exemplify(operation);
            secure(operation);
        }));
    }

    /** What the calls about databases have in common. */
    private static void secure(Operation operation) {
        if (operation.getTags().contains("databases")) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
            SECURED.forEach((status, description) -> operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().description(description)
                    .content(OASFactory.createContent().addMediaType(Formats.PROBLEM,
                            OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))))));
        }
    }

    /** A migration's answer has many forms; only JSON has a schema of its own. */
    private static void describeForms(Operation operation) {
        operation.getParameters().stream().filter(parameter -> parameter.getName().equals("format")).forEach(parameter ->
                parameter.setDescription("one of " + String.join(", ", AnswerFormats.ALL.stream().map(AnswerFormat::word).toList()) + "; rules over Accept"));
        Content content = operation.getResponses().getAPIResponse("200").getContent();
        AnswerFormats.ALL.stream().map(AnswerFormat::mediaType).filter(type -> !content.hasMediaType(type)).forEach(type ->
                content.addMediaType(type, OASFactory.createMediaType().schema(OASFactory.createSchema().ref(
                        type.equals("application/zip") ? "MigrationArchive" : type.endsWith("snapshot+json") ? "SnapshotDocument" : type.endsWith("json") ? "Report" : "Text"))));
    }

    private static boolean isOptional(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)
                || schema.getAnyOf() != null || schema.getOneOf() != null;
    }

    private void exemplify(Operation operation) {
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), operation.getOperationId() + ".request.json");
        }
        exemplify(operation.getResponses().getAPIResponse("200").getContent(), operation.getOperationId() + ".response.json");
    }

    private void exemplify(Content content, String file) {
        if (content.hasMediaType(Formats.JSON)) {
            read(file).ifPresent(example -> content.getMediaType(Formats.JSON).setExample(example));
        }
    }

    private Optional<Object> read(String file) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi-examples/" + file)) {
            return stream == null ? Optional.empty() : Optional.of(mapper.readValue(stream, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
