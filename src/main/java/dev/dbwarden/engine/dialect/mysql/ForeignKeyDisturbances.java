package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign keys that stand in the way of a change: the servers alter no column of a key, on either side (MySQL errors 1832 and 1833), and drop
 * no index that one needs (1553).
 */
final class ForeignKeyDisturbances {
    private final Draft draft;
    private final Set<ObjectName> altered;

    ForeignKeyDisturbances(Draft draft, Set<ObjectName> altered) {
        this.draft = draft;
        this.altered = altered;
    }

    /** Takes a foreign key and its table, and the table whose change it stands in the way of. */
    @FunctionalInterface
    interface Disturbed {
        void key(ObjectName table, ForeignKey key, ObjectName because);
    }

    /** The keys, to be taken one by one. */
    Found find() {
        var found = new ArrayList<Found.One>();
        if (!altered.isEmpty()) {
            draft.before().tables().forEach(table -> table.foreignKeys().forEach(key -> {
                if (stands(table.name(), key.columns())) {
                    found.add(new Found.One(table.name(), key, table.name()));
                } else if (stands(key.target(), key.targetColumns())) {
                    found.add(new Found.One(table.name(), key, key.target()));
                }
            }));
        }
        return new Found(found);
    }

    /** What was found. */
    record Found(List<One> all) {
        /** One key. */
        record One(ObjectName table, ForeignKey key, ObjectName because) {}

        void forEach(Disturbed taker) {
            all.forEach(one -> taker.key(one.table, one.key, one.because));
        }
    }

    private boolean stands(ObjectName name, List<String> columns) {
        if (!altered.contains(name)) {
            return false;
        }
        Table before = draft.before().table(name).orElseThrow();
        Table after = draft.after().table(name).orElseThrow();
        return columns.stream().anyMatch(column -> changes(before.column(column), after.column(column))) || losesIndex(before, after, columns);
    }

    private static boolean changes(Optional<Column> before, Optional<Column> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return true;
        }
        Column old = before.get();
        Column now = after.get();
        return !old.type().equals(now.type()) || !old.collation().equals(now.collation()) || old.nullable() != now.nullable() || !old.generated().equals(now.generated());
    }

    /** Whether an index that begins with these columns goes or changes. */
    private static boolean losesIndex(Table before, Table after, List<String> columns) {
        var kept = new HashSet<TablePart>(after.parts().stream().filter(part -> !(part instanceof Column)).toList());
        boolean lost = before.parts().stream().anyMatch(part -> begins(part, columns) && !kept.contains(part));
        return lost && before.parts().stream().noneMatch(part -> begins(part, columns) && kept.contains(part));
    }

    private static boolean begins(TablePart part, List<String> columns) {
        List<String> indexed = switch (part) {
            case PrimaryKey key -> key.columns();
            case Unique unique -> unique.columns();
            case Index index -> index.columns();
            default -> List.of();
        };
        return !indexed.isEmpty() && indexed.size() >= columns.size() && Set.copyOf(indexed.subList(0, columns.size())).equals(Set.copyOf(columns));
    }
}
