package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes with a table or view when it is dropped: triggers, policies, comments, owned sequences, partitions. The index is made when
 * somebody asks first, and follows what the script writes, so that a script that drops every table is read in linear time.
 */
final class Belongings {
    private final SchemaEditor editor;
    private final Map<String, Set<Ref>> byOwner = new HashMap<>();
    private boolean known;
    private int noted;

    Belongings(SchemaEditor editor) {
        this.editor = editor;
    }

    List<Ref> of(ObjectName relation) {
        catchUp();
        String owner = relation.toString();
        return byOwner.getOrDefault(owner, Set.of()).stream()
                .filter(ref -> editor.find(ref).filter(object -> owners(object).contains(owner)).isPresent()).toList();
    }

    private void catchUp() {
        if (known) {
            editor.written().subList(noted, editor.written().size()).forEach(ref -> editor.find(ref).ifPresent(this::note));
        } else {
            editor.objects().forEach(this::note);
            known = true;
        }
        noted = editor.written().size();
    }

    private void note(SchemaObject object) {
        for (String owner : owners(object)) {
            byOwner.computeIfAbsent(owner, _ -> new LinkedHashSet<>()).add(object.ref());
        }
    }

    private static Collection<String> owners(SchemaObject object) {
        return switch (object) {
            case DefinedObject defined when defined.onTable() -> Set.of(defined.name().toString());
            case DefinedObject comment when comment.kind().equals("comment") -> comment.definition().words();
            case Sequence sequence -> sequence.ownedBy().map(owner -> owner.table().toString()).stream().toList();
            case Table table -> table.options().find("partition_of").stream().toList();
            default -> Set.of();
        };
    }
}
