package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /** Each table with a number that it shares with those from which, through tables of the list, foreign keys lead to it and back (Kosaraju). */
    static Map<ObjectName, Integer> circles(List<Table> tables) {
        var places = places(tables);
        var children = new HashMap<Integer, List<Integer>>();
        for (int place = 0; place < tables.size(); place++) {
            int child = place;
            parents(tables.get(place), places).forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child));
        }
        var circles = new HashMap<ObjectName, Integer>();
        for (int root : parentsFirst(tables).reversed()) {
            var queue = new ArrayDeque<Integer>(List.of(root));
            while (!queue.isEmpty()) {
                int place = queue.poll();
                if (circles.putIfAbsent(tables.get(place).name(), root) == null) {
                    queue.addAll(children.getOrDefault(place, List.of()));
                }
            }
        }
        return circles;
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
