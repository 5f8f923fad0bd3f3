package dev.dbwarden.service.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of an object in a document. What has another type than asked for is a mistake, and null is absent. */
public final class Fields {
    private final ObjectNode node;
    private final Path at;
    private final Mistakes mistakes;

    private Fields(ObjectNode node, Path at, Mistakes mistakes) {
        this.node = node;
        this.at = at;
        this.mistakes = mistakes;
    }

    /** The fields of a node that has to be an object and may have no others than the known ones. */
    public static Optional<Fields> of(JsonNode node, Set<String> known, Path at, Mistakes mistakes) {
        if (!(node instanceof ObjectNode object)) {
            mistakes.add(at, "expected an object, found " + described(node));
            return Optional.empty();
        }
        refuseUnknown(object, known, at, mistakes);
        return Optional.of(new Fields(object, at, mistakes));
    }

    private static void refuseUnknown(ObjectNode object, Set<String> known, Path at, Mistakes mistakes) {
        String told = "";
        for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!known.contains(name)) {
                told = told.isEmpty() ? "known here: " + String.join(", ", known.stream().sorted().toList()) : told;
                mistakes.add(at.to(name), "unknown field '" + name + "'", told);
            }
        }
    }

    public Path at() {
        return at;
    }

    public Path at(String name) {
        return at.to(name);
    }

    public void mistake(String name, String message) {
        mistakes.add(at.to(name), message);
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** The field's node as it stands. */
    public @Nullable JsonNode find(String name) {
        JsonNode value = node.get(name);
        return value == null || value instanceof NullNode ? null : value;
    }

    public Optional<String> text(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            mistake(name, "expected a text, found " + described(value));
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** A text that has to be there; empty, and a mistake, where it is not. */
    public String required(String name) {
        if (!has(name)) {
            mistakes.add(at, "'" + name + "' is missing");
            return "";
        }
        return text(name).orElse("");
    }

    /** A text; a number or a boolean is taken as its spelling. */
    public Optional<String> scalar(String name) {
        JsonNode value = find(name);
        return value != null && value.isValueNode() && !value.isTextual() ? Optional.of(value.asText()) : text(name);
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode value = find(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            mistake(name, "expected true or false, found " + described(value));
            return otherwise;
        }
        return value.booleanValue();
    }

    public int number(String name, int otherwise) {
        JsonNode value = find(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            mistake(name, "expected a whole number from 0, found " + described(value));
            return otherwise;
        }
        return value.intValue();
    }

    /** A whole number of any size that is not negative; empty where the field is absent, or wrong. */
    public OptionalLong count(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            mistake(name, "expected a whole number that is not negative, found " + described(value));
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValue());
    }

    public List<String> texts(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            mistake(name, "expected a list of texts, found " + described(value));
            return List.of();
        }
        var texts = new ArrayList<String>(value.size());
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else {
                mistakes.add(at.to(name).to(i), "expected a text, found " + described(value.get(i)));
            }
        }
        return texts;
    }

    /** Open attributes: texts by name, in the document's order. */
    public Map<String, String> map(String name) {
        if (!has(name)) {
            return Map.of();
        }
        var map = new LinkedHashMap<String, String>();
        entries(name, (key, value) -> {
            if (value.isValueNode() && !value.isNull()) {
                map.put(key, value.asText());
            } else {
                mistakes.add(at.to(name).to(key), "expected a text, found " + described(value));
            }
        });
        return map;
    }

    public Optional<Fields> object(String name, Set<String> known) {
        JsonNode value = find(name);
        return value == null ? Optional.empty() : of(value, known, at.to(name), mistakes);
    }

    /** The entries of an object whose names are the author's. */
    public void entries(String name, BiConsumer<String, JsonNode> consumer) {
        JsonNode value = find(name);
        if (value == null) {
            return;
        }
        if (!(value instanceof ObjectNode object)) {
            mistake(name, "expected an object, found " + described(value));
            return;
        }
        object.properties().forEach(entry -> consumer.accept(entry.getKey(), entry.getValue()));
    }

    /** Objects by the author's names, each with its fields. */
    public void objects(String name, Set<String> known, BiConsumer<String, Fields> consumer) {
        Path place = at.to(name);
        entries(name, (key, value) -> of(value, known, place.to(key), mistakes).ifPresent(fields -> consumer.accept(key, fields)));
    }

    /** The items of a list with their places. */
    public void items(String name, BiConsumer<Path, JsonNode> consumer) {
        JsonNode value = find(name);
        if (value == null) {
            return;
        }
        if (!value.isArray()) {
            mistake(name, "expected a list, found " + described(value));
            return;
        }
        Path place = at.to(name);
        for (int i = 0; i < value.size(); i++) {
            consumer.accept(place.to(i), value.get(i));
        }
    }

    /** A list of objects, each with its fields. */
    public void items(String name, Set<String> known, Consumer<Fields> consumer) {
        items(name, (place, value) -> of(value, known, place, mistakes).ifPresent(consumer));
    }

    public static String described(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text '" + shortened(node.textValue()) + "'";
            case NUMBER, BOOLEAN -> shortened(node.asText());
            case NULL, MISSING -> "null";
            case BINARY, POJO -> "something else";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
