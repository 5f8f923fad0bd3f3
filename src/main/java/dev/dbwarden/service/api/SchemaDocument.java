package dev.dbwarden.service.api;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of models in the API's description; they are read as trees, so that every mistake has its place. */
@Schema(name = "SchemaDocument", type = SchemaType.OBJECT, additionalProperties = Schema.True.class,
        description = "tables and other objects by name: the schema part of a snapshot; GET /v1/snapshots/schema describes it in full")
public interface SchemaDocument {}
