package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.app.Generated;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The next snapshot's file alone. */
final class SnapshotAnswer implements AnswerFormat {
    @Override
    public String word() {
        return "snapshot";
    }

    @Override
    public String mediaType() {
        return "application/vnd.dbwarden.snapshot+json";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        return generated.answer().snapshot().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return Optional.of("model_state.json");
    }
}
