package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A whole schema in its one spelling; what these servers have not, and what contradicts itself, becomes a problem at its place. */
final class MysqlSchemaRules {
    /** Characters; the servers refuse longer names (MySQL manual, 11.2.1). */
    private static final int LONGEST_NAME = 64;

    private final Schema raw;
    private final Schema known;
    private final Variant variant;
    private final List<Problem> problems;

    /** Rules for a schema that was made from a known one, which is normal. */
    MysqlSchemaRules(Schema raw, Schema known, Variant variant, List<Problem> problems) {
        this.raw = raw;
        this.known = known;
        this.variant = variant;
        this.problems = problems;
    }

    Schema normal() {
        Schema tables = Schema.of(raw.objects().flatMap(object -> known.isSame(object) ? java.util.stream.Stream.of(object) : normal(object).stream()).toList());
        var views = new ViewWording(tables);
        Schema normal = Schema.of(tables.objects().map(object -> switch (object) {
            case Table table -> referring(tables, table);
            case View view when !known.isSame(view) -> views.worded(view);
            default -> object;
        }).toList());
        MysqlLimits.check(normal, problems);
        return normal;
    }

    private Optional<SchemaObject> normal(SchemaObject object) {
        String name = object.name().toString();
        return switch (object) {
            case Table table -> table(table);
            case View view when view.materialized() -> refused("/views/" + escaped(name), "materialized views: " + name + "; use a table that an event keeps up");
            case View view -> Optional.of(Merging.kept(view));
            case DefinedObject defined -> defined(defined);
            case Namespace _ -> Optional.empty();
            case EnumType _ -> refused("/enums/" + escaped(name), "enums of their own: " + name + "; give the column the type ENUM('a', 'b')");
            case Domain _ -> refused("/domains/" + escaped(name), "domains: " + name + "; give the column the type and the check of the domain");
            case Sequence sequence -> sequence(sequence);
            case Extension _ -> refused("/extensions/" + escaped(name), "extensions: " + name + "; leave it out");
        };
    }

    private Optional<SchemaObject> defined(DefinedObject defined) {
        return switch (defined.kind()) {
            case "procedure", "function", "trigger", "event", "package", DatabaseDefaults.DATABASE -> Optional.of(defined);
            case DatabaseDefaults.COLLATIONS -> Optional.of(DatabaseDefaults.setting(defined.definition().sql()));
            case "sequence" -> sequence(SequenceOptionsReader.made(defined.definition().sql()));
            case "comment" -> Optional.empty();
            default -> refused("/objects", defined.kind().replace('_', ' ') + "s: " + defined.name() + "; leave it out of the model of this database");
        };
    }

    private Optional<SchemaObject> sequence(Sequence sequence) {
        String pointer = "/sequences/" + escaped(sequence.name().toString());
        if (!variant.hasSequences()) {
            return refused(pointer, "sequences: " + sequence.name() + "; use autoincrement");
        }
        if (sequence.ownedBy().isPresent()) {
            return refused(pointer, "owners of sequences: " + sequence.name() + "; leave the owner out");
        }
        tooLong(sequence.name().name(), pointer);
        try {
            return Optional.of(SequenceOptionsReader.normal(sequence));
        } catch (IllegalArgumentException contradiction) {
            problem(pointer, String.valueOf(contradiction.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<SchemaObject> refused(String pointer, String fact) {
        problem(pointer, variant.name() + " has no " + fact);
        return Optional.empty();
    }

    private Optional<SchemaObject> table(Table table) {
        String pointer = "/tables/" + escaped(table.name().toString());
        lengths(table, pointer);
        var columns = new HashSet<String>();
        for (Column column : table.columns()) {
            if (!columns.add(ImplicitKeys.folded(column.name()))) {
                problem(pointer + "/columns/" + escaped(column.name()), "table " + table.name() + " has two columns named " + column.name() + "; case does not count");
            }
        }
        if (columns.isEmpty()) {
            problem(pointer, "table " + table.name() + " has no columns; give it at least one");
            return Optional.empty();
        }
        try {
            return Optional.of(new MysqlTableRules(table, variant, (place, message) -> problem(pointer + place, message), new HashSet<>()).normal());
        } catch (IllegalArgumentException | SqlException contradiction) {
            problem(pointer, String.valueOf(contradiction.getMessage()));
            return Optional.empty();
        }
    }

    private void lengths(Table table, String pointer) {
        tooLong(table.name().name(), pointer);
        for (TablePart part : table.parts()) {
            tooLong(part.name(), pointer + (part instanceof Column ? "/columns/" + escaped(part.name()) : ""));
        }
    }

    private void tooLong(String name, String pointer) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problem(pointer, "the name " + name + " has " + name.codePointCount(0, name.length()) + " characters; " + variant.name() + " takes " + LONGEST_NAME + "; give it a shorter name");
        }
    }

    /** The table with its foreign keys as their targets spell their columns. */
    private Table referring(Schema schema, Table table) {
        if (table.foreignKeys().isEmpty()) {
            return table;
        }
        Table referring = table.withParts(table.parts().map(part -> part instanceof ForeignKey key ? referring(schema, table, key) : part));
        return known.isSame(table) && referring.equals(table) ? table : referring;
    }

    private ForeignKey referring(Schema schema, Table table, ForeignKey key) {
        Optional<Table> target = schema.table(key.target());
        if (target.isEmpty()) {
            if (key.target().namespace().isEmpty() && !key.options().has(KeyReader.NOT_VALID)) {
                problem("/tables/" + escaped(table.name().toString()), "foreign key " + key.name() + " of " + table.name() + " refers to the table " + key.target()
                        + ", which is not there; add the table, drop the key, or say that it is meant: SET foreign_key_checks = 0 in SQL, \"" + KeyReader.NOT_VALID + "\": \"true\" in JSON");
            }
            return key;
        }
        List<String> columns = key.targetColumns().isEmpty() ? target.get().primaryKey().map(PrimaryKey::columns).orElse(List.of()) : key.targetColumns();
        if (columns.isEmpty()) {
            problem("/tables/" + escaped(table.name().toString()), "foreign key " + key.name() + " of " + table.name() + " refers to table " + key.target()
                    + ", which has no primary key; say the columns");
        }
        var spelled = new ArrayList<String>();
        for (String column : columns) {
            Optional<Column> found = MysqlTableRules.find(target.get(), column);
            if (found.isEmpty()) {
                problem("/tables/" + escaped(table.name().toString()), "foreign key " + key.name() + " of " + table.name() + " refers to the column " + column + ", which table "
                        + key.target() + " does not have; add the column or mend the name");
            }
            spelled.add(found.map(Column::name).orElse(column));
        }
        return key.withTarget(key.target(), spelled).withOptions(key.options().without(KeyReader.NOT_VALID));
    }

    private void problem(String pointer, String message) {
        problems.add(Problem.at(pointer, message));
    }

    static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
