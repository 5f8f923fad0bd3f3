package dev.dbwarden.engine.schema;

import java.util.List;

/** The primary key; a table has at most one, so its key is its kind. */
public record PrimaryKey(String name, List<String> columns, Options options) implements TablePart {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public Kind kind() {
        return Kind.PRIMARY_KEY;
    }

    @Override
    public String key() {
        return "";
    }

    @Override
    public PrimaryKey withName(String newName) {
        return new PrimaryKey(newName, columns, options);
    }

    @Override
    public PrimaryKey renameColumn(String from, String to) {
        return new PrimaryKey(name, Words.rename(columns, from, to), options);
    }
}
