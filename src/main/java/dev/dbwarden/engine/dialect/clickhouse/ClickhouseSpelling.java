package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells steps one after the other. A column is renamed in the light of its table: not where a key is made of it, and with the
 * projections over it dropped before and made again after, because the server follows a rename into neither.
 */
final class ClickhouseSpelling implements Spelling {
    private final ClickhouseRenderer renderer;

    ClickhouseSpelling(ClickhouseRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public List<Scripted> script(Draft ordered) {
        var now = new SchemaEditor(ordered.before());
        var script = new ArrayList<Scripted>();
        for (Step step : ordered.steps()) {
            statements(step.change(), now).forEach(statement -> script.add(new Scripted(statement, step.cause())));
        }
        return script;
    }

    private List<Statement> statements(Change change, SchemaEditor now) {
        if (!(change instanceof RenamePart(ObjectName table, Kind kind, String from, _)) || kind != Kind.COLUMN) {
            change.applyTo(now);
            return renderer.render(change);
        }
        refuseKey(table, from, now);
        List<DefinedObject> before = projections(table, from, now);
        change.applyTo(now);
        var statements = new ArrayList<Statement>();
        before.forEach(projection -> statements.addAll(renderer.render(new Change.DropObject(projection))));
        statements.addAll(renderer.render(change));
        before.forEach(projection -> statements.addAll(renderer.render(new Change.CreateObject(now.find(projection.ref()).orElseThrow()))));
        return statements;
    }

    private static void refuseKey(ObjectName table, String column, SchemaEditor now) {
        now.table(table).filter(each -> ClickhouseInPlace.isFixed(each, column)).ifPresent(each -> {
            throw new UnsupportedChangeException(each.ref(), ("column %s.%s cannot be renamed: the table's engine or one of its keys is made of it, which ClickHouse refuses (error 524); "
                    + "leave the name, or add a column of the new name, fill it with ALTER TABLE ... UPDATE, and change the key in a migration of its own").formatted(table, column));
        });
    }

    private static List<DefinedObject> projections(ObjectName table, String column, SchemaEditor now) {
        return now.objects().stream().filter(DefinedObject.class::isInstance).map(DefinedObject.class::cast)
                .filter(each -> each.kind().equals(TableReader.PROJECTION) && each.name().equals(table) && each.definition().words().contains(column)).toList();
    }
}
