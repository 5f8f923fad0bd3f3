package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.lint.Reversibility;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as both versions can use it. It has the columns of both; none that only one of them writes is required. A condition on values
 * holds where both versions know it, and a key as long as the older one does.
 */
final class TableBridge {
    private final Table before;
    private final Table after;
    private final Map<String, String> twins;
    private final Bridge bridge;
    /** Columns that are as they were until the contract. */
    private final Set<String> unchanged = new HashSet<>();

    TableBridge(Table before, Table after, Map<String, String> twins, Bridge bridge) {
        this.before = before;
        this.after = after;
        this.twins = twins;
        this.bridge = bridge;
    }

    Table table() {
        var parts = new ArrayList<TablePart>();
        before.parts().forEach(part -> staying(part).ifPresent(parts::add));
        after.parts().stream().filter(part -> before.parts().find(part.partKey()).isEmpty()).forEach(part -> coming(part).ifPresent(parts::add));
        return after.withParts(Parts.of(parts)).withOptions(sameKeys() ? after.options() : before.options());
    }

    private Optional<TablePart> staying(TablePart part) {
        if (part instanceof Column column) {
            return Optional.of(after.column(column.name()).map(wanted -> shared(column, wanted)).orElseGet(() -> leaving(column)));
        }
        Optional<TablePart> wanted = after.parts().find(part.partKey());
        if (wanted.isEmpty()) {
            return part instanceof Check check && !isRenamed(check, after, before) && Collections.disjoint(check.condition().words(), leavingNames()) ? Optional.empty() : Optional.of(part);
        }
        if (wanted.get().equals(part) || wanted.get().equals(underNewNames(part))) {
            return Optional.of(part);
        }
        if (part instanceof Check) {
            return Optional.empty();
        }
        if (!wanted.get().withName(part.name()).equals(part) && (!(part instanceof Index index) || index.unique())) {
            bridge.note(Unsplit.late(part.ref(before.name()), "it is held to until the new one can be"));
        }
        return Optional.of(part);
    }

    private Optional<TablePart> coming(TablePart part) {
        return switch (part) {
            case Column column when twins.containsValue(column.name()) -> Optional.of(column.withNullable(true).withDefault(Optional.empty()));
            case Column column when column.isRequired() -> Optional.of(column.withNullable(true));
            case Column column -> Optional.of(column);
            case PrimaryKey key when before.primaryKey().isEmpty() && key.columns().stream().allMatch(column -> before.column(column).isEmpty() && after.column(column).filter(each -> !each.isRequired()).isPresent()) -> Optional.of(key);
            case Index index when !index.unique() && bridge.isFree(index.name()) && !isRenamed(index, before, after) && isUsable(index) -> Optional.of(index);
            default -> Optional.empty();
        };
    }

    /** A column of both versions: as the newer one wants it, but for what it asks of the older one. */
    private Column shared(Column column, Column wanted) {
        if (column.equals(wanted)) {
            return column;
        }
        if (!keepsValues(column, wanted)) {
            unchanged.add(column.name());
            bridge.note(Unsplit.late(column.ref(before.name()), "a column has one type for both versions, %s or %s".formatted(column.type(), wanted.type())));
            return column.withNullable(column.nullable() || wanted.nullable());
        }
        return wanted.withNullable(column.nullable() || wanted.nullable()).withDefault(wanted.defaultValue().or(column::defaultValue));
    }

    /** Whether every value of the older version is one of the newer, and who gives it stays the same. */
    private boolean keepsValues(Column column, Column wanted) {
        return column.identity().equals(wanted.identity()) && column.generated().equals(wanted.generated())
                && (column.type().equals(wanted.type()) || Reversibility.of(new AlterPart(before.name(), column, wanted), bridge.dialect()) == Reversibility.EXACT);
    }

    /** A column that the newer version does not know, and so does not write. */
    private Column leaving(Column column) {
        boolean key = before.primaryKey().filter(each -> each.columns().contains(column.name())).isPresent();
        return !key && (column.isRequired() || twins.containsKey(column.name())) ? column.withNullable(true) : column;
    }

    /** How a table is kept, and parted, may depend on its keys. */
    private boolean sameKeys() {
        return before.primaryKey().equals(after.primaryKey()) && before.uniques().equals(after.uniques());
    }

    private Set<String> leavingNames() {
        var names = new HashSet<String>();
        before.columns().stream().map(Column::name).filter(name -> after.column(name).isEmpty()).forEach(names::add);
        return names;
    }

    private TablePart underNewNames(TablePart part) {
        TablePart renamed = part;
        for (Map.Entry<String, String> twin : twins.entrySet()) {
            renamed = renamed.renameColumn(twin.getKey(), twin.getValue());
        }
        return renamed;
    }

    /** Whether the part is there under another name on the other side, and nothing on this one has that name. */
    private static boolean isRenamed(TablePart part, Table other, Table own) {
        return !part.name().isEmpty() && other.parts().stream().anyMatch(each -> each.kind() == part.kind() && own.parts().find(each.partKey()).isEmpty()
                && each.withName("").equals(part.withName("")));
    }

    private boolean isUsable(Index index) {
        return Collections.disjoint(index.columns(), unchanged) && Collections.disjoint(index.include(), unchanged)
                && index.texts().stream().allMatch(text -> Collections.disjoint(text.words(), unchanged));
    }
}
