package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.List;

/** Foreign keys that name no columns of a table that is not in the model: to its primary key, which only a database knows. */
final class UnnamedTargets {
    private UnnamedTargets() {}

    /** A model's keys with the columns that the snapshot's have, which may be a database's. */
    static Schema continued(Schema model, Schema snapshot) {
        List<SchemaObject> objects = model.objects().map(object -> object instanceof Table table && table.foreignKeys().stream().anyMatch(UnnamedTargets::isOne)
                ? snapshot.table(table.name()).map(held -> named(table, held)).orElse(table) : object).toList();
        return objects.stream().allMatch(model::isSame) ? model : Schema.of(objects);
    }

    private static boolean isOne(ForeignKey key) {
        return key.targetColumns().isEmpty();
    }

    private static Table named(Table table, Table held) {
        return table.withParts(table.parts().map(part -> part instanceof ForeignKey key && isOne(key) && held.parts().find(key.partKey()).orElse(null) instanceof ForeignKey other
                && key.withTarget(key.target(), other.targetColumns()).equals(other) ? other : part));
    }
}
