package dev.dbwarden.engine.schema;

import java.util.List;

/** A unique constraint. Options: {@code nulls_not_distinct}, {@code include}, {@code deferrable}, {@code initially_deferred}, {@code with}, ... */
public record Unique(String name, List<String> columns, Options options) implements TablePart {
    public Unique {
        columns = List.copyOf(columns);
    }

    @Override
    public Kind kind() {
        return Kind.UNIQUE;
    }

    @Override
    public String key() {
        return name.isEmpty() ? columns.toString() : name;
    }

    @Override
    public Unique withName(String newName) {
        return new Unique(newName, columns, options);
    }

    @Override
    public Unique renameColumn(String from, String to) {
        return new Unique(name, Words.rename(columns, from, to), options);
    }
}
