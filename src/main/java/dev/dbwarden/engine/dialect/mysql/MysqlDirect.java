package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each step as it is spelled by itself; a column of a table whose rows have a history gets its other name in the history too. */
record MysqlDirect(Mysql dialect) implements Spelling {
    @Override
    public List<Scripted> script(Draft ordered) {
        Set<ObjectName> versioned = Stream.of(ordered.before(), ordered.after()).flatMap(schema -> schema.all(Table.class)).filter(AlterTable::isVersioned).map(Table::name).collect(Collectors.toSet());
        return ordered.steps().stream().flatMap(step -> dialect.render(step.change()).stream().map(statement -> new Scripted(of(statement, step.change(), versioned), step.cause()))).toList();
    }

    private static Statement of(Statement statement, Change change, Set<ObjectName> versioned) {
        boolean inHistory = change instanceof RenamePart(ObjectName table, Kind kind, _, _, _) && kind == Kind.COLUMN && versioned.contains(table);
        return inHistory ? statement.withSql(AlterTable.WITH_HISTORY + statement.sql()) : statement;
    }
}
