package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Identifiers;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Open attributes of a thing, by name: {@code with.fillfactor}, {@code partition_by}, {@code strict}. Their order is kept, for the
 * servers that keep it, and is no part of equality.
 */
public record Options(Map<String, String> values) {
    public static final Options NONE = new Options(Map.of());

    public Options {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Options of(String name, String value) {
        return new Options(Map.of(name, value));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What the values may refer to: each value as one name, and the names in it. */
    public Set<String> names() {
        var names = new HashSet<>(values.values());
        values.values().forEach(value -> names.addAll(Identifiers.names(value)));
        return names;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Options with(String name, String value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Options(copy);
    }

    public Options without(String name) {
        if (!has(name)) {
            return this;
        }
        var copy = new LinkedHashMap<>(values);
        copy.remove(name);
        return new Options(copy);
    }
}
