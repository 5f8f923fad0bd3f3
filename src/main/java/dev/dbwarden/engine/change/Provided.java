package dev.dbwarden.engine.change;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What others can use once a thing is there. */
final class Provided {
    private Provided() {}

    static Set<Ref> by(SchemaObject object) {
        var refs = new HashSet<Ref>();
        refs.add(object.ref());
        if (object instanceof DefinedObject defined && defined.onTable()) {
            refs.add(Ref.named(defined.part()));
        } else {
            refs.add(Ref.named(object.name().name()));
            refs.add(Ref.named(object.name()));
        }
        if (object instanceof DefinedObject defined && defined.takenForType()) {
            refs.add(Required.CLASSES);
        }
        if (object instanceof Relation relation) {
            relation.parts().forEach(part -> refs.addAll(by(object.name(), part)));
        }
        return refs;
    }

    static Set<Ref> by(ObjectName table, TablePart part) {
        var refs = new HashSet<Ref>();
        refs.add(part.ref(table));
        switch (part) {
            case PrimaryKey key -> constraint(refs, table, key.name(), key.columns());
            case Unique unique -> constraint(refs, table, unique.name(), unique.columns());
            case Index index -> {
                refs.add(Ref.named(index.name()));
                if (index.unique() && index.where().isEmpty()) {
                    refs.add(key(table, index.columns()));
                }
            }
            case Column column -> column.identity().map(Identity::sequence).filter(name -> !name.name().isEmpty())
                    .ifPresent(name -> refs.add(Ref.named(name.name())));
            default -> { }
        }
        return refs;
    }

    private static void constraint(Set<Ref> refs, ObjectName table, String name, List<String> columns) {
        refs.add(key(table, columns));
        if (!name.isEmpty()) {
            refs.add(Ref.named(name));
        }
    }

    /** The uniqueness of columns, which a foreign key needs of its target, whatever the order of the columns. */
    static Ref key(ObjectName table, List<String> columns) {
        return Ref.part(Kind.UNIQUE, table, "key " + columns.stream().sorted().toList());
    }
}
