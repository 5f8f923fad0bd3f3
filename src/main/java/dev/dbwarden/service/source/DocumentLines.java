package dev.dbwarden.service.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbwarden.service.document.Syntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines of a document where tables and columns stand: {@code tables.<name>} and {@code tables.<name>.columns.<name>}. */
final class DocumentLines {
    private DocumentLines() {}

    /** By name in lower case: {@code users}, {@code users.email}. */
    static Map<String, Integer> of(String text, Syntax syntax) {
        var lines = new HashMap<String, Integer>();
        try (JsonParser parser = syntax.parser(text.getBytes(StandardCharsets.UTF_8))) {
            Deque<String> path = new ArrayDeque<>();
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    field = parser.currentName();
                    name(path, field).ifPresent(name -> lines.putIfAbsent(name.toLowerCase(Locale.ROOT), line(parser)));
                } else if (token.isStructStart()) {
                    path.addLast(field);
                } else if (token.isStructEnd()) {
                    path.removeLast();
                }
            }
        } catch (IOException _) {
            return Map.of();
        }
        return lines;
    }

    /** The path of a field's object begins with the document itself, which has no name. */
    private static Optional<String> name(Deque<String> path, String field) {
        String[] names = path.toArray(String[]::new);
        if (names.length == 2 && names[1].equals("tables")) {
            return Optional.of(field);
        }
        return names.length == 4 && names[1].equals("tables") && names[3].equals("columns") ? Optional.of(names[2] + "." + field) : Optional.empty();
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
