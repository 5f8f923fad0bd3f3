package dev.dbwarden.engine.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The documentation of a rule, from the Markdown file {@code <code>.md} beside its class: a heading, what it means,
 * {@code ## Why} and {@code ## What to do}.
 */
public record Page(String what, String why, String whatToDo) {
    private static final String FIRST = "# ";
    private static final String NEXT = "\n## ";

    /** The page of a code in the package of a class; that there is one for every rule is tested. */
    public static Page beside(Class<?> owner, String code) {
        try (var stream = owner.getResourceAsStream(code + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("there is no page " + code + ".md beside " + owner.getName());
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page of(String text) {
        List<String> sections = new ArrayList<>();
        for (String section : (text.startsWith(FIRST) ? "\n#" + text : text).split(NEXT)) {
            if (!section.isBlank()) {
                sections.add(section.substring(section.indexOf('\n') + 1).strip());
            }
        }
        if (sections.size() != 3) {
            throw new IllegalStateException("a page has a heading, Why and What to do: " + text);
        }
        return new Page(sections.get(0), sections.get(1), sections.get(2));
    }
}
