package dev.dbwarden.engine.schema;

/** An exclusion constraint; {@code definition} is all that follows {@code EXCLUDE}. */
public record Exclusion(String name, SqlText definition) implements TablePart {
    @Override
    public Kind kind() {
        return Kind.EXCLUSION;
    }

    @Override
    public Exclusion withName(String newName) {
        return new Exclusion(newName, definition);
    }

    @Override
    public Exclusion renameColumn(String from, String to) {
        return new Exclusion(name, Words.rename(definition, from, to));
    }
}
