package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.app.Generated;
import java.util.Optional;

/** A form that an answer has. */
public interface AnswerFormat {
    /** The word for it in {@code ?format=}. */
    String word();

    /** Its media type, without parameters. */
    String mediaType();

    byte[] body(Generated generated, ObjectMapper mapper);

    /** The name of the file that it is saved to; empty for what is not made to be saved. */
    default Optional<String> filename(Generated generated) {
        return Optional.empty();
    }
}
