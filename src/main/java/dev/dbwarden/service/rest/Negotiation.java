package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.answer.AnswerFormat;
import dev.dbwarden.service.answer.AnswerFormats;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.app.Generated;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which form a client wants, and the response in that form. */
final class Negotiation {
    private static final List<String> TEXTS = List.of("application/sql", "application/xml");

    private Negotiation() {}

    /** The form that the query names, or else the best that the Accept header takes. */
    static AnswerFormat choose(Optional<String> query, HttpHeaders headers) {
        if (query.isPresent()) {
            return AnswerFormats.ALL.stream().filter(format -> format.word().equals(query.get())).findFirst()
                    .orElseThrow(() -> refused("there is no format '" + query.get() + "'", AnswerFormats.ALL.stream().map(AnswerFormat::word).toList()));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> AnswerFormats.ALL.stream().filter(format -> accepted.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst().orElseThrow(() -> refused("none of the accepted media types can be given", AnswerFormats.ALL.stream().map(AnswerFormat::mediaType).toList()));
    }

    static Response respond(AnswerFormat format, Generated generated, ObjectMapper mapper) {
        MediaType type = MediaType.valueOf(format.mediaType());
        boolean text = type.getType().equals("text") || TEXTS.contains(format.mediaType());
        var response = Response.ok(format.body(generated, mapper), text ? type.withCharset("utf-8") : type).header("Warden-Changes", generated.answer().changes().size());
        format.filename(generated).ifPresent(name -> response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
        return response.build();
    }

    private static ProblemException refused(String detail, List<String> supported) {
        return new ProblemException(ProblemType.NOT_ACCEPTABLE, detail + "; supported: " + String.join(", ", supported), List.of(), Map.of("supported", supported));
    }
}
