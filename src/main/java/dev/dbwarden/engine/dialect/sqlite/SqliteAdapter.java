package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.WholeTables;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns changes into what SQLite can do: foreign keys go into the table that is made, what cannot be altered is dropped and made
 * again, and what ALTER TABLE cannot do is a rebuild, with the tables that refer to the table, and with the views and triggers
 * over them.
 */
final class SqliteAdapter {
    private final Draft draft;
    private final Map<ObjectName, Table> dropped = new LinkedHashMap<>();

    private SqliteAdapter(Draft draft) {
        this.draft = draft;
    }

    static List<Step> adapt(Draft draft) {
        return new SqliteAdapter(draft).adapted();
    }

    private List<Step> adapted() {
        List<Step> steps = WholeTables.of(draft.steps(), ForeignKey.class::isInstance).stream().flatMap(this::respelled).toList();
        Map<ObjectName, Integer> causes = rebuilt(steps);
        causes.putAll(untangled(steps));
        List<Step> rebuilds = rebuilds(causes);
        var remade = new HashMap<ObjectName, Table>();
        rebuilds.forEach(step -> ((RebuildTables) step.change()).after().forEach(table -> remade.put(table.name(), table)));
        List<Step> rest = steps.stream().filter(step -> step.change().alteredTable().filter(remade::containsKey).isEmpty())
                .map(step -> step.change() instanceof DropObject(Table table) && remade.containsKey(table.name())
                        ? new Step(new DropObject(remade.get(table.name())), step.cause()) : step).toList();
        return new SqliteDependents(draft, inRound(rest, rebuilds)).steps();
    }

    /**
     * Tables that are dropped and refer to each other in a circle are first made anew without these references, because none of
     * them could be dropped while foreign keys are enforced. {@code dropped} then holds them as they are when they go.
     */
    private Map<ObjectName, Integer> untangled(List<Step> steps) {
        var untangled = new LinkedHashMap<ObjectName, Integer>();
        for (Step step : steps) {
            if (step.change() instanceof DropObject(Table table)) {
                dropped.put(table.name(), table);
            }
        }
        Map<ObjectName, Integer> circles = SqliteReferences.circles(List.copyOf(dropped.values()));
        for (Step step : steps) {
            if (step.change() instanceof DropObject(Table table) && table.foreignKeys().stream().anyMatch(key -> isTangled(circles, table, key))) {
                untangled.put(table.name(), step.cause());
                dropped.put(table.name(), table.withParts(Parts.of(table.parts().stream()
                        .filter(part -> !(part instanceof ForeignKey key && isTangled(circles, table, key))).toList())));
            }
        }
        return untangled;
    }

    /** A table that refers to itself can be dropped, unless RESTRICT stands in the way. */
    private static boolean isTangled(Map<ObjectName, Integer> circles, Table table, ForeignKey key) {
        return key.target().equals(table.name()) ? key.onDelete().equals("RESTRICT") : Objects.equals(circles.get(key.target()), circles.get(table.name()));
    }

    /**
     * The steps as they have to follow each other where nothing tells or no order suits all: views and triggers go first, because
     * they may name a table as it was called before this migration renamed it; where tables refer to each other in a round, they
     * are made before others are made anew to refer to them, and dropped after others ceased to.
     */
    private static List<Step> inRound(List<Step> rest, List<Step> rebuilds) {
        if (rebuilds.isEmpty()) {
            return rest;
        }
        var round = new ArrayList<Step>();
        rest.stream().filter(step -> place(step) < 0).forEach(round::add);
        rest.stream().filter(step -> place(step) == 0).forEach(round::add);
        round.addAll(rebuilds);
        rest.stream().filter(step -> place(step) > 0).forEach(round::add);
        return round;
    }

    private static int place(Step step) {
        return switch (step.change()) {
            case DropObject(SchemaObject object) when !(object instanceof Table) -> -1;
            case CreateObject(Table _) -> 0;
            default -> 1;
        };
    }

    private List<Step> rebuilds(Map<ObjectName, Integer> causes) {
        if (causes.isEmpty()) {
            return List.of();
        }
        return new SqliteRebuildGroups(draft, dropped.keySet()).of(causes.keySet()).stream()
                .map(group -> new Step(rebuild(group), group.stream().filter(causes::containsKey).mapToInt(causes::get).min().orElse(0))).toList();
    }

    private RebuildTables rebuild(List<ObjectName> tables) {
        var before = tables.stream().map(name -> draft.before().table(name).orElseThrow()).toList();
        return new RebuildTables(before, before.stream().map(table -> draft.after().table(table.name()).orElse(dropped.getOrDefault(table.name(), table))).toList());
    }

    /** What is neither table nor column is dropped and made again where it changes. */
    private Stream<Step> respelled(Step step) {
        return switch (step.change()) {
            case AlterObject(DefinedObject before, DefinedObject after) when SqliteVirtualTables.keepsRows(before, after) -> Stream.of(step);
            case AlterObject(SchemaObject before, SchemaObject after) when !(after instanceof Table) ->
                    Stream.of(new Step(new DropObject(before), step.cause()), new Step(new CreateObject(after), step.cause()));
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.INDEX ->
                    Stream.of(new Step(new DropPart(table, index(draft.before().table(table).orElseThrow(), from)), step.cause()),
                            new Step(new AddPart(table, index(draft.after().table(table).orElseThrow(), to)), step.cause()));
            default -> Stream.of(step);
        };
    }

    private static Index index(Table table, String name) {
        return (Index) table.parts().find(new PartKey(Kind.INDEX, name)).orElseThrow();
    }

    /** The tables that have to be made anew, with the first change that asks for it. */
    private Map<ObjectName, Integer> rebuilt(List<Step> steps) {
        var inPlace = new SqliteInPlace(draft);
        var causes = new LinkedHashMap<ObjectName, Integer>();
        for (Step step : steps) {
            step.change().alteredTable().filter(_ -> !inPlace.allows(step.change())).ifPresent(table -> causes.merge(table, step.cause(), Math::min));
        }
        return causes;
    }
}
