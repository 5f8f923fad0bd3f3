package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What goes with a table or view when it is dropped: triggers, policies, projections, owned sequences, partitions. The index is made when
 * somebody asks first, and follows what the script writes, so that a script that drops every table is read in linear time.
 */
public final class Belongings {
    private final SchemaEditor editor;
    private final Function<SchemaObject, Collection<String>> owners;
    private final Map<String, Set<Ref>> byOwner = new HashMap<>();
    private boolean known;
    private int noted;

    /** @param owners the names of the tables and views that an object goes with */
    public Belongings(SchemaEditor editor, Function<SchemaObject, Collection<String>> owners) {
        this.editor = editor;
        this.owners = owners;
    }

    public List<Ref> of(ObjectName relation) {
        return of(relation.toString());
    }

    public List<Ref> of(String owner) {
        catchUp();
        return byOwner.getOrDefault(owner, Set.of()).stream()
                .filter(ref -> editor.find(ref).filter(object -> owners.apply(object).contains(owner)).isPresent()).toList();
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
        for (String owner : owners.apply(object)) {
            byOwner.computeIfAbsent(owner, _ -> new LinkedHashSet<>()).add(object.ref());
        }
    }
}
