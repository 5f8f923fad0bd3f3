package dev.dbwarden.engine.schema;

import java.util.Comparator;

/**
 * The identity of a schema object, or of a part of one: what changes depend on and problems point at.
 * Comparable, so that a map of many finds one quickly whatever their hashes are.
 *
 * @param kind  the word of a {@link Kind}, or an opaque object's own kind ({@code function}, {@code trigger})
 * @param owner the object, or the table that a part belongs to
 * @param part  the part's key; for a function its argument types; otherwise empty
 */
public record Ref(String kind, ObjectName owner, String part) implements Comparable<Ref> {
    private static final String NAME = "name";
    private static final Comparator<Ref> ORDER = Comparator.comparing(Ref::kind).thenComparing(Ref::owner).thenComparing(Ref::part);

    public static Ref object(Kind kind, ObjectName name) {
        return new Ref(kind.word(), name, "");
    }

    public static Ref part(Kind kind, ObjectName table, String key) {
        return new Ref(kind.word(), table, key);
    }

    public static Ref column(ObjectName table, String column) {
        return part(Kind.COLUMN, table, column);
    }

    /** Whatever bears this name: what SQL text that is not taken apart may mean by a word. */
    public static Ref named(String name) {
        return named(ObjectName.of(name));
    }

    /** Whatever bears this name in its namespace. */
    public static Ref named(ObjectName name) {
        return new Ref(NAME, name, "");
    }

    /** Whether it is no more than a name. */
    public boolean isName() {
        return kind.equals(NAME);
    }

    @Override
    public int compareTo(Ref other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.replace('_', ' ') + " " + owner + (part.isEmpty() ? "" : "." + part);
    }
}
