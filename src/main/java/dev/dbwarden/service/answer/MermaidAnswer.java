package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.answer.Diagram.Attribute;
import dev.dbwarden.service.answer.Diagram.Entity;
import dev.dbwarden.service.answer.Diagram.Mark;
import dev.dbwarden.service.answer.Diagram.Relationship;
import dev.dbwarden.service.app.Generated;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The entity-relationship diagram in Mermaid's language, which GitHub and GitLab draw; what changes is marked in words and by colour.
 *
 * @see <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">the language</a>
 */
final class MermaidAnswer implements AnswerFormat {
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} _,.:()-]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    @Override
    public String word() {
        return "mermaid";
    }

    @Override
    public String mediaType() {
        return "text/vnd.mermaid";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        Diagram diagram = Diagram.of(Former.of(generated.before(), generated.renames()), generated.after());
        var ids = new HashMap<String, String>();
        var text = new StringBuilder("erDiagram\n");
        for (Entity entity : diagram.entities()) {
            ids.put(entity.name(), "t" + ids.size());
            entity(text, entity, ids.get(entity.name()));
        }
        diagram.relationships().stream().filter(each -> ids.containsKey(each.to())).forEach(each -> relationship(text, each, ids));
        text.append("    classDef new fill:#dfd,stroke:#080\n    classDef changed fill:#ffd,stroke:#a80\n    classDef dropped fill:#fdd,stroke:#a00\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entity(StringBuilder text, Entity entity, String id) {
        text.append("    ").append(id).append("[\"").append(label(entity.name() + marked(entity.mark(), entity.former()))).append("\"]")
                .append(entity.mark() == Mark.SAME ? "" : ":::" + word(entity.mark())).append(" {\n");
        entity.attributes().forEach(attribute -> attribute(text, attribute));
        text.append("    }\n");
    }

    private static void attribute(StringBuilder text, Attribute attribute) {
        String name = word(attribute.name());
        String told = (name.equals(attribute.name()) ? "" : attribute.name() + " ") + (attribute.nullable() ? "" : "not null ") + said(attribute.mark(), attribute.former());
        text.append("        ").append(word(attribute.type())).append(' ').append(name)
                .append(attribute.keys().isEmpty() ? "" : " " + String.join(", ", attribute.keys()))
                .append(told.isBlank() ? "" : " \"" + label(told.strip()) + "\"").append('\n');
    }

    private static void relationship(StringBuilder text, Relationship relationship, Map<String, String> ids) {
        text.append("    ").append(ids.get(relationship.to())).append(relationship.optional() ? " |o--" : " ||--").append(relationship.one() ? "o| " : "o{ ")
                .append(ids.get(relationship.from())).append(" : \"").append(label((relationship.name() + marked(relationship.mark(), Optional.empty())).strip())).append("\"\n");
    }

    private static String marked(Mark mark, Optional<String> former) {
        return mark == Mark.SAME ? "" : " (" + said(mark, former) + ")";
    }

    private static String said(Mark mark, Optional<String> former) {
        return mark == Mark.SAME ? "" : word(mark) + former.map(name -> ", was " + name).orElse("");
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    /** What Mermaid takes for the type or the name of an attribute: the rest of the characters become an underscore, and its words for keys get one. */
    private static String word(String text) {
        String word = text.replaceAll("[^A-Za-z0-9_()\\[\\]-]+", "_");
        return word.matches("(?!(?i:PK|FK|UK)\\b)[A-Za-z_].*") ? word : "_" + word;
    }

    /** Text between quotes, where Mermaid knows tags, directives and Markdown: all but letters, digits and a few signs goes by its number, underscores but in words too. */
    private static String label(String text) {
        return UNSAFE.matcher(text.replaceAll("\\s+", " ")).replaceAll(sign -> "#" + sign.group().codePointAt(0) + ";");
    }
}
