package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.List;

/** A column changes, and with it those that partitions and heirs have from it; on ONLY the table they stay as they are (manual, ALTER TABLE). */
record InheritedColumns(PostgresqlScript script) {
    void alter(ObjectName table, Column before, Column after, boolean only) {
        script.foreignHeirs(table).forEach(heir -> script.put(only ? heir.without(before, after) : heir.following(before, after)));
        for (Table heir : script.heirs(table)) {
            if (only) {
                script.put(heir.name(), script.column(heir.name(), before.name()));
            } else {
                follow(heir, before, after);
            }
        }
        script.put(table, after);
    }

    private void follow(Table heir, Column before, Column after) {
        List<Table> further = script.heirs(heir.name());
        if (further.isEmpty() && heir.column(before.name()).isEmpty()) {
            return;
        }
        Column own = script.column(heir.name(), before.name());
        Column next = OwnColumns.followed(own, before, after);
        further.forEach(each -> follow(each, own, next));
        if (heir.column(before.name()).isPresent()) {
            script.put(heir.name(), next);
        }
    }
}
