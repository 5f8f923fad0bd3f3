package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How tables refer to each other. */
final class SqliteReferences {
    private SqliteReferences() {}

    /** The places of the tables in an order in which a table comes after those that it refers to, circles aside. */
    static List<Integer> parentsFirst(List<Table> tables) {
        var places = places(tables);
        var order = new LinkedHashSet<Integer>();
        for (int place = 0; place < tables.size(); place++) {
            add(place, tables, places, order);
        }
        return List.copyOf(order);
    }

    /** Adds a table behind its parents; depth first without recursion, so that a long chain of tables does no harm. */
    private static void add(int start, List<Table> tables, Map<ObjectName, Integer> places, Set<Integer> order) {
        var path = new ArrayDeque<Integer>(List.of(start));
        var seen = new HashSet<Integer>();
        while (!path.isEmpty()) {
            int place = path.peek();
            boolean returned = !seen.add(place) || order.contains(place);
            if (returned) {
                order.add(path.pop());
            } else {
                parents(tables.get(place), places).stream().filter(parent -> !seen.contains(parent) && !order.contains(parent)).forEach(path::push);
            }
        }
    }

    /** Whether a foreign key leads back to its own table, through tables of the list. */
    static boolean isCircular(List<Table> tables, Table table, ForeignKey key) {
        var places = places(tables);
        var seen = new HashSet<Integer>();
        var queue = new ArrayDeque<Integer>();
        Integer target = places.get(key.target());
        Integer self = places.get(table.name());
        if (target != null) {
            queue.add(target);
        }
        while (!queue.isEmpty()) {
            int place = queue.poll();
            if (self != null && place == self) {
                return true;
            }
            if (seen.add(place)) {
                queue.addAll(parents(tables.get(place), places));
            }
        }
        return false;
    }

    private static Map<ObjectName, Integer> places(List<Table> tables) {
        var places = new HashMap<ObjectName, Integer>();
        for (int i = 0; i < tables.size(); i++) {
            places.put(tables.get(i).name(), i);
        }
        return places;
    }

    private static List<Integer> parents(Table table, Map<ObjectName, Integer> places) {
        return table.foreignKeys().stream().map(key -> places.get(key.target())).filter(place -> place != null).distinct().toList();
    }
}
