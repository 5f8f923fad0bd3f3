package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * The layout of a snapshot, made for git: one column, index or constraint a line, so that branches that touch different tables
 * merge without a conflict.
 */
public final class SnapshotText {
    private static final Set<String> NESTED_SECTIONS = Set.of("tables", "views");
    private static final Set<String> LISTS = Set.of("columns", "uniques", "indexes", "foreign_keys", "checks", "exclusions", "constraints");

    private final StringBuilder text = new StringBuilder();
    private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();

    private SnapshotText() {}

    /** The text of a snapshot, with a line break at its end. */
    public static String of(JsonNode snapshot) {
        var writer = new SnapshotText();
        writer.broken(snapshot, 0, "", "");
        return writer.text.append('\n').toString();
    }

    /** Writes a container with each of its members on a line of its own. */
    private void broken(JsonNode node, int depth, String section, String name) {
        if (node.isEmpty()) {
            inline(node);
            return;
        }
        boolean object = node.isObject();
        String separator = object ? "{" : "[";
        for (Map.Entry<String, JsonNode> member : members(node)) {
            text.append(separator).append('\n').append("  ".repeat(depth + 1));
            if (object) {
                string(member.getKey());
                text.append(": ");
            }
            String inside = depth == 0 ? member.getKey() : section;
            if (isBroken(member.getValue(), depth + 1, inside, member.getKey())) {
                broken(member.getValue(), depth + 1, inside, member.getKey());
            } else {
                inline(member.getValue());
            }
            separator = ",";
        }
        text.append('\n').append("  ".repeat(depth)).append(object ? '}' : ']');
    }

    private static boolean isBroken(JsonNode node, int depth, String section, String name) {
        if (!node.isContainerNode()) {
            return false;
        }
        return switch (depth) {
            case 1 -> true;
            case 2 -> NESTED_SECTIONS.contains(section);
            case 3 -> NESTED_SECTIONS.contains(section) && LISTS.contains(name) && (node.isObject() || node.path(0).isObject());
            default -> false;
        };
    }

    private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object.properties();
        }
        return () -> {
            var items = node.iterator();
            return new java.util.Iterator<>() {
                @Override
                public boolean hasNext() {
                    return items.hasNext();
                }

                @Override
                public Map.Entry<String, JsonNode> next() {
                    return Map.entry("", items.next());
                }
            };
        };
    }

    private void inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            text.append('{');
            String separator = "";
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                text.append(separator);
                string(member.getKey());
                text.append(": ");
                inline(member.getValue());
                separator = ", ";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                inline(node.get(i));
            }
            text.append(']');
        } else if (node.isTextual()) {
            string(node.textValue());
        } else {
            text.append(node.asText());
        }
    }

    private void string(String value) {
        text.append('"');
        encoder.quoteAsString(value, text);
        text.append('"');
    }
}
