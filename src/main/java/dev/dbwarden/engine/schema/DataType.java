package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Identifiers;

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

    /**
     * A type that the schema gives its meaning: its text has the quotes that the name needs to be read back, its canonical spelling is the name itself.
     *
     * @param suffix arguments and dimensions: {@code (Point,4326)}, {@code []}
     */
    public static DataType user(ObjectName name, String suffix) {
        String text = name.namespace().isEmpty() ? spelled(name.name()) : spelled(name.namespace()) + "." + spelled(name.name());
        return new DataType(text + suffix, name.toString(), true, name + suffix);
    }

    /** The same arguments and dimensions on another name. */
    public DataType renamed(ObjectName to) {
        return user(to, suffix());
    }

    /** What stands behind the name of a type of the schema. */
    public String suffix() {
        return canonical.substring(name.length());
    }

    private static String spelled(String part) {
        return Identifiers.isSimple(part) ? part : Identifiers.quoted(part);
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
