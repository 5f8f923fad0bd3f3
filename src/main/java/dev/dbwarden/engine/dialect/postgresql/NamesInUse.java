package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.postgresql.RelationNames.Holder;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has which name while a script is replayed: those before it as far as they still have theirs, and those that the script has made. */
final class NamesInUse {
    private final RelationNames before;
    private final SchemaEditor editor;
    private final Map<ObjectName, Holder> made = new HashMap<>();
    /** Names that parts were given which may not be written yet. */
    private final Set<ObjectName> given = new HashSet<>();
    private int noted;

    NamesInUse(RelationNames before, SchemaEditor editor) {
        this.before = before;
        this.editor = editor;
    }

    Optional<Holder> holder(ObjectName name) {
        List<Ref> written = editor.written();
        written.subList(noted, written.size()).forEach(ref -> editor.find(ref)
                .ifPresent(object -> RelationNames.each(object, (each, holder) -> RelationNames.put(made, each, holder))));
        noted = written.size();
        return Optional.ofNullable(made.get(name)).filter(this::stillHasIt).or(() -> before.holder(name).filter(this::stillHasIt));
    }

    /** Whether nobody has a name, in which case it is given away: what gets it is written only with its whole table. */
    boolean give(ObjectName name) {
        if (holder(name).isPresent()) {
            return false;
        }
        boolean freed = made.remove(name) != null;
        return given.add(name) || freed;
    }

    private boolean stillHasIt(Holder holder) {
        Optional<PartKey> part = holder.part();
        return part.isEmpty() ? editor.find(holder.object()).isPresent()
                : editor.relation(holder.object().owner()).filter(relation -> relation.parts().find(part.get()).isPresent()).isPresent();
    }
}
