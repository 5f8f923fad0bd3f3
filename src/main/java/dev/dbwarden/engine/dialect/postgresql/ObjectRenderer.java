package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells objects of every kind: made, dropped, altered. */
final class ObjectRenderer {
    private final TableRenderer tables = new TableRenderer();
    private final DefinedRenderer defined = new DefinedRenderer();

    List<Statement> create(SchemaObject object) {
        return switch (object) {
            case Table table -> tables.create(table);
            case View view -> createView(view);
            case EnumType type -> withComment(enumType(type), "TYPE", type);
            case Domain domain -> createDomain(domain);
            case Sequence sequence -> withComment(sequence(sequence), "SEQUENCE", sequence);
            case Namespace namespace -> withComment(sql("CREATE SCHEMA").name(namespace.name().name()).toString(), "SCHEMA", namespace);
            case Extension extension -> List.of(Statement.of(extension(extension)));
            case DefinedObject object1 -> defined.create(object1);
        };
    }

    List<Statement> drop(SchemaObject object) {
        return switch (object) {
            case Table table -> List.of(exclusive(sql("DROP TABLE").words(name(table.name()))));
            case View view -> List.of(Statement.of(sql(view.materialized() ? "DROP MATERIALIZED VIEW" : "DROP VIEW").words(name(view.name())).toString())
                    .locking(view.materialized() ? PostgresqlRenderer.EXCLUSIVE : ""));
            case EnumType type -> List.of(Statement.of(sql("DROP TYPE").words(name(type.name())).toString()));
            case Domain domain -> List.of(Statement.of(sql("DROP DOMAIN").words(name(domain.name())).toString()));
            case Sequence sequence -> List.of(Statement.of(sql("DROP SEQUENCE").words(name(sequence.name())).toString()));
            case Namespace namespace -> List.of(Statement.of(sql("DROP SCHEMA").name(namespace.name().name()).toString()));
            case Extension extension -> List.of(Statement.of(sql("DROP EXTENSION").name(extension.name().name()).toString()));
            case DefinedObject object1 -> defined.drop(object1);
        };
    }

    List<Statement> alter(SchemaObject before, SchemaObject after) {
        var statements = new ArrayList<Statement>();
        switch (after) {
            case Table table -> {
                statements.addAll(new TableOptions(table.name(), ((Table) before).options(), table.options()).ofTable());
                statements.addAll(TableOptions.late(table.name(), ((Table) before).options(), table.options()));
                comment("TABLE", before, after, statements);
            }
            case View view -> {
                String kind = view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
                statements.addAll(new TableOptions(view.name(), ((View) before).options(), view.options()).ofView(kind));
                comment(kind, before, after, statements);
            }
            case EnumType type -> {
                statements.addAll(EnumChanges.statements((EnumType) before, type));
                comment("TYPE", before, after, statements);
            }
            case Domain domain -> {
                statements.addAll(DomainChanges.statements((Domain) before, domain));
                comment("DOMAIN", before, after, statements);
            }
            case Sequence sequence -> {
                sequence((Sequence) before, sequence, statements);
                comment("SEQUENCE", before, after, statements);
            }
            case Namespace _ -> comment("SCHEMA", before, after, statements);
            case Extension extension -> statements.add(Statement.of(sql("ALTER EXTENSION").name(extension.name().name()).words("SET SCHEMA")
                    .name(extension.namespace().isEmpty() ? "public" : extension.namespace()).toString()));
            case DefinedObject object when Dissected.KINDS.contains(object.kind()) -> statements.addAll(Dissected.between(before, object));
            case DefinedObject object -> statements.addAll(CompositeChanges.of(before, object).map(CompositeChanges::statements).orElseGet(() -> defined.replace(object)));
        }
        return statements;
    }

    private static List<Statement> withComment(String sql, String kind, SchemaObject object) {
        return object.comment().isEmpty() ? List.of(Statement.of(sql)) : List.of(Statement.of(sql), commentOn(kind, object));
    }

    private static void comment(String kind, SchemaObject before, SchemaObject after, List<Statement> statements) {
        if (!before.comment().equals(after.comment())) {
            statements.add(commentOn(kind, after));
        }
    }

    private static Statement commentOn(String kind, SchemaObject object) {
        Sql sql = sql("COMMENT ON").words(kind).words(name(object.name())).words("IS");
        return Statement.of(object.comment().map(sql::literal).orElseGet(() -> sql.words("NULL")).toString())
                .locking(kind.equals("TABLE") || kind.equals("MATERIALIZED VIEW") ? PostgresqlRenderer.MAINTENANCE : "");
    }

    private List<Statement> createView(View view) {
        Sql sql = sql(view.materialized() ? "CREATE MATERIALIZED VIEW" : view.options().has("recursive") ? "CREATE RECURSIVE VIEW" : "CREATE VIEW").words(name(view.name()));
        if (!view.columns().isEmpty()) {
            sql.names(view.columns());
        }
        view.options().find("using").ifPresent(method -> sql.words("USING").name(method));
        String parameters = StorageParameters.list(view.options());
        sql.words(parameters.isEmpty() ? "" : "WITH (" + parameters + ")");
        view.options().find("tablespace").ifPresent(tablespace -> sql.words("TABLESPACE").name(tablespace));
        boolean filled = view.materialized() && !view.options().has("no_data");
        String text = sql + " AS\n" + view.query().sql() + (view.options().has("no_data") ? "\nWITH NO DATA" : "");
        var statements = new ArrayList<>(withComment(text, view.materialized() ? "MATERIALIZED VIEW" : "VIEW", view));
        statements.set(0, statements.getFirst().scanning(filled));
        ViewForms.defaults(view).forEach(statements::add);
        view.parts().all(Index.class).forEach(index -> statements.add(Statement.of(tables.index(view.name(), index)).locking("SHARE").scanning(true)));
        return statements;
    }

    private static String enumType(EnumType type) {
        String labels = type.labels().stream().map(Postgresql.QUOTING::literal).collect(Collectors.joining(", "));
        return sql("CREATE TYPE").words(name(type.name())).words("AS ENUM (" + labels + ")").toString();
    }

    /** A condition that is not valid for all values cannot stand in CREATE DOMAIN. */
    private static List<Statement> createDomain(Domain domain) {
        var statements = new ArrayList<>(withComment(domain(domain), "DOMAIN", domain));
        domain.checks().stream().filter(check -> check.options().has("not_valid")).forEach(check -> statements.add(DomainChanges.addCheck(domain, check)));
        return statements;
    }

    private static String domain(Domain domain) {
        Sql sql = sql("CREATE DOMAIN").words(name(domain.name())).words("AS").words(TableRenderer.type(domain.type()));
        domain.collation().ifPresent(collation -> sql.words("COLLATE").words(name(ObjectName.parse(collation))));
        domain.defaultValue().ifPresent(value -> sql.words("DEFAULT").words(value.sql()));
        sql.words(domain.nullable() ? "" : "NOT NULL");
        for (Check check : domain.checks().stream().filter(check -> !check.options().has("not_valid")).toList()) {
            sql.words("CONSTRAINT").name(check.name()).words("CHECK (" + check.condition().sql() + ")");
        }
        return sql.toString();
    }

    private static String sequence(Sequence sequence) {
        Sql sql = sql(sequence.options().has("unlogged") ? "CREATE UNLOGGED SEQUENCE" : "CREATE SEQUENCE").words(name(sequence.name()))
                .words(PostgresqlSequences.sql(sequence.options()));
        sequence.ownedBy().ifPresent(owner -> sql.words("OWNED BY").name(owner.table().namespace(), owner.table().name(), owner.column()));
        return sql.toString();
    }

    private static void sequence(Sequence before, Sequence after, List<Statement> statements) {
        Options old = before.options();
        if (!old.equals(after.options())) {
            PostgresqlSequences.moves(name(after.name()), old, after.options(), "BIGINT").forEach(move -> statements.add(Statement.of(move)));
            statements.add(Statement.of(sql("ALTER SEQUENCE").words(name(after.name())).words(PostgresqlSequences.reset(after.options(), "BIGINT")).toString()));
        }
        Optional<Sequence.ColumnRef> owner = after.ownedBy();
        if (!before.ownedBy().equals(owner)) {
            Sql sql = sql("ALTER SEQUENCE").words(name(after.name())).words("OWNED BY");
            statements.add(Statement.of(owner.map(column -> sql.name(column.table().namespace(), column.table().name(), column.column()))
                    .orElseGet(() -> sql.words("NONE")).toString()));
        }
    }

    private static String extension(Extension extension) {
        Sql sql = sql("CREATE EXTENSION").name(extension.name().name());
        return (extension.namespace().isEmpty() ? sql : sql.words("SCHEMA").name(extension.namespace())).toString();
    }
}
