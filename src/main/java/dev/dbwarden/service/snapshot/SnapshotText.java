package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
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
    /** Characters of most objects. */
    private static final int OBJECT = 1 << 10;

    private SnapshotText() {}

    /** The text of a snapshot, with a line break at its end. */
    public static String of(JsonNode snapshot) {
        var text = new JsonText(1 << 12);
        value(text, snapshot, 0, "", "");
        return text + "\n";
    }

    /** The text of a schema under the head of its snapshot, object by object, so that no tree of the whole is made. */
    static String of(Header header, Checksum checksum, Schema schema, Map<ObjectName, Sizes> sizes) {
        var text = new JsonText(OBJECT * (schema.size() + 1)).open('{', true);
        text.put("version", Header.VERSION).put("exported_at", header.exportedAt()).put("database", header.database()).put("dialect", header.dialect());
        if (header.revision() > 0) {
            text.put("revision", header.revision());
        }
        text.put("checksum", checksum.value()).put("parent", header.parent());
        for (String section : SchemaWriter.SECTIONS) {
            section(text, section, schema.objects().filter(object -> SchemaWriter.section(object).equals(section)).toList(), sizes);
        }
        return text.close('}').literal("\n").toString();
    }

    /** Tables stand in every snapshot, whatever else there is. */
    private static void section(JsonText text, String name, List<SchemaObject> objects, Map<ObjectName, Sizes> sizes) {
        boolean named = !name.equals("objects");
        if (objects.isEmpty() && !name.equals("tables")) {
            return;
        }
        boolean nested = NESTED_SECTIONS.contains(name);
        text.member(name).open(named ? '{' : '[', true);
        for (SchemaObject object : objects) {
            if (named) {
                text.named(object.name().toString());
            } else {
                text.member();
            }
            SchemaWriter.write(text.open('{', nested), object, sizes);
            text.close('}');
        }
        text.close(named ? '}' : ']');
    }

    private static void value(JsonText text, JsonNode node, int depth, String section, String name) {
        boolean broken = isBroken(node, depth, section, name);
        if (node.isObject()) {
            text.open('{', broken);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                value(text.named(member.getKey()), member.getValue(), depth + 1, depth == 0 ? member.getKey() : section, member.getKey());
            }
            text.close('}');
        } else if (node.isArray()) {
            text.open('[', broken);
            for (JsonNode item : node) {
                value(text.member(), item, depth + 1, section, "");
            }
            text.close(']');
        } else if (node.isTextual()) {
            text.string(node.textValue());
        } else {
            text.literal(node.asText());
        }
    }

    private static boolean isBroken(JsonNode node, int depth, String section, String name) {
        return switch (depth) {
            case 0, 1 -> true;
            case 2 -> NESTED_SECTIONS.contains(section);
            case 3 -> NESTED_SECTIONS.contains(section) && LISTS.contains(name) && (node.isObject() || node.path(0).isObject());
            default -> false;
        };
    }
}
