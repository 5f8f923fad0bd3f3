package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole schema in its one spelling; what SQLite has not, and what contradicts itself, becomes a problem at its place. */
final class SqliteSchemaRules {
    /** What virtual tables of FTS3 to FTS5, R-Tree and Geopoly keep their data in; {@code .schema} prints these tables too. */
    private static final List<String> SHADOWS = List.of("_data", "_idx", "_content", "_docsize", "_config", "_segments", "_segdir", "_stat", "_node", "_rowid", "_parent");

    private final Schema raw;
    private final Schema known;
    private final List<Problem> problems;
    private final Map<ObjectName, Table> tables = new HashMap<>();
    private final Set<ObjectName> virtual = new HashSet<>();
    private final Set<ObjectName> taken = new HashSet<>();

    /** Rules for a schema that was made from a known one, which is normal: what is still the same object there needs no second look. */
    SqliteSchemaRules(Schema raw, Schema known, List<Problem> problems) {
        this.raw = raw;
        this.known = known;
        this.problems = problems;
        raw.tables().forEach(table -> tables.put(SqliteCatalog.folded(table.name()), table));
        raw.all(DefinedObject.class).filter(defined -> defined.kind().equals(SqliteCatalog.VIRTUAL_TABLE))
                .forEach(defined -> virtual.add(SqliteCatalog.folded(defined.name())));
    }

    Schema normal() {
        var objects = new ArrayList<SchemaObject>();
        var spellings = new SqliteSpellings(raw);
        raw.objects().forEach(object -> {
            if (isKnown(object)) {
                objects.add(object);
            } else {
                normal(object).map(spellings::follow).ifPresent(objects::add);
            }
        });
        return Schema.of(objects);
    }

    private boolean isKnown(SchemaObject object) {
        boolean same = known.find(object.ref()).filter(before -> before == object).isPresent();
        if (same && !SqliteCatalog.isTrigger(object)) {
            claimed(object, "tables");
        }
        return same;
    }

    /** The table of that name in any case. */
    Optional<Table> table(ObjectName name) {
        return Optional.ofNullable(tables.get(SqliteCatalog.folded(name)));
    }

    void problem(String pointer, String message) {
        problems.add(Problem.at(pointer, message));
    }

    private Optional<SchemaObject> normal(SchemaObject object) {
        return switch (object) {
            case Table table -> isShadow(table.name()) ? Optional.empty() : Optional.of(claimed(new SqliteTableRules(this, table).normal(), "tables"));
            case View view -> view(view);
            case DefinedObject defined -> defined(defined);
            case Namespace namespace -> namespace(namespace);
            case EnumType _ -> refused(object, "enums", "SQLite has no enums", "use TEXT with a check: CHECK (mood IN ('sad', 'ok'))");
            case Domain _ -> refused(object, "domains", "SQLite has no domains", "give the column the type and the check of the domain");
            case Sequence _ -> refused(object, "sequences", "SQLite has no sequences", "use INTEGER PRIMARY KEY, with autoincrement if numbers must not come back");
            case Extension _ -> refused(object, "extensions", "SQLite keeps no extensions in a schema", "load them when connecting, and leave them out here");
        };
    }

    private Optional<SchemaObject> namespace(Namespace namespace) {
        String name = namespace.name().name().toLowerCase(Locale.ROOT);
        return name.equals("main") ? Optional.empty()
                : refused(namespace, "schemas", "SQLite has no schemas but main", "leave the schema out of the names");
    }

    private Optional<SchemaObject> view(View view) {
        if (view.materialized()) {
            return refused(view, "views", "SQLite has no materialized views", "use a view, or a table that triggers keep up");
        }
        return Optional.of(claimed(view, "views"));
    }

    private Optional<SchemaObject> defined(DefinedObject defined) {
        return switch (defined.kind()) {
            case SqliteCatalog.TRIGGER -> Optional.of(defined.withName(table(defined.name()).map(Table::name).orElse(defined.name())));
            case SqliteCatalog.VIRTUAL_TABLE -> Optional.of(claimed(defined, "objects"));
            case "comment" -> Optional.empty();
            default -> refused(defined, "objects", "SQLite has no " + defined.kind().replace('_', ' ') + "s", "leave it out of the model of this database");
        };
    }

    private Optional<SchemaObject> refused(SchemaObject object, String place, String fact, String wayOut) {
        problem(pointer(place, object.name().toString()), fact + ": " + object.name() + "; " + wayOut);
        return Optional.empty();
    }

    /** Tables, views and indexes share one set of names. */
    private SchemaObject claimed(SchemaObject object, String place) {
        claim(object.name(), pointer(place, object.name().toString()));
        if (!object.name().namespace().isEmpty()) {
            problem(pointer(place, object.name().toString()), "SQLite has no schemas but main: " + object.name() + "; leave the schema out of the name");
        }
        if (object instanceof Table table) {
            for (Index index : table.indexes()) {
                claim(table.name().withName(index.name()), pointer("tables", table.name().toString(), "indexes", index.name()));
            }
        }
        return object;
    }

    private void claim(ObjectName name, String pointer) {
        if (!taken.add(SqliteCatalog.folded(name))) {
            problem(pointer, "two tables, views or indexes are named " + name + "; in SQLite they share one set of names, in which case does not count");
        }
        if (name.name().toLowerCase(Locale.ROOT).startsWith(SqliteRebuild.PREFIX)) {
            problem(pointer, name + " begins with " + SqliteRebuild.PREFIX + ", which tables are called while they are made anew; choose another name");
        }
    }

    private boolean isShadow(ObjectName table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        return !virtual.isEmpty() && SHADOWS.stream().anyMatch(suffix -> name.endsWith(suffix)
                && virtual.contains(new ObjectName(table.namespace(), name.substring(0, name.length() - suffix.length()))));
    }

    /** The column's declared spelling. */
    static Optional<String> column(Table table, String name) {
        return table.column(name).or(() -> table.columns().stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst()).map(Column::name);
    }

    static String pointer(String... path) {
        var pointer = new StringBuilder();
        for (String part : path) {
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
