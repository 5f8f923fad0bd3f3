package dev.dbwarden.service.source.sqlalchemy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tables that refer to each other in a circle, so that none of them can be created first: SQLAlchemy adds all their foreign keys afterwards.
 * Tarjan's strongly connected components, without recursion.
 */
final class Cycles {
    private final Function<TableModel, List<TableModel>> referred;
    private final Map<TableModel, Integer> order = new HashMap<>();
    private final Map<TableModel, Integer> lowest = new HashMap<>();
    private final Deque<TableModel> open = new ArrayDeque<>();
    private final Set<TableModel> isOpen = new HashSet<>();
    private final Set<TableModel> cyclic = new HashSet<>();

    private Cycles(Function<TableModel, List<TableModel>> referred) {
        this.referred = referred;
    }

    static Set<TableModel> among(Iterable<TableModel> tables, Function<TableModel, List<TableModel>> referred) {
        var cycles = new Cycles(referred);
        for (TableModel table : tables) {
            if (!cycles.order.containsKey(table)) {
                cycles.visit(table);
            }
        }
        return cycles.cyclic;
    }

    /** A table on the way, and those that it refers to and that are still to be visited. */
    private record Step(TableModel table, Deque<TableModel> left) {}

    private void visit(TableModel start) {
        var way = new ArrayDeque<Step>();
        way.push(enter(start));
        while (!way.isEmpty()) {
            Step step = way.peek();
            if (step.left().isEmpty()) {
                way.pop();
                leave(step.table());
                if (!way.isEmpty()) {
                    lowest.merge(way.peek().table(), lowest.getOrDefault(step.table(), 0), Math::min);
                }
            } else {
                TableModel next = step.left().pop();
                if (!order.containsKey(next)) {
                    way.push(enter(next));
                } else if (isOpen.contains(next)) {
                    lowest.merge(step.table(), order.getOrDefault(next, 0), Math::min);
                }
            }
        }
    }

    private Step enter(TableModel table) {
        order.put(table, order.size());
        lowest.put(table, order.size() - 1);
        open.push(table);
        isOpen.add(table);
        return new Step(table, new ArrayDeque<>(referred.apply(table)));
    }

    private void leave(TableModel table) {
        if (!lowest.getOrDefault(table, 0).equals(order.get(table))) {
            return;
        }
        var component = new ArrayList<TableModel>();
        TableModel last;
        do {
            last = open.pop();
            isOpen.remove(last);
            component.add(last);
        } while (last != table);
        if (component.size() > 1) {
            cyclic.addAll(component);
        }
    }
}
