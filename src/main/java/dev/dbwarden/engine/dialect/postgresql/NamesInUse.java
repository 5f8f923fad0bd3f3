package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.postgresql.RelationNames.Holder;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which name while a script is replayed: those before it as far as they still have theirs, and those that the script has made. */
final class NamesInUse {
    private final RelationNames before;
    private final SchemaEditor editor;
    private final Map<ObjectName, Holder> made = new HashMap<>();
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

    private boolean stillHasIt(Holder holder) {
        Optional<PartKey> part = holder.part();
        return part.isEmpty() ? editor.find(holder.object()).isPresent()
                : editor.relation(holder.object().owner()).filter(relation -> relation.parts().find(part.get()).isPresent()).isPresent();
    }
}
