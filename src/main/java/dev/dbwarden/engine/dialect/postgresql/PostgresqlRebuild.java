package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a table and its partitions anew with their rows.
 *
 * <p>The old table is put aside before the new one is made: the rename waits for all who write to it and keeps others from doing so, so that
 * no row is written to a table that is about to be dropped, in a transaction or without one.
 */
final class PostgresqlRebuild {
    private final RebuildTables rebuild;
    private final TableRenderer tables;

    PostgresqlRebuild(RebuildTables rebuild, TableRenderer tables) {
        this.rebuild = rebuild;
        this.tables = tables;
    }

    List<Statement> statements() {
        ObjectName aside = PostgresqlNames.aside(rebuild.before().getFirst().name());
        Set<ObjectName> made = rebuild.after().stream().map(Table::name).collect(Collectors.toSet());
        var statements = new ArrayList<Statement>();
        rebuild.before().stream().map(Table::name).filter(made::contains)
                .forEach(table -> statements.add(exclusive(PostgresqlRenderer.alter(table).words("RENAME TO").name(PostgresqlNames.aside(table).name()))));
        rebuild.after().forEach(table -> statements.addAll(tables.create(table)));
        copy(rebuild.before().getFirst(), rebuild.after().getFirst(), aside).ifPresent(statements::add);
        statements.add(exclusive(sql("DROP TABLE").words(name(aside))));
        return statements;
    }

    private static Optional<Statement> copy(Table before, Table after, ObjectName aside) {
        List<Column> columns = after.columns().stream()
                .filter(column -> column.generated().isEmpty() && before.column(column.name()).isPresent()).toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String values = columns.stream().map(column -> value(before.column(column.name()).orElseThrow(), column)).collect(Collectors.joining(", "));
        return Optional.of(Statement.of(sql("INSERT INTO").words(name(after.name())).names(columns.stream().map(Column::name).toList())
                .words("SELECT").words(values).words("FROM").words(name(aside)).toString()).scanning(true));
    }

    private static String value(Column before, Column after) {
        String column = Postgresql.QUOTING.name(after.name());
        return before.type().equals(after.type()) || Casts.isImplicit(before.type(), after.type()) ? column : Casts.using(column, before.type(), after.type());
    }
}
