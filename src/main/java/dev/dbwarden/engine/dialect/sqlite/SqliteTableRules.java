package dev.dbwarden.engine.dialect.sqlite;

import static dev.dbwarden.engine.dialect.sqlite.SqliteSchemaRules.pointer;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One table in its one spelling. */
final class SqliteTableRules {
    private final SqliteSchemaRules schema;
    private final Table table;
    private final String key;
    private final boolean strict;
    private final boolean withoutRowid;

    SqliteTableRules(SqliteSchemaRules schema, Table table) {
        this.schema = schema;
        this.table = table;
        this.key = table.name().toString();
        this.strict = isSet(table.options(), "strict");
        this.withoutRowid = isSet(table.options(), "without_rowid");
    }

    Table normal() {
        checkColumns();
        checkNumbering();
        var parts = new LinkedHashMap<PartKey, TablePart>();
        for (TablePart part : table.parts()) {
            normal(part).ifPresent(normal -> parts.putIfAbsent(normal.partKey(), normal));
        }
        return new Table(table.name(), Parts.of(parts.values()), options(), Optional.empty());
    }

    private Options options() {
        Options options = Options.NONE;
        if (strict) {
            options = options.with("strict", "true");
        }
        if (withoutRowid) {
            options = options.with("without_rowid", "true");
        }
        for (String name : table.options().values().keySet()) {
            if (!name.equals("strict") && !name.equals("without_rowid")) {
                schema.problem(pointer("tables", key, "options", name), "SQLite has no table option " + name + "; it has strict and without_rowid");
            }
        }
        return options;
    }

    private static boolean isSet(Options options, String name) {
        return options.find(name).filter(value -> !value.equalsIgnoreCase("false")).isPresent();
    }

    private void checkColumns() {
        var names = new HashSet<String>();
        for (Column column : table.columns()) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                schema.problem(at("columns", column.name()), "table " + key + " has two columns named " + column.name() + "; case does not count in SQLite");
            }
        }
        if (names.isEmpty()) {
            schema.problem(pointer("tables", key), "table " + key + " has no columns; SQLite has no table without one");
        }
        if (withoutRowid && table.primaryKey().isEmpty()) {
            schema.problem(pointer("tables", key), "table " + key + " is WITHOUT ROWID and has no primary key; give it one");
        }
    }

    private void checkNumbering() {
        for (Column column : table.columns()) {
            boolean numbered = isSet(column.options(), "autoincrement");
            boolean rowid = isRowid(column);
            if (column.identity().isPresent()) {
                schema.problem(at("columns", column.name()), "SQLite has no identity columns: " + key + "." + column.name()
                        + "; an INTEGER PRIMARY KEY numbers itself, with autoincrement: true if numbers must not come back");
            } else if (numbered && !rowid) {
                schema.problem(at("columns", column.name()), "autoincrement needs a column that is INTEGER PRIMARY KEY alone, which "
                        + key + "." + column.name() + " is not");
            }
        }
    }

    private boolean isRowid(Column column) {
        return !withoutRowid && column.type().canonical().equals("INTEGER")
                && table.primaryKey().filter(primary -> primary.columns().size() == 1 && primary.columns().getFirst().equalsIgnoreCase(column.name())).isPresent();
    }

    private Optional<TablePart> normal(TablePart part) {
        return switch (part) {
            case Column column -> Optional.of(column(column));
            case PrimaryKey primary -> Optional.of(new PrimaryKey(primary.name(), columns(primary.columns(), "primary_key"), primary.options()));
            case Unique unique -> Optional.of(new Unique(unique.name(), columns(unique.columns(), "uniques", unique.name()), unique.options()));
            case Check check -> Optional.of(check);
            case ForeignKey foreign -> Optional.of(foreignKey(foreign));
            case Index index -> index.name().toLowerCase(Locale.ROOT).startsWith("sqlite_autoindex_") ? Optional.empty() : Optional.of(index(index));
            case Exclusion exclusion -> {
                schema.problem(at("exclusions", exclusion.name()), "SQLite has no exclusion constraints: " + exclusion.name() + "; use a trigger");
                yield Optional.empty();
            }
        };
    }

    private Column column(Column column) {
        if (strict && !SqliteTypes.STRICT.contains(column.type().canonical())) {
            schema.problem(at("columns", column.name()), "table " + key + " is STRICT, which knows no type " + column.type() + "; use one of INT, INTEGER, REAL, TEXT, BLOB, ANY");
        }
        if (!withoutRowid && column.collation().isEmpty() && column.comment().isEmpty() && column.options().isEmpty()) {
            return column;
        }
        boolean inKey = withoutRowid && table.primaryKey().filter(primary -> primary.columns().stream().anyMatch(column.name()::equalsIgnoreCase)).isPresent();
        Options options = isSet(column.options(), "autoincrement") ? column.options().with("autoincrement", "true") : column.options().without("autoincrement");
        // the key of a table WITHOUT ROWID is NOT NULL, said or not: sqlite.org/withoutrowid.html
        return column.withNullable(column.nullable() && !inKey).withCollation(column.collation().flatMap(SqliteNormalizer::collation))
                .withComment(Optional.empty()).withOptions(options);
    }

    private List<String> columns(List<String> names, String... place) {
        return columns(table, names, pointer(prepended(place)));
    }

    private List<String> columns(Table owner, List<String> names, String pointer) {
        var columns = new ArrayList<String>();
        for (String name : names) {
            Optional<String> column = SqliteSchemaRules.column(owner, name);
            if (column.isEmpty()) {
                schema.problem(pointer, "table " + owner.name() + " has no column " + name);
            }
            columns.add(column.orElse(name));
        }
        return columns;
    }

    /** SQLite takes a foreign key to a table that is not there, and existing schemas have such; it stays as it is. */
    private ForeignKey foreignKey(ForeignKey foreign) {
        String pointer = at("foreign_keys", foreign.name().isEmpty() ? String.join(",", foreign.columns()) : foreign.name());
        List<String> columns = columns(table, foreign.columns(), pointer);
        Optional<Table> target = schema.table(new ObjectName(foreign.target().namespace().equalsIgnoreCase("main") ? "" : foreign.target().namespace(), foreign.target().name()));
        ForeignKey resolved = new ForeignKey(foreign.name(), columns, foreign.target(), foreign.targetColumns(), foreign.onDelete(), foreign.onUpdate(), foreign.options());
        if (target.isEmpty()) {
            return resolved;
        }
        if (!foreign.targetColumns().isEmpty() && foreign.targetColumns().size() != columns.size()) {
            schema.problem(pointer, "a foreign key of table " + key + " has " + columns.size() + " columns and refers to " + foreign.targetColumns().size());
        }
        return resolved.withTarget(target.get().name(), columns(target.get(), foreign.targetColumns(), pointer));
    }

    private Index index(Index index) {
        String pointer = at("indexes", index.name());
        if (!index.include().isEmpty()) {
            schema.problem(pointer, "SQLite has no INCLUDE: index " + index.name() + "; make them keys at the end");
        }
        if (!index.method().isEmpty() && !index.method().equals("btree")) {
            schema.problem(pointer, "SQLite has no index method " + index.method() + ": index " + index.name() + "; leave it out");
        }
        if (!index.options().isEmpty()) {
            schema.problem(pointer, "SQLite has no index options: " + index.name() + " has " + index.options().values().keySet());
        }
        var keys = index.keys().stream().map(SqliteKeys::normal).map(each -> each.column().isEmpty() ? each
                : new Index.Key(columns(table, List.of(each.column()), pointer).getFirst(), each.expression(), each.modifiers())).toList();
        return new Index(index.name(), index.unique(), "", keys, List.of(), index.where(), Options.NONE, index.written());
    }

    private String at(String... place) {
        return pointer(prepended(place));
    }

    private String[] prepended(String... place) {
        var path = new ArrayList<>(List.of("tables", key));
        path.addAll(List.of(place));
        return path.toArray(String[]::new);
    }
}
