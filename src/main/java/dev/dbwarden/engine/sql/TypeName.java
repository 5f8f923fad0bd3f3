package dev.dbwarden.engine.sql;

/**
 * A type as it stands in a cast, canonical.
 *
 * @param name       {@code integer}, {@code timestamptz}, {@code app.mood}
 * @param arguments  what stands in brackets, without them: {@code 10, 2}
 * @param dimensions how many array dimensions
 */
public record TypeName(String name, String arguments, int dimensions) {
    public static TypeName of(String name) {
        return new TypeName(name, "", 0);
    }

    public boolean isArray() {
        return dimensions > 0;
    }

    public TypeName element() {
        return new TypeName(name, arguments, 0);
    }

    public TypeName withoutArguments() {
        return new TypeName(name, "", dimensions);
    }

    @Override
    public String toString() {
        return name + (arguments.isEmpty() ? "" : "(" + arguments + ")") + "[]".repeat(dimensions);
    }
}
