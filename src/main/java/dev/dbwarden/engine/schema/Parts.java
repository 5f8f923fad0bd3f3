package dev.dbwarden.engine.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The parts of a table: immutable, distinct by kind and key, in declaration order.
 *
 * <p>Order is kept for rendering and is no part of equality: tables that differ only in the order of their columns are
 * the same table, because no dialect without positions can reorder columns in place.
 *
 * <p>A schema is mostly parts, and every step of a migration walks over them; so they lie in a row, and one of a few is found by
 * looking along their hashes. Many have a map.
 */
public final class Parts implements Iterable<TablePart> {
    public static final Parts NONE = new Parts(new TablePart[0]);
    private static final int FEW = 64;

    private final TablePart[] parts;
    private final int[] hashes;
    /** The places of many parts; empty for few, and where some were taken away. Shared with those that have more behind these, whose places say nothing here. */
    private final Map<PartKey, Integer> places;
    /** How many columns stand in front, which is mostly all: whoever looks for something else begins behind them. */
    private final int leading;
    private final int longestColumnName;

    private Parts(TablePart[] parts, int[] hashes, Map<PartKey, Integer> places) {
        this.parts = parts;
        this.hashes = hashes;
        this.places = places;
        int columns = 0;
        int longest = 0;
        for (int place = 0; place < parts.length; place++) {
            if (parts[place] instanceof Column column) {
                columns += place == columns ? 1 : 0;
                longest = Math.max(longest, column.name().length());
            }
        }
        this.leading = columns;
        this.longestColumnName = longest;
    }

    private Parts(TablePart[] parts) {
        this(parts, new int[parts.length], parts.length > FEW ? new ConcurrentHashMap<>() : Map.of());
        for (int place = 0; place < parts.length; place++) {
            TablePart part = parts[place];
            if (place(part.kind(), part.key(), place) >= 0) {
                throw new IllegalArgumentException("two " + part.kind().plural() + " are named " + part.key());
            }
            hashes[place] = hash(part.kind(), part.key());
            if (parts.length > FEW) {
                places.put(part.partKey(), place);
            }
        }
    }

    /** Fails with {@link IllegalArgumentException} if two parts have one key. */
    public static Parts of(Collection<? extends TablePart> parts) {
        return parts.isEmpty() ? NONE : new Parts(parts.toArray(new TablePart[0]));
    }

    public Optional<TablePart> find(PartKey key) {
        return find(key.kind(), key.key());
    }

    public Optional<TablePart> find(Kind kind, String key) {
        int place = place(kind, key);
        return place < 0 ? Optional.empty() : Optional.of(parts[place]);
    }

    public boolean has(Kind kind, String key) {
        return place(kind, key) >= 0;
    }

    private int place(Kind kind, String key) {
        return place(kind, key, parts.length);
    }

    /** The place of the part with that key among the first ones; negative where there is none. */
    private int place(Kind kind, String key, int among) {
        if (!places.isEmpty()) {
            int place = places.getOrDefault(new PartKey(kind, key), -1);
            return place < among ? place : -1;
        }
        int hash = hash(kind, key);
        for (int place = 0; place < among; place++) {
            if (hashes[place] == hash && parts[place].kind() == kind && parts[place].key().equals(key)) {
                return place;
            }
        }
        return -1;
    }

    private static int hash(Kind kind, String key) {
        return 31 * key.hashCode() + kind.ordinal();
    }

    /** The parts of one type, in order. */
    public <T extends TablePart> List<T> all(Class<T> type) {
        var all = new ArrayList<T>();
        for (int place = type.isAssignableFrom(Column.class) ? 0 : leading; place < parts.length; place++) {
            if (type.isInstance(parts[place])) {
                all.add(type.cast(parts[place]));
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** Keys, constraints and indexes, in order. */
    public List<TablePart> besidesColumns() {
        var others = new ArrayList<TablePart>(parts.length - leading);
        for (int place = leading; place < parts.length; place++) {
            if (!(parts[place] instanceof Column)) {
                others.add(parts[place]);
            }
        }
        return Collections.unmodifiableList(others);
    }

    /** How many characters the longest name of a column has, so that who minds long ones need not look at each. */
    public int longestColumnName() {
        return longestColumnName;
    }

    public Stream<TablePart> stream() {
        return Arrays.stream(parts);
    }

    public boolean isEmpty() {
        return parts.length == 0;
    }

    /** These parts and one more, last; fails if its key is taken. */
    public Parts with(TablePart part) {
        if (has(part.kind(), part.key())) {
            throw new IllegalArgumentException(part.key().isEmpty() ? "there is a " + part.kind().phrase() + " already" : part.kind().phrase() + " " + part.key() + " exists already");
        }
        TablePart[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        return parts.length > FEW && isFirstToAdd(part) ? new Parts(more, withHash(part), places) : new Parts(more);
    }

    /** Whether nobody put another part behind these before; then the places of all hold for it too, and adding many takes no square of time. */
    private boolean isFirstToAdd(TablePart part) {
        synchronized (places) {
            return places.size() == parts.length && places.putIfAbsent(part.partKey(), parts.length) == null;
        }
    }

    private int[] withHash(TablePart part) {
        int[] more = Arrays.copyOf(hashes, parts.length + 1);
        more[parts.length] = hash(part.kind(), part.key());
        return more;
    }

    /** These parts without exactly {@code part}; fails if it is absent or differs. No map is made of those that stay, so that taking many away takes no square of time. */
    public Parts without(TablePart part) {
        int place = require(part);
        var fewer = new TablePart[parts.length - 1];
        var fewerHashes = new int[parts.length - 1];
        System.arraycopy(parts, 0, fewer, 0, place);
        System.arraycopy(parts, place + 1, fewer, place, fewer.length - place);
        System.arraycopy(hashes, 0, fewerHashes, 0, place);
        System.arraycopy(hashes, place + 1, fewerHashes, place, fewer.length - place);
        return fewer.length == 0 ? NONE : new Parts(fewer, fewerHashes, Map.of());
    }

    /** These parts with {@code before} replaced in place; fails if it is absent or differs, or if another part has the new key. */
    public Parts replace(TablePart before, TablePart after) {
        TablePart[] others = parts.clone();
        int place = require(before);
        others[place] = after;
        return before.partKey().equals(after.partKey()) ? new Parts(others, hashes, places) : renamed(others, place);
    }

    /** These parts, each as the mapper makes it; the very same where it changes none. */
    public Parts map(UnaryOperator<TablePart> mapper) {
        TablePart[] mapped = parts.clone();
        boolean same = true;
        int renames = 0;
        int last = 0;
        for (int place = 0; place < mapped.length; place++) {
            TablePart before = parts[place];
            TablePart after = mapper.apply(before);
            mapped[place] = after;
            same &= after == before;
            if (after != before && !after.partKey().equals(before.partKey())) {
                renames++;
                last = place;
            }
        }
        return same ? this : renames == 0 ? new Parts(mapped, hashes, places) : renames == 1 ? renamed(mapped, last) : new Parts(mapped);
    }

    /** The parts, of which one has another key; no map is made of the others, so that renaming many takes no square of time. */
    private Parts renamed(TablePart[] mapped, int place) {
        TablePart part = mapped[place];
        if (has(part.kind(), part.key())) {
            throw new IllegalArgumentException("two " + part.kind().plural() + " are named " + part.key());
        }
        int[] others = hashes.clone();
        others[place] = hash(part.kind(), part.key());
        return new Parts(mapped, others, Map.of());
    }

    /** The place of exactly that part. */
    private int require(TablePart part) {
        int place = place(part.kind(), part.key());
        if (place < 0) {
            throw new IllegalArgumentException("no " + part.kind().phrase() + " " + part.key());
        }
        if (!part.equals(parts[place])) {
            throw new IllegalArgumentException("%s %s is not as expected: %s, not %s".formatted(part.kind().phrase(), part.key(), parts[place], part));
        }
        return place;
    }

    @Override
    public Iterator<TablePart> iterator() {
        return Arrays.asList(parts).iterator();
    }

    /** Equal parts have equal keys; most that are equal have one order too, and nothing has to be looked up. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Parts others && parts.length == others.parts.length
                && (Arrays.equals(parts, others.parts) || stream().allMatch(part -> others.find(part.kind(), part.key()).filter(part::equals).isPresent()));
    }

    @Override
    public int hashCode() {
        return stream().mapToInt(TablePart::hashCode).sum();
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
