package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server would cut or refuse: names of more than 63 bytes, two relations of one name, references to what is not there. */
final class PostgresqlLimits {
    /** Columns that every table has (manual, 5.6). */
    private static final Set<String> SYSTEM = Set.of("oid", "tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

    private PostgresqlLimits() {}

    /** Checks a schema that was made from a known one, which was checked: its objects can only be hurt by what others became. */
    static void check(Schema schema, Schema known, List<Problem> problems) {
        var relations = HashSet.<ObjectName>newHashSet(4 * schema.size());
        schema.objects().forEach(object -> {
            switch (object) {
                case Relation relation -> relation(schema, relation, known.isSame(relation), relations, problems);
                case EnumType type -> length(type, type.name().name(), "", problems);
                default -> { }
            }
        });
    }

    private static void relation(Schema schema, Relation relation, boolean unchanged, Set<ObjectName> relations, List<Problem> problems) {
        unique(relations, relation, relation.name().name(), problems);
        if (!unchanged) {
            length(relation, relation.name().name(), "", problems);
        }
        boolean whole = relation instanceof Table table && !PostgresqlNormalizer.inherits(table.options());
        for (TablePart part : relation.parts()) {
            if (whole && (!unchanged || part instanceof ForeignKey)) {
                references(schema, (Table) relation, part, problems);
            }
            if (!unchanged) {
                length(relation, part.name(), part.kind().word(), problems);
            }
            if (part instanceof Index || part instanceof PrimaryKey || part instanceof Unique) {
                unique(relations, relation, part.name(), problems);
            }
        }
    }

    private static void references(Schema schema, Table table, TablePart part, List<Problem> problems) {
        switch (part) {
            case PrimaryKey key -> columns(table, part, table, key.columns(), problems);
            case Unique key -> columns(table, part, table, key.columns(), problems);
            case Index index -> columns(table, part, table, index.columns(), problems);
            case ForeignKey key -> reference(schema, table, key, problems);
            case Column _, Check _, Exclusion _ -> { }
        }
    }

    private static void reference(Schema schema, Table table, ForeignKey key, List<Problem> problems) {
        int before = problems.size();
        columns(table, key, table, key.columns(), problems);
        Optional<Table> target = schema.table(key.target());
        if (target.isEmpty()) {
            problems.add(Problem.at(pointer(table, "", ""), "foreign key " + key.name() + " of " + table.name() + " refers to the table " + key.target()
                    + ", which is not there; add the table or drop the key"));
        } else if (!PostgresqlNormalizer.inherits(target.get().options())) {
            columns(table, key, target.get(), key.targetColumns(), problems);
            if (problems.size() == before) {
                new ForeignKeyRules(schema, table, key, target.get()).problems().forEach(problem -> problems.add(Problem.at(pointer(table, "", ""), problem)));
            }
        }
    }

    private static void columns(Table table, TablePart part, Table owner, List<String> columns, List<Problem> problems) {
        for (String column : columns) {
            if (owner.column(column).isEmpty() && !SYSTEM.contains(column)) {
                problems.add(Problem.at(pointer(table, "", ""), part.kind().phrase() + " " + part.name() + " of " + table.name() + " is over the column " + column
                        + ", which table " + owner.name() + " does not have; add the column or mend the name"));
            }
        }
    }

    private static void length(SchemaObject object, String name, String kind, List<Problem> problems) {
        if (name.length() > PostgresqlNames.LONGEST / 4 && PostgresqlNames.bytes(name) > PostgresqlNames.LONGEST) {
            problems.add(Problem.at(pointer(object, kind, name), "the name " + name + " has " + PostgresqlNames.bytes(name)
                    + " bytes; PostgreSQL keeps 63 and would cut the rest; give it a shorter name"));
        }
    }

    private static void unique(Set<ObjectName> relations, SchemaObject object, String name, List<Problem> problems) {
        if (!relations.add(object.name().withName(name))) {
            problems.add(Problem.at(pointer(object, "", name), "two of the tables, views, indexes and keys in one schema are named " + name
                    + "; PostgreSQL has one list of names for all of them; rename one"));
        }
    }

    private static String pointer(SchemaObject object, String kind, String name) {
        return "/tables/" + escaped(object.name().toString()) + (kind.equals("column") ? "/columns/" + escaped(name) : "");
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
