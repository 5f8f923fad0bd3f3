package dev.dbwarden.service.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a migration is answered. One line each; the first is what a client gets that does not say. */
enum AnswerFormat {
    JSON("json", Formats.JSON),
    SQL("sql", Formats.SQL),
    SNAPSHOT("snapshot", Formats.SNAPSHOT),
    ZIP("zip", Formats.ZIP);

    private final String word;
    private final MediaType mediaType;

    AnswerFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = MediaType.valueOf(mediaType);
    }

    /** The format that the query names, or else the first that the Accept header takes. */
    static AnswerFormat of(Optional<String> query, HttpHeaders headers) {
        if (query.isPresent()) {
            return Arrays.stream(values()).filter(format -> format.word.equals(query.get())).findFirst()
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_ACCEPTABLE, "there is no format '" + query.get() + "'", List.of(),
                            Map.of("supported", Arrays.stream(values()).map(format -> format.word).toList())));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Arrays.stream(values()).filter(format -> accepted.isCompatible(format.mediaType)))
                .findFirst().orElse(JSON);
    }

    Response render(MigrationAnswer answer, ObjectMapper mapper) {
        return switch (this) {
            case JSON -> ok(json(answer, mapper)).build();
            case SQL -> attached(ok(sql(answer)), answer.migration().map(MigrationAnswer.MigrationFile::filename).orElse("unchanged.sql"))
                    .header("Warden-Changes", answer.changes().size()).build();
            case SNAPSHOT -> attached(ok(answer.snapshot()), "model_state.json").build();
            case ZIP -> attached(ok(Archive.of(answer)), answer.migration().map(MigrationAnswer.MigrationFile::id).orElse("unchanged") + ".zip").build();
        };
    }

    private Response.ResponseBuilder ok(Object entity) {
        return Response.ok(entity, this == SQL ? mediaType.withCharset("utf-8") : mediaType);
    }

    private static Response.ResponseBuilder attached(Response.ResponseBuilder response, String filename) {
        return response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + "\"");
    }

    private static String sql(MigrationAnswer answer) {
        return answer.migration().map(MigrationAnswer.MigrationFile::sql).orElse("-- nothing changed: the snapshot is what the model describes\n");
    }

    private static byte[] json(MigrationAnswer answer, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
