package dev.dbwarden.service.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.app.Generated;

/** Everything, for programs. */
final class JsonAnswer implements AnswerFormat {
    @Override
    public String word() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsBytes(generated.answer());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
