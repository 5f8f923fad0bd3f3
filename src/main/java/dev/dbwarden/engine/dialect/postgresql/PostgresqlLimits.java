package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the server would cut or refuse: names of more than 63 bytes, two relations of one name. */
final class PostgresqlLimits {
    private PostgresqlLimits() {}

    static void check(Schema schema, List<Problem> problems) {
        Set<String> relations = new HashSet<>();
        schema.objects().forEach(object -> {
            switch (object) {
                case Relation relation -> {
                    length(object, object.name().name(), "", problems);
                    unique(relations, object, object.name().name(), problems);
                    for (TablePart part : relation.parts()) {
                        part(relation, part, relations, problems);
                    }
                }
                case dev.dbwarden.engine.schema.EnumType type -> length(type, type.name().name(), "", problems);
                default -> { }
            }
        });
    }

    private static void part(Relation relation, TablePart part, Set<String> relations, List<Problem> problems) {
        length(relation, part.name(), part.kind().word(), problems);
        switch (part) {
            case dev.dbwarden.engine.schema.Index _, dev.dbwarden.engine.schema.PrimaryKey _, dev.dbwarden.engine.schema.Unique _ ->
                    unique(relations, relation, part.name(), problems);
            default -> { }
        }
    }

    private static void length(SchemaObject object, String name, String kind, List<Problem> problems) {
        if (name.length() > PostgresqlNames.LONGEST / 4 && PostgresqlNames.bytes(name) > PostgresqlNames.LONGEST) {
            problems.add(Problem.at(pointer(object, kind, name), "the name " + name + " has " + PostgresqlNames.bytes(name)
                    + " bytes; PostgreSQL keeps 63 and would cut the rest; give it a shorter name"));
        }
    }

    private static void unique(Set<String> relations, SchemaObject object, String name, List<Problem> problems) {
        if (!relations.add(object.name().namespace() + "." + name)) {
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
