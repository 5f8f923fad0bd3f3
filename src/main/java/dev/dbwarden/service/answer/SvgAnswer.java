package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.app.Generated;
import java.nio.charset.StandardCharsets;

/**
 * The entity-relationship diagram as a picture, for pull requests and for the page. What changes is marked by a sign and by colour.
 * Colours are attributes, which a page's style sheet overrides; there is no style in it, so a strict content security policy lets it in.
 */
final class SvgAnswer implements AnswerFormat {
    @Override
    public String word() {
        return "svg";
    }

    @Override
    public String mediaType() {
        return "image/svg+xml";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        return new Drawing(Diagram.of(Former.of(generated.before(), generated.renames()), generated.after())).text().getBytes(StandardCharsets.UTF_8);
    }
}
