package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables are made anew together: those that have to be, and all that refer to them, directly or not, before or after, so that
 * no row refers to a table that is dropped. Tables that have nothing to do with each other stay apart.
 */
final class SqliteRebuildGroups {
    private final Draft draft;
    private final Set<ObjectName> dropped;
    private final Map<ObjectName, Set<ObjectName>> children = new HashMap<>();

    SqliteRebuildGroups(Draft draft, Set<ObjectName> dropped) {
        this.draft = draft;
        this.dropped = dropped;
        note(draft.before());
        note(draft.after());
    }

    private void note(Schema schema) {
        schema.tables().filter(table -> draft.before().table(table.name()).isPresent()).forEach(table -> {
            for (ForeignKey key : table.foreignKeys()) {
                children.computeIfAbsent(key.target(), _ -> new LinkedHashSet<>()).add(table.name());
            }
        });
    }

    List<List<ObjectName>> of(Collection<ObjectName> rebuilt) {
        Set<ObjectName> all = closure(rebuilt);
        Map<ObjectName, Set<ObjectName>> neighbours = new HashMap<>();
        for (ObjectName parent : all) {
            for (ObjectName child : children.getOrDefault(parent, Set.of())) {
                if (all.contains(child)) {
                    neighbours.computeIfAbsent(parent, _ -> new LinkedHashSet<>()).add(child);
                    neighbours.computeIfAbsent(child, _ -> new LinkedHashSet<>()).add(parent);
                }
            }
        }
        var groups = new ArrayList<List<ObjectName>>();
        var done = new LinkedHashSet<ObjectName>();
        for (ObjectName table : all) {
            if (!done.contains(table)) {
                Set<ObjectName> group = reached(List.of(table), neighbours);
                done.addAll(group);
                groups.add(List.copyOf(group));
            }
        }
        return groups;
    }

    /** A table that is dropped anyway only has to come along where a table that stays refers to it. */
    private Set<ObjectName> closure(Collection<ObjectName> rebuilt) {
        Set<ObjectName> all = reached(rebuilt, children);
        var targets = new LinkedHashSet<ObjectName>();
        all.stream().filter(name -> !dropped.contains(name)).flatMap(name -> draft.before().table(name).stream())
                .flatMap((Table table) -> table.foreignKeys().stream()).forEach(key -> targets.add(key.target()));
        all.removeIf(name -> dropped.contains(name) && !targets.contains(name) && !rebuilt.contains(name));
        return all;
    }

    private static Set<ObjectName> reached(Collection<ObjectName> from, Map<ObjectName, Set<ObjectName>> edges) {
        var reached = new LinkedHashSet<>(from);
        var queue = new ArrayDeque<>(from);
        while (!queue.isEmpty()) {
            for (ObjectName next : edges.getOrDefault(queue.poll(), Set.of())) {
                if (reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }
}
