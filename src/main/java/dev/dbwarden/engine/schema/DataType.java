package dev.dbwarden.engine.schema;

/**
 * A column's type in the dialect's canonical spelling.
 *
 * @param text what SQL says: {@code VARCHAR(255)}, {@code TIMESTAMP(3)}, {@code app.mood[]}
 * @param name the type's bare name, without arguments and dimensions: {@code VARCHAR}, {@code mood}
 * @param user whether a schema object (enum, domain, extension type) gives the type its meaning
 */
public record DataType(String text, String name, boolean user) {
    public static DataType builtin(String text, String name) {
        return new DataType(text, name, false);
    }

    @Override
    public String toString() {
        return text;
    }
}
