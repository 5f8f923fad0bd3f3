package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layout of a snapshot, made for git: one column, index or constraint a line, so that branches that touch different tables
 * merge without a conflict.
 */
public final class SnapshotText {
    private static final Set<String> NESTED_SECTIONS = Set.of("tables", "views");
    private static final Set<String> LISTS = Set.of("columns", "uniques", "indexes", "foreign_keys", "checks", "exclusions", "constraints");

    private final StringBuilder text = new StringBuilder(1 << 12);
    private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();

    private SnapshotText() {}

    /** The text of a snapshot, with a line break at its end. */
    public static String of(JsonNode snapshot) {
        var writer = new SnapshotText();
        writer.broken(snapshot, 0, "");
        return writer.text.append('\n').toString();
    }

    /** The text of a schema under the head of its snapshot, object by object, so that no tree of the whole is made. */
    static String of(ObjectNode head, Schema schema, Map<ObjectName, Sizes> sizes) {
        var writer = new SnapshotText();
        String separator = "{";
        for (Map.Entry<String, JsonNode> member : head.properties()) {
            writer.line(separator, 1);
            writer.key(member.getKey());
            writer.inline(member.getValue());
            separator = ",";
        }
        for (String section : SchemaWriter.SECTIONS) {
            writer.section(section, schema.objects().filter(object -> SchemaWriter.section(object).equals(section)).toList(), sizes);
        }
        return writer.text.append("\n}\n").toString();
    }

    /** Tables stand in every snapshot, whatever else there is. */
    private void section(String name, List<SchemaObject> objects, Map<ObjectName, Sizes> sizes) {
        boolean named = !name.equals("objects");
        if (objects.isEmpty() && !name.equals("tables")) {
            return;
        }
        line(",", 1);
        key(name);
        if (objects.isEmpty()) {
            text.append("{}");
            return;
        }
        String separator = named ? "{" : "[";
        for (SchemaObject object : objects) {
            line(separator, 2);
            if (named) {
                key(object.name().toString());
            }
            value(node(object, sizes), 2, name, "");
            separator = ",";
        }
        line("", 1);
        text.append(named ? '}' : ']');
    }

    private static ObjectNode node(SchemaObject object, Map<ObjectName, Sizes> sizes) {
        ObjectNode node = SchemaWriter.node(object);
        if (object instanceof Table table && sizes.containsKey(table.name())) {
            sizes.get(table.name()).write(node);
        }
        return node;
    }

    /** Writes a container with each of its members on a line of its own. */
    private void broken(JsonNode node, int depth, String section) {
        if (node.isEmpty()) {
            inline(node);
            return;
        }
        boolean object = node.isObject();
        String separator = object ? "{" : "[";
        for (Map.Entry<String, JsonNode> member : members(node)) {
            line(separator, depth + 1);
            if (object) {
                key(member.getKey());
            }
            value(member.getValue(), depth + 1, depth == 0 ? member.getKey() : section, member.getKey());
            separator = ",";
        }
        line("", depth);
        text.append(object ? '}' : ']');
    }

    private void value(JsonNode value, int depth, String section, String name) {
        if (isBroken(value, depth, section, name)) {
            broken(value, depth, section);
        } else {
            inline(value);
        }
    }

    private void line(String separator, int depth) {
        text.append(separator).append('\n').repeat("  ", depth);
    }

    private void key(String name) {
        string(name);
        text.append(": ");
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
                key(member.getKey());
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
        if (isPlain(value)) {
            text.append(value);
        } else {
            encoder.quoteAsString(value, text);
        }
        text.append('"');
    }

    /** Whether JSON writes a text as it is, as it does nearly all of them. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
