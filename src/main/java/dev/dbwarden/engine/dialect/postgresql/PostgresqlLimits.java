package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server would cut or refuse: names of more than 63 bytes, two relations of one name, references to what is not there. */
final class PostgresqlLimits {
    /** Columns that every table has (manual, 5.6). */
    private static final Set<String> SYSTEM = Set.of("oid", "tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

    private final Schema schema;
    private final RelationNames known;
    private final List<Problem> problems;
    private final Set<ObjectName> relations;
    private Optional<OwnNamespaces> own = Optional.empty();

    private PostgresqlLimits(Schema schema, RelationNames known, List<Problem> problems) {
        this.schema = schema;
        this.known = known;
        this.problems = problems;
        this.relations = HashSet.newHashSet(RelationNames.NAMES_EACH * schema.size());
    }

    /** Checks a schema that was made from a known one, which was checked: what is still the same there can only be hurt by what others became. */
    static void check(Schema schema, RelationNames known, List<Problem> problems) {
        var limits = new PostgresqlLimits(schema, known, problems);
        schema.objects().filter(object -> !known.schema().isSame(object)).forEach(limits::object);
        known.schema().objects().filter(object -> !schema.isSame(object)).forEach(limits::whoRefersTo);
    }

    private void object(SchemaObject object) {
        switch (object) {
            case Relation relation -> relation(relation);
            case EnumType type -> length(type, type.name().name(), "");
            case DefinedObject foreign when foreign.kind().equals(ForeignTable.KIND) -> ForeignTable.of(foreign).ifPresent(table -> foreign(foreign, table.table()));
            default -> { }
        }
    }

    private void relation(Relation relation) {
        unique(relation, relation.name().name());
        length(relation, relation.name().name(), "");
        if (relation instanceof Table table && table.hasParents()) {
            circle(table);
        }
        boolean whole = relation instanceof Table table && !PostgresqlNormalizer.inherits(table.options());
        if (mayBeLong(relation.parts().longestColumnName())) {
            relation.parts().all(Column.class).forEach(column -> length(relation, column.name(), column.kind().word()));
        }
        for (TablePart part : relation.parts().besidesColumns()) {
            if (whole) {
                references((Table) relation, part);
            }
            length(relation, part.name(), part.kind().word());
            if (RelationNames.isRelation(part.kind())) {
                unique(relation, part.name());
            }
            if (isIncomplete(part)) {
                problems.add(Problem.at(pointer(relation, "", ""), part.kind().phrase() + " " + part.name() + " is on ONLY the partitioned table " + relation.name()
                        + ", and a partition has none attached to it, so that PostgreSQL does not hold it; attach theirs (ALTER INDEX .. ATTACH PARTITION) or leave ONLY out"));
            }
        }
    }

    /** Names of tables and of foreign tables go up to their parents. */
    private void circle(Table table) {
        var seen = new HashSet<ObjectName>();
        var open = new ArrayDeque<>(table.parents().map(ObjectName::parse).toList());
        while (!open.isEmpty()) {
            ObjectName next = open.poll();
            if (next.equals(table.name())) {
                problems.add(Problem.at(pointer(table, "", ""), "table " + table.name() + " is made of itself, which PostgreSQL refuses (circular inheritance); leave that parent out"));
                return;
            }
            if (seen.add(next)) {
                ForeignTable.table(next, schema::find).ifPresent(each -> each.parents().map(ObjectName::parse).forEach(open::add));
            }
        }
    }

    private void foreign(DefinedObject foreign, Table table) {
        circle(table);
        table.parents().map(ObjectName::parse).filter(parent -> schema.table(parent).isEmpty() && schema.find(new Ref(ForeignTable.KIND, parent, "")).isEmpty())
                .forEach(parent -> problems.add(Problem.at(pointer(foreign, "", ""), "foreign table " + foreign.name() + " is made of the table " + parent + ", which is not there; add the table")));
        var seen = new HashSet<ObjectName>();
        for (Optional<Table> parent = parted(table); parent.filter(each -> seen.add(each.name())).isPresent(); parent = parted(parent.get())) {
            Table above = parent.get();
            above.parts().stream().filter(PostgresqlLimits::isOfNoForeignTable).forEach(part -> problems.add(Problem.at(pointer(above, "", ""), part.kind().phrase() + " " + part.name() + " of " + above.name()
                    + " cannot be, as its partition " + foreign.name() + " is a foreign table, which PostgreSQL gives none (manual, CREATE FOREIGN TABLE); leave one of them out")));
        }
    }

    /** The table that a table is a partition of. */
    private Optional<Table> parted(Table table) {
        return table.options().find("partition_of").flatMap(parent -> schema.table(ObjectName.parse(parent)));
    }

    private static boolean isOfNoForeignTable(TablePart part) {
        return part instanceof PrimaryKey || part instanceof Unique || part instanceof ForeignKey || part instanceof Exclusion || part instanceof Index index && index.unique();
    }

    private static boolean isIncomplete(TablePart part) {
        return part instanceof PrimaryKey key && key.options().has(PartitionReader.ONLY) || part instanceof Unique unique && unique.options().has(PartitionReader.ONLY);
    }

    /** What is still the same and has foreign keys to a table that is gone or another. */
    private void whoRefersTo(SchemaObject changed) {
        for (Ref referrer : known.referrers(changed.name())) {
            known.schema().find(referrer).filter(schema::isSame).map(Table.class::cast).filter(table -> !PostgresqlNormalizer.inherits(table.options()))
                    .ifPresent(table -> table.foreignKeys().stream().filter(key -> key.target().equals(changed.name())).forEach(key -> reference(table, key)));
        }
    }

    private void references(Table table, TablePart part) {
        switch (part) {
            case Column _, Check _, Exclusion _ -> { }
            case PrimaryKey key -> columns(table, part, table, key.columns());
            case Unique key -> columns(table, part, table, key.columns());
            case Index index -> index.keys().forEach(key -> column(table, part, table, key.column()));
            case ForeignKey key -> reference(table, key);
        }
    }

    private void reference(Table table, ForeignKey key) {
        int before = problems.size();
        columns(table, key, table, key.columns());
        Optional<Table> target = schema.table(key.target());
        if (target.isEmpty()) {
            missing(table, key);
        } else if (!PostgresqlNormalizer.inherits(target.get().options())) {
            columns(table, key, target.get(), key.targetColumns());
            if (problems.size() == before) {
                new ForeignKeyRules(schema, table, key, target.get()).problems().forEach(problem -> problems.add(Problem.at(pointer(table, "", ""), problem)));
            }
        }
    }

    private void missing(Table table, ForeignKey key) {
        own = own.or(() -> Optional.of(OwnNamespaces.of(schema.objects())));
        if (own.get().isOwn(key.target())) {
            problems.add(Problem.at(pointer(table, "", ""), "foreign key " + key.name() + " of " + table.name() + " refers to the table " + key.target()
                    + ", which is not there; add the table or drop the key"));
        }
    }

    private void columns(Table table, TablePart part, Table owner, List<String> columns) {
        columns.forEach(column -> column(table, part, owner, column));
    }

    /** @param column its name, or empty where an expression stands instead */
    private void column(Table table, TablePart part, Table owner, String column) {
        if (!column.isEmpty() && !owner.parts().has(Kind.COLUMN, column) && !SYSTEM.contains(column)) {
            problems.add(Problem.at(pointer(table, "", ""), part.kind().phrase() + " " + part.name() + " of " + table.name() + " is over the column " + column
                    + ", which table " + owner.name() + " does not have; add the column or mend the name"));
        }
    }

    /** A character has at most three bytes. */
    private static boolean mayBeLong(int characters) {
        return 3 * characters > PostgresqlNames.LONGEST;
    }

    private void length(SchemaObject object, String name, String kind) {
        if (mayBeLong(name.length()) && PostgresqlNames.bytes(name) > PostgresqlNames.LONGEST) {
            problems.add(Problem.at(pointer(object, kind, name), "the name " + name + " has " + PostgresqlNames.bytes(name)
                    + " bytes; PostgreSQL keeps 63 and would cut the rest; give it a shorter name"));
        }
    }

    private void unique(Relation relation, String name) {
        ObjectName full = relation.name().withName(name);
        if (!relations.add(full) || hasUnchanged(full)) {
            problems.add(Problem.at(pointer(relation, "", name), "two of the tables, views, indexes and keys in one schema are named " + name
                    + "; PostgreSQL has one list of names for all of them; rename one"));
        }
    }

    /** Whether a relation that is still the same, or an index of one, has the name. */
    private boolean hasUnchanged(ObjectName name) {
        return known.holder(name).filter(holder -> holder.part().map(part -> RelationNames.isRelation(part.kind())).orElse(true))
                .flatMap(holder -> known.schema().find(holder.object())).filter(object -> object instanceof Relation && schema.isSame(object)).isPresent();
    }

    private static String pointer(SchemaObject object, String kind, String name) {
        return "/tables/" + escaped(object.name().toString()) + (kind.equals("column") ? "/columns/" + escaped(name) : "");
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
