package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;

/** Reads what follows ALTER TABLE. */
final class SqliteAlterReader {
    private final SqliteCatalog catalog;
    private final TokenStream in;

    SqliteAlterReader(SqliteCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    void read() {
        ObjectName name = SqliteNames.objectName(in);
        if (catalog.object(name).orElse(null) instanceof DefinedObject virtual && virtual.kind().equals(SqliteCatalog.VIRTUAL_TABLE)) {
            in.expect("RENAME", "TO");
            catalog.drop(virtual);
            catalog.create(SqliteVirtualTables.renamed(virtual, name.withName(SqliteNames.name(in))));
            return;
        }
        Table table = catalog.table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
        if (in.accept("RENAME", "TO")) {
            catalog.rename(table, table.name().withName(SqliteNames.name(in)));
        } else if (in.accept("RENAME")) {
            in.accept("COLUMN");
            Column column = column(table, SqliteNames.name(in));
            in.expect("TO");
            catalog.renameColumn(table, column.name(), SqliteNames.name(in));
        } else if (in.accept("ADD")) {
            in.accept("COLUMN");
            add(table);
        } else if (in.accept("DROP")) {
            in.accept("COLUMN");
            catalog.replace(table, without(table, column(table, SqliteNames.name(in))));
        } else {
            throw in.unexpected("RENAME, ADD or DROP");
        }
    }

    private void add(Table table) {
        var reader = new SqliteTableReader(in, table.parts());
        Column column = reader.column();
        if (find(table, column.name()).isPresent()) {
            throw new IllegalArgumentException("table " + table.name() + " has a column " + column.name() + " already");
        }
        Parts parts = table.parts().with(column);
        for (TablePart constraint : reader.constraints()) {
            parts = parts.with(constraint);
        }
        catalog.replace(table, table.withParts(parts));
    }

    /** The column goes with the conditions and references that stand in its definition; those of the whole table would keep it (sqlite.org/lang_altertable.html). */
    private static Table without(Table table, Column column) {
        return table.withParts(Parts.of(table.parts().stream().filter(part -> switch (part) {
            case Column each -> !each.name().equals(column.name());
            case Check check -> !SqliteInPlace.mentions(check.condition(), column.name());
            case ForeignKey key -> !key.columns().contains(column.name());
            case PrimaryKey _, Unique _, Exclusion _, Index _ -> true;
        }).toList()));
    }

    private static Column column(Table table, String name) {
        return find(table, name).orElseThrow(() -> new IllegalArgumentException("no column " + name + " in table " + table.name()));
    }

    private static Optional<Column> find(Table table, String name) {
        return table.column(name).or(() -> table.columns().stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst());
    }
}
