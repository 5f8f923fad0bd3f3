package dev.dbwarden.engine.schema;

/**
 * A column's type. Two types are equal when their canonical spellings are; what is written to a database is the text.
 *
 * @param text      what SQL says: {@code VARCHAR(255)}, {@code TIMESTAMP(3)}, {@code app.mood[]}
 * @param name      the type's bare name, without arguments and dimensions: {@code VARCHAR}, {@code mood}
 * @param user      whether a schema object (enum, domain, extension type) gives the type its meaning
 * @param canonical the one spelling that the dialect's normalizer compares; differs from the text where a catalog keeps the author's
 */
public record DataType(String text, String name, boolean user, String canonical) {
    /** A type whose text is canonical already. */
    public DataType(String text, String name, boolean user) {
        this(text, name, user, text);
    }

    public static DataType builtin(String text, String name) {
        return new DataType(text, name, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataType type && user == type.user && canonical.equals(type.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
