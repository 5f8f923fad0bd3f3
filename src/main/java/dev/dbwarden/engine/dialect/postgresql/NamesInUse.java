package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.postgresql.RelationNames.Holder;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.TablePart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has which name while a script is replayed: those before it as far as they still have theirs, and those that the script has made. */
final class NamesInUse {
    private static final List<Kind> NAMED = List.of(Kind.INDEX, Kind.UNIQUE, Kind.EXCLUSION, Kind.CHECK, Kind.FOREIGN_KEY);

    private final RelationNames before;
    private final SchemaEditor editor;
    private final Map<ObjectName, Holder> made = new HashMap<>();
    /** Names that this statement gave to parts which may not be written yet. */
    private final Set<ObjectName> given = new HashSet<>();
    private int noted;

    NamesInUse(RelationNames before, SchemaEditor editor) {
        this.before = before;
        this.editor = editor;
    }

    Optional<Holder> holder(ObjectName name) {
        note();
        return Optional.ofNullable(made.get(name)).filter(this::stillHasIt).or(() -> before.holder(name).filter(this::stillHasIt)).or(() -> inTheLastWritten(name));
    }

    /** The last one that is noted may have been written again since: it is noted anew as soon as another one is written, and looked into until then. */
    private void note() {
        List<Ref> written = editor.written();
        if (written.size() > noted) {
            written.subList(Math.max(noted - 1, 0), written.size()).forEach(ref -> editor.find(ref)
                    .ifPresent(object -> RelationNames.each(object, (name, holder) -> RelationNames.put(made, name, holder))));
            noted = written.size();
        }
    }

    private Optional<Holder> inTheLastWritten(ObjectName name) {
        return editor.written().isEmpty() ? Optional.empty() : editor.relation(editor.written().getLast().owner())
                .filter(relation -> relation.name().withName(name.name()).equals(name))
                .flatMap(relation -> part(relation.parts(), name.name()).map(part -> new Holder(relation.ref(), Optional.of(part.partKey()))));
    }

    private static Optional<TablePart> part(Parts parts, String name) {
        return NAMED.stream().flatMap(kind -> parts.find(kind, name).stream()).findFirst()
                .or(() -> parts.all(PrimaryKey.class).stream().filter(key -> key.name().equals(name)).map(TablePart.class::cast).findFirst());
    }

    /** Whether nobody has a name, in which case it is given away: what gets it is written only with its whole table. */
    boolean give(ObjectName name) {
        if (holder(name).isPresent()) {
            return false;
        }
        return given.add(name);
    }

    /** The next statement begins: what was given a name is written by now, and may have lost it again. */
    void settle() {
        given.clear();
    }

    private boolean stillHasIt(Holder holder) {
        Optional<PartKey> part = holder.part();
        return part.isEmpty() ? editor.find(holder.object()).isPresent()
                : editor.relation(holder.object().owner()).filter(relation -> relation.parts().find(part.get()).isPresent()).isPresent();
    }
}
