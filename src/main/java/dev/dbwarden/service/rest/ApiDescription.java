package dev.dbwarden.service.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API's description says of the whole. */
@OpenAPIDefinition(
        info = @Info(title = "DBWarden Service", version = "1", license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                description = "A model and a snapshot in; migration SQL, rollback SQL and the updated snapshot out."),
        tags = {@Tag(name = "migrations", description = "from a snapshot to a model"), @Tag(name = "snapshots", description = "baselines"),
                @Tag(name = "databases", description = "registered databases: export and drift"),
                @Tag(name = "catalog", description = "what the service can do")},
        components = @Components(schemas = {
                @Schema(name = "Text", type = SchemaType.STRING, description = "text for people, runners or CI systems, as its media type says"),
                @Schema(name = "Report", description = "a report as its media type defines it"),
                @Schema(name = "MigrationArchive", type = SchemaType.STRING, format = "binary", description = "the migration's files, .dbwarden/model_state.json and .dbwarden/plans/*.plan.json"),
                @Schema(name = "JsonSchemaDocument", type = SchemaType.OBJECT, additionalProperties = Schema.True.class, description = "a JSON Schema")}))
public class ApiDescription extends Application {}
