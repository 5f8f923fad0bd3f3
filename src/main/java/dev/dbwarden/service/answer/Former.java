package dev.dbwarden.service.answer;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema before a change, under the names that its things have after it.
 *
 * @param names what tables and columns were called, by what they are called now
 */
record Former(Schema schema, Map<Ref, String> names) {
    static Former of(Schema before, List<Change> renames) {
        var editor = new SchemaEditor(before);
        var names = new HashMap<Ref, String>();
        for (Change rename : renames) {
            rename.applyTo(editor);
            switch (rename) {
                case RenameObject(Ref from, ObjectName to, _) -> renamed(names, from, new Ref(from.kind(), to, from.part()), from.owner().toString());
                case RenamePart(ObjectName table, Kind kind, String from, String to, _) -> renamed(names, Ref.part(kind, table, from), Ref.part(kind, table, to), from);
                default -> { }
            }
        }
        return new Former(editor.schema(), Map.copyOf(names));
    }

    /** By way of a free name, where two swap theirs. */
    private static void renamed(Map<Ref, String> names, Ref from, Ref to, String name) {
        names.put(to, Optional.ofNullable(names.remove(from)).orElse(name));
    }

    Optional<String> name(Ref now) {
        return Optional.ofNullable(names.get(now));
    }
}
