package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/** The schema's own operator classes that are taken for their type: the server does not print them in an index over a column of it. */
record DefaultClasses(List<OperatorClass> classes) {
    static DefaultClasses of(Schema schema) {
        return new DefaultClasses(schema.all(DefinedObject.class).flatMap(object -> OperatorClass.of(object).stream()).filter(OperatorClass::usual).toList());
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    /** A table whose indexes do not say so; the very same where none does. */
    Relation in(Relation table) {
        if (isEmpty()) {
            return table;
        }
        boolean same = table.parts().stream().allMatch(part -> !(part instanceof Index index) || without(index, table) == index);
        return same ? table : table.withParts(Parts.of(table.parts().stream().map(part -> part instanceof Index index ? without(index, table) : part).toList()));
    }

    /** An index without what it says needlessly. */
    private Index without(Index index, Relation relation) {
        Index bare = index;
        for (OperatorClass operators : classes) {
            var uses = new ClassUses(operators, relation);
            if (bare.keys().stream().anyMatch(key -> uses.isSaidNeedlessly(key, index))) {
                bare = new Index(index.name(), index.unique(), index.method(), bare.keys().stream().map(key -> uses.isSaidNeedlessly(key, index) ? ClassUses.unnamed(key) : key).toList(),
                        index.include(), index.where(), index.options(), index.written());
            }
        }
        return bare;
    }
}
