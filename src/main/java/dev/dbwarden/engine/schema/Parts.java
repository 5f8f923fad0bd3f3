package dev.dbwarden.engine.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The parts of a table: immutable, distinct by kind and key, in declaration order.
 *
 * <p>Order is kept for rendering and is no part of equality: tables that differ only in the order of their columns are
 * the same table, because no dialect without positions can reorder columns in place.
 */
public final class Parts implements Iterable<TablePart> {
    public static final Parts NONE = new Parts(Map.of());

    private final Map<PartKey, TablePart> byKey;

    private Parts(Map<PartKey, TablePart> byKey) {
        this.byKey = byKey;
    }

    /** Fails with {@link IllegalArgumentException} if two parts have one key. */
    public static Parts of(Collection<? extends TablePart> parts) {
        var byKey = LinkedHashMap.<PartKey, TablePart>newLinkedHashMap(parts.size());
        for (TablePart part : parts) {
            if (byKey.put(part.partKey(), part) != null) {
                throw new IllegalArgumentException("two " + part.kind().phrase() + "s are named " + part.key());
            }
        }
        return new Parts(Collections.unmodifiableMap(byKey));
    }

    public Optional<TablePart> find(PartKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public boolean has(Kind kind, String key) {
        return byKey.containsKey(new PartKey(kind, key));
    }

    /** The parts of one type, in order. */
    public <T extends TablePart> List<T> all(Class<T> type) {
        var parts = new ArrayList<T>();
        for (TablePart part : byKey.values()) {
            if (type.isInstance(part)) {
                parts.add(type.cast(part));
            }
        }
        return Collections.unmodifiableList(parts);
    }

    public Stream<TablePart> stream() {
        return byKey.values().stream();
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** These parts and one more, last; fails if its key is taken. */
    public Parts with(TablePart part) {
        var copy = new LinkedHashMap<>(byKey);
        if (copy.put(part.partKey(), part) != null) {
            throw new IllegalArgumentException(part.kind().phrase() + " " + part.key() + " exists already");
        }
        return new Parts(Collections.unmodifiableMap(copy));
    }

    /** These parts without exactly {@code part}; fails if it is absent or differs. */
    public Parts without(TablePart part) {
        require(part);
        var copy = new LinkedHashMap<>(byKey);
        copy.remove(part.partKey());
        return new Parts(Collections.unmodifiableMap(copy));
    }

    /** These parts with {@code before} replaced in place; fails if it is absent or differs. */
    public Parts replace(TablePart before, TablePart after) {
        require(before);
        return map(part -> part.partKey().equals(before.partKey()) ? after : part);
    }

    public Parts map(UnaryOperator<TablePart> mapper) {
        return of(byKey.values().stream().map(mapper).toList());
    }

    private void require(TablePart part) {
        TablePart found = byKey.get(part.partKey());
        if (!part.equals(found)) {
            throw new IllegalArgumentException(found == null ? "no " + part.kind().phrase() + " " + part.key()
                    : "%s %s is not as expected: %s, not %s".formatted(part.kind().phrase(), part.key(), found, part));
        }
    }

    @Override
    public Iterator<TablePart> iterator() {
        return byKey.values().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Parts parts && parts.byKey.equals(byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    @Override
    public String toString() {
        return byKey.values().toString();
    }
}
