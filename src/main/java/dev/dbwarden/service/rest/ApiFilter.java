package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the API's description with what annotations say badly: an example for every operation, from
 * {@code openapi-examples/<operation>.request.json} and {@code .response.json}, and which fields of an answer are always there.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiFilter implements OASFilter {
    /** Fields that an answer leaves out when they are empty. */
    private static final Set<String> LEFT_OUT = Set.of("errors");
    private static final List<String> ANSWERS = List.of("Answer", "Dialects", "Rules", "MigrationFile", "Problem", "Mistake");

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (ANSWERS.stream().anyMatch(name::endsWith)) {
                schema.setRequired(schema.getProperties().entrySet().stream()
                        .filter(property -> !LEFT_OUT.contains(property.getKey()) && !isOptional(property.getValue()))
                        .map(java.util.Map.Entry::getKey).toList());
            }
        });
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().forEach(this::exemplify));
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
