package dev.dbwarden.engine.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A column, where {@code DEFAULT NULL} is no default, though its text is kept for a catalog that keeps it. What is not one of the components is an option: {@code storage}, {@code compression}, {@code autoincrement}.
 *
 * @param defaultValue the default as SQL; absent for identity and generated columns
 */
public record Column(String name, DataType type, boolean nullable, Optional<SqlText> defaultValue, Optional<Identity> identity,
        Optional<Generated> generated, Optional<String> collation, Optional<String> comment, Options options) implements TablePart {

    public static Column of(String name, DataType type) {
        return new Column(name, type, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Options.NONE);
    }

    /** Whether whoever writes a row has to give it a value: it may not be NULL, and nothing else gives it one. */
    public boolean isRequired() {
        return !nullable && defaultValue.isEmpty() && identity.isEmpty() && generated.isEmpty() && !options.has("autoincrement");
    }

    private Optional<SqlText> effectiveDefault() {
        return defaultValue.filter(value -> !value.canonical().equalsIgnoreCase("null"));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Column column && name.equals(column.name) && type.equals(column.type) && nullable == column.nullable
                && (defaultValue.equals(column.defaultValue) || effectiveDefault().equals(column.effectiveDefault())) && identity.equals(column.identity) && generated.equals(column.generated)
                && collation.equals(column.collation) && comment.equals(column.comment) && options.equals(column.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public Kind kind() {
        return Kind.COLUMN;
    }

    @Override
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withDefault(Optional<SqlText> newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment, options);
    }

    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment, options);
    }

    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment, options);
    }

    public Column withCollation(Optional<String> newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment, options);
    }

    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment, options);
    }

    public Column withOptions(Options newOptions) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, newOptions);
    }

    @Override
    public Column renameColumn(String from, String to) {
        Column renamed = name.equals(from) ? withName(to) : this;
        return generated.isEmpty() ? renamed : renamed.withGenerated(generated.map(g -> new Generated(Words.rename(g.expression(), from, to), g.stored())));
    }
}
