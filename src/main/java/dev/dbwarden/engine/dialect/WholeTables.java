package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Steps in which parts stand inside the table that is made or dropped with them. */
public final class WholeTables {
    private final Map<ObjectName, List<TablePart>> made = new HashMap<>();
    private final Map<ObjectName, List<TablePart>> dropped = new HashMap<>();
    private final List<Step> apart = new ArrayList<>();

    private WholeTables(List<Step> steps, Predicate<TablePart> inside) {
        for (Step step : steps) {
            switch (step.change()) {
                case CreateObject(Table table) -> made.put(table.name(), new ArrayList<>());
                case DropObject(Table table) -> dropped.put(table.name(), new ArrayList<>());
                default -> { }
            }
        }
        for (Step step : steps) {
            switch (step.change()) {
                case AddPart(ObjectName table, TablePart part) when inside.test(part) && made.containsKey(table) -> made.get(table).add(part);
                case DropPart(ObjectName table, TablePart part) when inside.test(part) && dropped.containsKey(table) -> dropped.get(table).add(part);
                default -> apart.add(step);
            }
        }
    }

    /** @param inside the parts that a statement of their table holds too; the others stay steps of their own */
    public static List<Step> of(List<Step> steps, Predicate<TablePart> inside) {
        var whole = new WholeTables(steps, inside);
        return whole.apart.stream().map(whole::completed).toList();
    }

    private Step completed(Step step) {
        return switch (step.change()) {
            case CreateObject(Table table) when !made.get(table.name()).isEmpty() -> new Step(new CreateObject(with(table, made.get(table.name()))), step.cause());
            case DropObject(Table table) when !dropped.get(table.name()).isEmpty() -> new Step(new DropObject(with(table, dropped.get(table.name()))), step.cause());
            default -> step;
        };
    }

    private static Table with(Table table, List<TablePart> parts) {
        return table.withParts(Parts.of(Stream.concat(table.parts().stream(), parts.stream()).toList()));
    }
}
