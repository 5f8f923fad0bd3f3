package dev.dbwarden.engine.schema;

/**
 * A condition that every row meets. Options: {@code not_valid}, {@code no_inherit}, {@code not_enforced}, and {@code copy}, which
 * tells a check without a name from those before it that say the same.
 */
public record Check(String name, SqlText condition, Options options) implements TablePart {
    @Override
    public Kind kind() {
        return Kind.CHECK;
    }

    @Override
    public String key() {
        return name.isEmpty() ? condition.canonical() + options.find("copy").map(copy -> " (" + copy + ")").orElse("") : name;
    }

    @Override
    public Check withName(String newName) {
        return new Check(newName, condition, options);
    }

    @Override
    public Check renameColumn(String from, String to) {
        return new Check(name, Words.rename(condition, from, to), options);
    }
}
