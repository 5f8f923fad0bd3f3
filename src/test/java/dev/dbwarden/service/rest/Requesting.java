package dev.dbwarden.service.rest;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Requests that many tests send. */
final class Requesting {
    static final String PROBLEM = "application/problem+json";

    static final String SNAPSHOT = """
            {
              "version": "1.0",
              "exported_at": "2025-01-15T10:30:00",
              "database": "primary",
              "tables": {
                "users": {
                  "columns": {
                    "id": {"type": "INTEGER", "nullable": false, "primary_key": true},
                    "email": {"type": "VARCHAR(255)", "nullable": false, "unique": true},
                    "username": {"type": "VARCHAR(100)", "nullable": false, "unique": true},
                    "full_name": {"type": "VARCHAR(200)", "nullable": true},
                    "is_active": {"type": "BOOLEAN", "nullable": true, "default": "1"},
                    "created_at": {"type": "DATETIME", "nullable": true, "default": "CURRENT_TIMESTAMP"}
                  },
                  "indexes": [
                    {"name": "ix_users_created_at", "columns": ["created_at"]}
                  ],
                  "checks": [],
                  "comment": "Core user accounts"
                }
              }
            }
            """;

    private Requesting() {}

    static ValidatableResponse json(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    static ValidatableResponse migration(String body) {
        return json("/v1/migrations", body);
    }

    /** A form with the given model, in the format that its file's name tells. */
    static RequestSpecification form(String filename, String model) {
        return given().multiPart(file("model", filename, model));
    }

    static io.restassured.specification.MultiPartSpecification file(String part, String filename, String text) {
        return new MultiPartSpecBuilder(text.getBytes(StandardCharsets.UTF_8)).controlName(part).fileName(filename).mimeType("application/octet-stream").build();
    }

    /** The snapshot of a SQL model. */
    static String snapshotOf(String dialect, String sql) {
        return form("schema.sql", sql).multiPart("dialect", dialect).post("/v1/snapshots").then().statusCode(200).extract().asString();
    }
}
