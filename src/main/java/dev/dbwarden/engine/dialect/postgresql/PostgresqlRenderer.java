package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Spells changes as PostgreSQL's statements. */
final class PostgresqlRenderer {
    /** The strongest lock: nobody reads or writes meanwhile (manual, 13.3.1). */
    static final String EXCLUSIVE = "ACCESS EXCLUSIVE";
    /** Lets others read and write, but not change the table. */
    static final String MAINTENANCE = "SHARE UPDATE EXCLUSIVE";

    private final TableRenderer tables = new TableRenderer();
    private final ObjectRenderer objects = new ObjectRenderer();
    private final AlterColumnRenderer columns = new AlterColumnRenderer();

    static String name(ObjectName name) {
        return new Sql(Postgresql.QUOTING).name(name.namespace(), name.name()).toString();
    }

    /** A name in the namespace of another, as DROP INDEX and ALTER SEQUENCE want it. */
    static String sibling(ObjectName of, String name) {
        return name(of.withName(name));
    }

    static Sql alter(ObjectName table) {
        return sql("ALTER TABLE").words(name(table));
    }

    static Statement exclusive(Object sql) {
        return Statement.of(sql.toString()).locking(EXCLUSIVE);
    }

    List<Statement> render(Change change) {
        return switch (change) {
            case CreateObject(var object) -> objects.create(object);
            case DropObject(var object) -> objects.drop(object);
            case AlterObject(var before, var after) -> objects.alter(before, after);
            case RenameObject(Ref from, ObjectName to, _) -> renameObject(from, to);
            case AddPart(ObjectName table, TablePart part) -> add(table, part);
            case DropPart(ObjectName table, TablePart part) -> drop(table, part);
            case AlterPart(ObjectName table, Column before, Column after) -> columns.alter(table, before, after);
            case AlterPart(ObjectName table, TablePart before, TablePart after) -> alterPart(table, before, after);
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) -> List.of(renamePart(table, kind, from, to));
            case RenameLabel(ObjectName type, String from, String to, _) ->
                    List.of(Statement.of(sql("ALTER TYPE").words(name(type)).words("RENAME VALUE").literal(from).words("TO").literal(to).toString()));
            case RebuildTables rebuild -> new PostgresqlRebuild(rebuild, tables).statements();
        };
    }

    private static List<Statement> renameObject(Ref from, ObjectName to) {
        String kind = switch (from.kind()) {
            case "enum" -> "TYPE";
            case "materialized_view" -> "MATERIALIZED VIEW";
            default -> from.kind().toUpperCase(java.util.Locale.ROOT);
        };
        var statements = new ArrayList<Statement>();
        ObjectName moved = from.owner();
        if (!from.owner().namespace().equals(to.namespace())) {
            statements.add(renaming(from, sql("ALTER").words(kind).words(name(moved)).words("SET SCHEMA").name(to.namespace().isEmpty() ? "public" : to.namespace())));
            moved = new ObjectName(to.namespace(), moved.name());
        }
        if (!moved.name().equals(to.name())) {
            statements.add(renaming(from, sql("ALTER").words(kind).words(name(moved)).words("RENAME TO").name(to.name())));
        }
        return statements;
    }

    private static Statement renaming(Ref object, Sql sql) {
        boolean table = object.kind().equals(Kind.TABLE.word()) || object.kind().equals(Kind.MATERIALIZED_VIEW.word());
        return table ? exclusive(sql) : Statement.of(sql.toString());
    }

    private static Statement renamePart(ObjectName table, Kind kind, String from, String to) {
        return switch (kind) {
            case COLUMN -> exclusive(alter(table).words("RENAME COLUMN").name(from).words("TO").name(to));
            case INDEX -> Statement.of(sql("ALTER INDEX").words(sibling(table, from)).words("RENAME TO").name(to).toString());
            default -> exclusive(alter(table).words("RENAME CONSTRAINT").name(from).words("TO").name(to));
        };
    }

    private List<Statement> add(ObjectName table, TablePart part) {
        return switch (part) {
            case Column column -> addColumn(table, column);
            case Index index -> indexStatements(table, index);
            case ForeignKey key -> List.of(Statement.of(alter(table).words("ADD").words(tables.constraint(key)).toString()).locking("SHARE ROW EXCLUSIVE")
                    .scanning(isChecked(key.options())));
            case Check check -> List.of(exclusive(alter(table).words("ADD").words(tables.constraint(check))).scanning(isChecked(check.options())));
            case PrimaryKey _, Unique _, Exclusion _ -> List.of(exclusive(alter(table).words("ADD").words(tables.constraint(part))).scanning(true));
        };
    }

    /** Whether a constraint with these options is held against the rows that are there. */
    static boolean isChecked(Options options) {
        return !options.has("not_valid") && !options.has("not_enforced");
    }

    private List<Statement> addColumn(ObjectName table, Column column) {
        var statements = new ArrayList<Statement>(tables.sequencesBefore(table, column));
        boolean rewrites = column.identity().isPresent() || column.generated().filter(Generated::stored).isPresent()
                || column.defaultValue().filter(Volatility::differsByRow).isPresent();
        boolean missing = !column.nullable() && column.defaultValue().isEmpty();
        statements.add(exclusive(alter(table).words("ADD COLUMN").words(tables.column(table, column))).rewriting(rewrites).scanning(rewrites || missing));
        statements.addAll(tables.sequencesAfter(table, column));
        statements.addAll(tables.columnAttributes(table, column));
        return statements;
    }

    private List<Statement> indexStatements(ObjectName table, Index index) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(tables.index(table, index)).locking("SHARE").scanning(true));
        statements.addAll(tables.indexAttributes(table, index));
        return statements;
    }

    /** The sequence of a serial or identity column goes with it. */
    private List<Statement> drop(ObjectName table, TablePart part) {
        return switch (part) {
            case Column column -> dropped(table, "COLUMN", part, Heirs.in(column.options()));
            case Check check -> dropped(table, "CONSTRAINT", part, Heirs.in(check.options()));
            case Index index -> List.of(exclusive(sql("DROP INDEX").words(sibling(table, index.name()))));
            case PrimaryKey _, Unique _, Exclusion _, ForeignKey _ -> dropped(table, "CONSTRAINT", part, List.of());
        };
    }

    private static List<Statement> dropped(ObjectName table, String kind, TablePart part, List<ObjectName> heirs) {
        var statements = new ArrayList<Statement>();
        statements.add(exclusive(alter(table).words("DROP").words(kind).name(part.name())));
        heirs.forEach(heir -> statements.add(exclusive(alter(heir).words("DROP").words(kind).words("IF EXISTS").name(part.name()))));
        return statements;
    }

    private List<Statement> alterPart(ObjectName table, TablePart before, TablePart after) {
        if (before instanceof Index old && after instanceof Index index) {
            return tables.indexChanges(table, old, index);
        }
        if (after.equals(validated(before))) {
            return List.of(Statement.of(alter(table).words("VALIDATE CONSTRAINT").name(after.name()).toString()).locking(MAINTENANCE).scanning(true));
        }
        throw new IllegalArgumentException("not adapted: " + before + " -> " + after);
    }

    /** A constraint that was added NOT VALID and holds for all rows now. */
    static TablePart validated(TablePart part) {
        return switch (part) {
            case Check check -> new Check(check.name(), check.condition(), check.options().without("not_valid"));
            case ForeignKey key -> key.withOptions(key.options().without("not_valid"));
            case Column _, PrimaryKey _, Unique _, Exclusion _, Index _ -> part;
        };
    }

    /** Whether the column numbers itself by the older way, a default on an owned sequence. */
    static boolean isSerial(Column column) {
        return column.identity().filter(identity -> identity.mode() == Identity.Mode.SERIAL).isPresent();
    }
}
