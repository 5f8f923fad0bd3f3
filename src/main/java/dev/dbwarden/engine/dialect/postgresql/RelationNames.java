package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Who has which name in a schema, and which tables refer to which: found in one walk, when somebody asks first. */
final class RelationNames {
    /** What has a name: an object, or a part of it. */
    record Holder(Ref object, Optional<PartKey> part) {}

    /** Names that an object of a usual schema takes, with those of its parts. */
    static final int NAMES_EACH = 5;

    private final Schema schema;
    private Map<ObjectName, Holder> holders = Map.of();
    private final Map<ObjectName, Set<Ref>> referrers = new HashMap<>();
    private boolean known;

    RelationNames(Schema schema) {
        this.schema = schema;
    }

    /** The schema whose names these are. */
    Schema schema() {
        return schema;
    }

    Optional<Holder> holder(ObjectName name) {
        know();
        return Optional.ofNullable(holders.get(name));
    }

    /** The tables with foreign keys to this one. */
    Set<Ref> referrers(ObjectName target) {
        know();
        return referrers.getOrDefault(target, Set.of());
    }

    private void know() {
        if (known) {
            return;
        }
        known = true;
        holders = HashMap.newHashMap(NAMES_EACH * schema.size());
        schema.objects().forEach(object -> {
            each(object, (name, holder) -> put(holders, name, holder));
            if (object instanceof Relation relation) {
                relation.parts().all(ForeignKey.class).forEach(key -> referrers.computeIfAbsent(key.target(), _ -> new LinkedHashSet<>()).add(relation.ref()));
            }
        });
    }

    /** A relation's name comes before that of a constraint, which other tables may give to theirs. */
    static void put(Map<ObjectName, Holder> holders, ObjectName name, Holder holder) {
        if (holder.part().filter(part -> !isRelation(part.kind())).isPresent()) {
            holders.putIfAbsent(name, holder);
        } else {
            holders.put(name, holder);
        }
    }

    /** Whether the server keeps what is of this kind under its name in the one list of relations. */
    static boolean isRelation(Kind kind) {
        return kind == Kind.INDEX || kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    }

    /** Every name that an object takes: its own, and those of its keys, constraints and indexes. */
    static void each(SchemaObject object, BiConsumer<ObjectName, Holder> consumer) {
        Ref ref = object.ref();
        consumer.accept(object.name(), new Holder(ref, Optional.empty()));
        if (object instanceof Relation relation) {
            for (TablePart part : relation.parts().besidesColumns()) {
                if (!part.name().isEmpty()) {
                    consumer.accept(relation.name().withName(part.name()), new Holder(ref, Optional.of(part.partKey())));
                }
            }
        }
    }
}
