package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spells steps one after the other. A column is renamed in the light of its table: not where a key is made of it, and with the
 * projections over it dropped before and made again after, because the server follows a rename into neither. So are those that
 * compute with a column whose type changes; where several such steps follow, once around all of them.
 */
final class ClickhouseSpelling implements Spelling {
    private final ClickhouseRenderer renderer;

    ClickhouseSpelling(ClickhouseRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public List<Scripted> script(Draft ordered) {
        List<List<Ref>> inTheWay = inTheWay(ordered);
        List<List<Ref>> comeBack = comeBack(ordered.steps(), inTheWay);
        var now = new SchemaEditor(ordered.before());
        var script = new ArrayList<Scripted>();
        var away = new HashSet<Ref>();
        for (int i = 0; i < ordered.steps().size(); i++) {
            Step step = ordered.steps().get(i);
            var statements = new ArrayList<Statement>();
            inTheWay.get(i).stream().filter(away::add).forEach(ref -> statements.addAll(renderer.render(new DropObject(now.find(ref).orElseThrow()))));
            step.change().applyTo(now);
            statements.addAll(renderer.render(step.change()));
            comeBack.get(i).stream().filter(away::remove).forEach(ref -> statements.addAll(renderer.render(new CreateObject(now.find(ref).orElseThrow()))));
            statements.forEach(statement -> script.add(new Scripted(statement, step.cause())));
        }
        return script;
    }

    /** For each step the projections that are in its way. */
    private static List<List<Ref>> inTheWay(Draft ordered) {
        var now = new SchemaEditor(ordered.before());
        var inTheWay = new ArrayList<List<Ref>>();
        for (Step step : ordered.steps()) {
            inTheWay.add(inTheWay(step.change(), now).stream().map(DefinedObject::ref).toList());
            step.change().applyTo(now);
        }
        return inTheWay;
    }

    /** For each step those of its projections that are in the way of none that follows, before one drops them. */
    private static List<List<Ref>> comeBack(List<Step> steps, List<List<Ref>> inTheWay) {
        var comeBack = new ArrayDeque<List<Ref>>();
        var later = new HashSet<Ref>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            comeBack.addFirst(inTheWay.get(i).stream().filter(ref -> !later.contains(ref)).toList());
            later.addAll(inTheWay.get(i));
            if (steps.get(i).change() instanceof DropObject(SchemaObject dropped)) {
                later.remove(dropped.ref());
            }
        }
        return List.copyOf(comeBack);
    }

    /** The projections that the server would not let a change of their columns break (errors 47, 70 and 524, tried out with 26.5). */
    private static List<DefinedObject> inTheWay(Change change, SchemaEditor now) {
        return switch (change) {
            case RenamePart(ObjectName table, Kind kind, String from, _, _) when kind == Kind.COLUMN -> {
                refuseKey(table, from, now);
                yield projections(table, from, now).toList();
            }
            case AlterPart(ObjectName table, Column from, Column to) when !from.type().equals(to.type()) ->
                    projections(table, from.name(), now).filter(each -> !isSorted(each)).toList();
            default -> List.of();
        };
    }

    /** Whether it holds rows of the table, and not what was computed of them. */
    private static boolean isSorted(DefinedObject projection) {
        return ClickhouseTokens.of(projection.definition().sql()).tokens().stream().anyMatch(token -> token.is("ORDER"));
    }

    private static void refuseKey(ObjectName table, String column, SchemaEditor now) {
        now.table(table).filter(each -> ClickhouseInPlace.isFixed(each, column)).ifPresent(each -> {
            throw new UnsupportedChangeException(each.ref(), ("column %s.%s cannot be renamed: the table's engine or one of its keys is made of it, which ClickHouse refuses (error 524); "
                    + "leave the name, or add a column of the new name, fill it with ALTER TABLE ... UPDATE, and change the key in a migration of its own").formatted(table, column));
        });
    }

    private static Stream<DefinedObject> projections(ObjectName table, String column, SchemaEditor now) {
        return now.objects().stream().filter(DefinedObject.class::isInstance).map(DefinedObject.class::cast)
                .filter(each -> each.kind().equals(TableReader.PROJECTION) && each.name().equals(table) && each.definition().words().contains(column));
    }
}
