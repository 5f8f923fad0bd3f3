package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The foreign keys of a document, checked when all its tables are known.
 *
 * <p>A snapshot with a valid checksum is not checked: it says what a database holds, and SQLite lets a key refer to nothing.
 */
final class References {
    private record Reference(ForeignKey key, Path table, Path columns) {}

    private record Target(Set<String> columns, boolean inherits) {}

    private final boolean checked;
    private final Map<ObjectName, Target> tables = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    References(boolean checked) {
        this.checked = checked;
    }

    boolean areChecked() {
        return checked;
    }

    void table(ObjectName name, Set<String> columns, boolean inherits) {
        tables.put(name, new Target(columns, inherits));
    }

    void check(ForeignKey key, Path table, Path columns) {
        if (checked) {
            references.add(new Reference(key, table, columns));
        }
    }

    /** Adds every key that refers to nothing. */
    void settle(Mistakes mistakes) {
        for (Reference reference : references) {
            Target target = tables.get(reference.key().target());
            if (target == null) {
                mistakes.add(reference.table(), "there is no table " + reference.key().target() + " to refer to", "add the table, or remove the foreign key");
                continue;
            }
            for (String column : reference.key().targetColumns()) {
                if (!target.columns().contains(column) && !target.inherits()) {
                    mistakes.add(reference.columns(), "table %s has no column %s to refer to".formatted(reference.key().target(), column),
                            "its columns: " + String.join(", ", target.columns()));
                }
            }
        }
    }
}
