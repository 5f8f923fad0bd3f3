package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The API's description: the file that is checked in, which a test compares with what the code says. */
@Path("/openapi")
public class DescriptionResource {
    private static final MediaType YAML_TYPE = MediaType.valueOf(Formats.YAML).withCharset("utf-8");

    private final ObjectMapper mapper;

    DescriptionResource(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @GET
    @Produces({Formats.YAML, Formats.JSON, MediaType.WILDCARD})
    @Operation(hidden = true)
    public Response describe(@QueryParam("format") String format, @Context HttpHeaders headers) throws IOException {
        String yaml = description();
        boolean json = format == null ? headers.getAcceptableMediaTypes().getFirst().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && !headers.getAcceptableMediaTypes().getFirst().isWildcardType() : format.equalsIgnoreCase("json");
        return json ? Response.ok(mapper.writeValueAsString(new YAMLMapper().readTree(yaml)), MediaType.APPLICATION_JSON_TYPE).build()
                : Response.ok(yaml, YAML_TYPE).build();
    }

    private static String description() throws IOException {
        try (InputStream file = Objects.requireNonNull(DescriptionResource.class.getResourceAsStream("/openapi.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
