package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Table;
import java.util.Map;
import java.util.Optional;

/** Gives the text of a table, which may say no collation or a character set alone, the collation that it has on a server. */
final class SettledText {
    private final Optional<String> own;
    private final Map<String, String> told;
    private final Variant variant;

    /**
     * @param database the database's own collation, where that is known
     * @param told     by character set, what it means alone, where the server was told that
     */
    SettledText(Optional<String> database, Map<String, String> told, Variant variant) {
        this.told = told;
        this.variant = variant;
        this.own = database.map(this::named);
    }

    /** The database's own collation, where that is known. */
    Optional<String> own() {
        return own;
    }

    Table of(Table table) {
        Options options = settled(table.options());
        Table settled = table.columns().stream().allMatch(column -> settled(column) == column) ? table
                : table.withParts(table.parts().map(part -> part instanceof Column column ? settled(column) : part));
        return settled == table && options.equals(table.options()) ? table : new Fitting(settled.withOptions(options), variant).fitted();
    }

    private Options settled(Options options) {
        return options.find(TableAttributes.COLLATE).map(this::named).or(() -> own).map(name -> options.with(TableAttributes.COLLATE, name)).orElse(options);
    }

    private Column settled(Column column) {
        if (!MysqlTypes.isText(column.type())) {
            return column;
        }
        Optional<String> said = column.collation().filter(name -> own.isEmpty() || !name.equals(DatabaseDefaults.COLLATION));
        if (said.isPresent()) {
            String name = named(said.get());
            return name.equals(said.get()) ? column : column.withCollation(Optional.of(name));
        }
        return own.map(name -> column.options().has("binary") ? Collations.charsetOf(name) + "_bin" : name)
                .map(name -> column.withCollation(Optional.of(name)).withOptions(column.options().without("binary"))).orElse(column);
    }

    private String named(String collation) {
        return Collations.isDefault(collation) ? told.getOrDefault(collation, Collations.defaultOf(collation, variant)) : collation;
    }
}
