package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team changes tools: another tool's files as model, and as the baseline to go on from. */
@QuarkusTest
class ForeignModelsTest {
    private static final String MODELS = """
            from sqlalchemy import Column, Integer, String
            from sqlalchemy.orm import declarative_base

            Base = declarative_base()


            class User(Base):
                __tablename__ = "users"
                id = Column(Integer, primary_key=True)
                email = Column(String(255), nullable=False, info={"renamed_from": "username"})
            """;
    private static final String STATE = """
            {"format_version": 2, "tables": {"users": {"columns": {"id": {"name": "id", "type": "INTEGER", "nullable": false, "primary_key": true},
             "email": {"name": "email", "type": "VARCHAR(255)", "nullable": false}}}}, "indexes": {}, "constraints": {}, "enums": {}}""";

    @ParameterizedTest
    @CsvSource({"prisma/everything/postgresql.prisma, postgresql", "prisma/everything/sqlite.prisma, sqlite", "drizzle/everything/postgresql.json, postgresql",
            "drizzle/everything/sqlite.json, sqlite", "drizzle/everything/mysql.json, mysql"})
    void findsNothingBetweenAFileAndItself(String name, String dialect) {
        String text = text(name);
        String file = Path.of(name).getFileName().toString();
        form(file, text).multiPart(file("snapshot", file, text)).multiPart("dialect", dialect).post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false))
                .body("snapshot.version", equalTo("1.0"));
    }

    @Test
    void followsAHintInAModelOfSqlAlchemy() {
        form("models.py", MODELS).multiPart(file("snapshot", "s.json", Requesting.snapshotOf("postgresql", "CREATE TABLE users (id SERIAL PRIMARY KEY, username VARCHAR(255) NOT NULL);")))
                .post("/v1/migrations").then().statusCode(200).body("changes.type", contains("rename_column"));
    }

    @Test
    void readsAStateOfThePythonToolAsAModel() {
        form("model_state.json", STATE).multiPart(file("snapshot", "model_state.json", STATE)).multiPart("dialect", "sqlite").post("/v1/migrations").then().statusCode(200)
                .body("changed", equalTo(false));
    }

    @Test
    void tellsLineAndColumnOfWhatOnlyARunKnows() {
        form("models.py", MODELS.replace("\"users\"", "input()")).multiPart("dialect", "postgresql").post("/v1/migrations").then().statusCode(422)
                .body("errors[0].source", equalTo("models.py")).body("errors[0].line", equalTo(7));
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
