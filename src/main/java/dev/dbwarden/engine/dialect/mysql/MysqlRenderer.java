package dev.dbwarden.engine.dialect.mysql;

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
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Spells the changes that {@link MysqlAdapter} lets through. Every statement commits at once (MySQL manual, 15.3.3). */
final class MysqlRenderer {
    private final Variant variant;

    MysqlRenderer(Variant variant) {
        this.variant = variant;
    }

    List<Statement> render(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> collated(table, Table.of(table.name(), List.of()), bare -> made(new TableDdl(bare, variant).create()));
            case CreateObject(SchemaObject object) -> List.of(made(create(object)));
            case DropObject(SchemaObject object) -> List.of(made(drop(object)).locking("LOCK=EXCLUSIVE"));
            case RenameObject(var from, ObjectName to, _) when from.kind().equals(Kind.TABLE.word()) || from.kind().equals(Kind.VIEW.word()) ->
                    List.of(worked(TableDdl.sql("RENAME TABLE", from.owner()).words("TO").name(to.namespace(), to.name()).toString(), Work.INSTANT));
            case RenameObject(var from, _, _) -> throw new UnsupportedChangeException(from, from + " cannot be renamed in " + variant.name() + "; drop it and make it under the other name");
            case RenamePart(_, Kind kind, _, _, _) when kind == Kind.FOREIGN_KEY || kind == Kind.CHECK -> List.of();
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.COLUMN ->
                    List.of(worked(alter(table).words("RENAME COLUMN").name(from).words("TO").name(to).toString(), Work.INSTANT));
            case AlterObject(_, DefinedObject after) when after.kind().equals(DatabaseDefaults.DATABASE) -> List.of(made(after.definition().sql()));
            case AlterObject(Sequence before, Sequence after) -> SequenceDdl.alter(before, after).stream().map(MysqlRenderer::made).toList();
            case AddPart(ObjectName table, ForeignKey key) -> {
                Statement statement = worked(alter(table).words("ADD " + new TableDdl(Table.of(table, List.of()), variant).part(key)).toString(), Work.COPY);
                yield key.options().has(KeyReader.NOT_VALID) ? unchecked(statement) : List.of(statement);
            }
            case DropPart(ObjectName table, ForeignKey key) -> List.of(worked(alter(table).words("DROP FOREIGN KEY").name(key.name()).toString(), Work.INSTANT));
            case RebuildTables(List<Table> before, List<Table> after) -> collated(after.getFirst(), before.getFirst(), bare -> new AlterTable(before.getFirst(), bare, variant).statement());
            case AddPart(_, TablePart _), DropPart(_, TablePart _), AlterPart _, RenamePart _, RenameLabel _, AlterObject _ ->
                    throw new IllegalArgumentException("not adapted: " + change);
        };
    }

    /** A column gets the database's collation, which has no name here, while its table has no other: that one comes after. */
    private List<Statement> collated(Table table, Table before, Function<Table, Statement> spelled) {
        boolean open = table.columns().stream().anyMatch(column -> column.collation().filter(DatabaseDefaults.COLLATION::equals).isPresent()
                && before.column(column.name()).filter(column::equals).isEmpty());
        if (!open) {
            return List.of(spelled.apply(table));
        }
        Table bare = table.withOptions(table.options().without(TableAttributes.COLLATE));
        return List.of(spelled.apply(bare), new AlterTable(bare, table, variant).statement());
    }

    /** The servers make no foreign key to what is not there, unless they are told not to look (MySQL manual, 15.1.20.5). */
    private static List<Statement> unchecked(Statement statement) {
        return List.of(made("SET SESSION foreign_key_checks = 0"), statement, made("SET SESSION foreign_key_checks = DEFAULT"));
    }

    private static Statement made(String sql) {
        return Statement.of(sql).outsideTransaction();
    }

    private static Statement worked(String sql, Work work) {
        return made(sql).locking(work.words()).rewriting(work.rewrites());
    }

    private static Sql alter(ObjectName table) {
        return TableDdl.sql("ALTER TABLE", table);
    }

    private String create(SchemaObject object) {
        return switch (object) {
            case View view -> create(view);
            case Sequence sequence -> SequenceDdl.create(sequence);
            case DefinedObject defined -> defined.definition().sql();
            default -> throw new IllegalArgumentException("no " + object.ref() + " in " + variant.name());
        };
    }

    private static String create(View view) {
        Sql sql = TableDdl.sql("CREATE");
        view.options().find("algorithm").ifPresent(algorithm -> sql.words("ALGORITHM=" + algorithm));
        view.options().find("sql_security").ifPresent(security -> sql.words("SQL SECURITY " + security));
        sql.words("VIEW").name(view.name().namespace(), view.name().name());
        if (!view.columns().isEmpty()) {
            sql.names(view.columns());
        }
        sql.words("AS " + view.query().sql());
        view.options().find("check_option").ifPresent(option -> sql.words("WITH " + option + " CHECK OPTION"));
        return sql.toString();
    }

    private static String drop(SchemaObject object) {
        return switch (object) {
            case Table table -> TableDdl.sql("DROP TABLE", table.name()).toString();
            case View view -> TableDdl.sql("DROP VIEW", view.name()).toString();
            case Sequence sequence -> TableDdl.sql("DROP SEQUENCE", sequence.name()).toString();
            case DefinedObject defined -> TableDdl.sql("DROP " + defined.kind().toUpperCase(Locale.ROOT),
                    defined.kind().equals("trigger") ? defined.name().withName(defined.part()) : defined.name()).toString();
            default -> throw new IllegalArgumentException("cannot drop " + object.ref());
        };
    }
}
