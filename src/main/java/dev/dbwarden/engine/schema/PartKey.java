package dev.dbwarden.engine.schema;

import java.util.Comparator;

/** The identity of a part within its table. Comparable, so that a map of many finds one quickly whatever their hashes are. */
public record PartKey(Kind kind, String key) implements Comparable<PartKey> {
    private static final Comparator<PartKey> ORDER = Comparator.comparing(PartKey::kind).thenComparing(PartKey::key);

    @Override
    public int compareTo(PartKey other) {
        return ORDER.compare(this, other);
    }
}
