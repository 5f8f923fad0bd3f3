package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schema between the phases: all that is there, all that comes and asks nothing of the rows, and each table as both versions can use it. */
final class Bridge {
    private final Schema current;
    private final Schema desired;
    private final Names names;
    private final String dialect;
    private final Set<String> late;
    private final Set<String> takenByParts = new HashSet<>();
    private final List<Unsplit> unsplit = new ArrayList<>();

    Bridge(Schema current, Names names, String dialect) {
        this.current = current;
        this.desired = names.desired();
        this.names = names;
        this.dialect = dialect;
        this.late = new HashSet<>(names.coming());
        current.all(Relation.class).flatMap(relation -> relation.parts().stream()).filter(part -> !(part instanceof Column)).forEach(part -> takenByParts.add(part.name()));
    }

    List<Unsplit> unsplit() {
        return unsplit;
    }

    /** Takes note of what cannot be split. */
    void note(Unsplit found) {
        unsplit.add(found);
    }

    /** Whether an index of that name can be made while all that is there is. */
    boolean isFree(String name) {
        return !takenByParts.contains(name);
    }

    String dialect() {
        return dialect;
    }

    Schema schema() {
        var objects = new LinkedHashMap<Ref, SchemaObject>();
        current.objects().forEach(object -> objects.put(object.ref(), desired.find(object.ref()).filter(after -> !after.equals(object)).map(after -> between(object, after)).orElse(object)));
        List<SchemaObject> coming = desired.objects().filter(object -> current.find(object.ref()).isEmpty()).toList();
        List<SchemaObject> postponed = postponed(coming);
        postponed.forEach(object -> unsplit.add(Unsplit.late(object.ref(), "it needs what is not there before")));
        coming.stream().filter(object -> !postponed.contains(object)).forEach(object -> objects.put(object.ref(), object));
        objects.replaceAll((_, object) -> object instanceof Table table && current.find(table.ref()).isEmpty() ? reachable(table, objects) : object);
        return Schema.of(objects.values());
    }

    /** What comes and speaks of a name that nothing has yet, or takes one that something still has; its own name is as late as it is. */
    private List<SchemaObject> postponed(List<SchemaObject> coming) {
        var found = new ArrayList<SchemaObject>();
        boolean more = true;
        while (more) {
            List<SchemaObject> next = coming.stream().filter(object -> !found.contains(object) && (mentionsLate(object) || isTaken(object))).toList();
            found.addAll(next);
            next.forEach(object -> late.add(object.name().name()));
            more = !next.isEmpty();
        }
        return found;
    }

    /** Tables, views and, in most dialects, indexes have one list of names. */
    private boolean isTaken(SchemaObject object) {
        return object instanceof Relation && (current.relation(object.name()).isPresent() || takenByParts.contains(object.name().name()));
    }

    private boolean mentionsLate(SchemaObject object) {
        return switch (object) {
            case View view -> !Collections.disjoint(view.query().words(), late);
            case DefinedObject defined -> !Collections.disjoint(defined.definition().words(), late);
            default -> false;
        };
    }

    private SchemaObject between(SchemaObject before, SchemaObject after) {
        return switch (after) {
            case Table table -> new TableBridge((Table) before, table, names.twins().of(table.name()), this).table();
            case EnumType type -> labels((EnumType) before, type);
            case Domain domain -> {
                unsplit.add(Unsplit.late(domain.ref(), "both versions write values of it"));
                yield before;
            }
            case View _, DefinedObject _ -> {
                boolean postponed = mentionsLate(after);
                unsplit.add(postponed ? Unsplit.late(after.ref(), "it needs what is not there before") : Unsplit.early(after.ref(), "it has one definition for both versions"));
                yield postponed ? before : after;
            }
            default -> after;
        };
    }

    /** The labels of both, each new one behind the one that it follows; where their order differs, those that are there. */
    private EnumType labels(EnumType before, EnumType after) {
        if (!after.labels().stream().filter(before.labels()::contains).toList().equals(before.labels().stream().filter(after.labels()::contains).toList())) {
            unsplit.add(Unsplit.late(before.ref(), "its labels have one order for both versions"));
            return before;
        }
        var labels = new ArrayList<>(before.labels());
        int place = 0;
        for (String label : after.labels()) {
            int known = labels.indexOf(label);
            if (known < 0) {
                labels.add(place, label);
                known = place;
            }
            place = known + 1;
        }
        return new EnumType(after.name(), labels, after.comment());
    }

    /** A new table without the references to keys that come with the contract. */
    private Table reachable(Table table, Map<Ref, SchemaObject> objects) {
        List<TablePart> parts = table.parts().stream().filter(part -> !(part instanceof ForeignKey key) || reaches(key, table, objects)).toList();
        return parts.size() == table.parts().stream().count() ? table : table.withParts(Parts.of(parts));
    }

    private boolean reaches(ForeignKey key, Table table, Map<Ref, SchemaObject> objects) {
        if (key.target().equals(table.name()) || !(objects.get(Ref.object(Kind.TABLE, key.target())) instanceof Table target)) {
            return key.target().equals(table.name());
        }
        return keys(target).containsAll(desired.table(key.target()).map(Bridge::keys).orElse(Set.of())) || keys(target).contains(Set.copyOf(key.targetColumns()));
    }

    private static Set<Set<String>> keys(Table table) {
        var keys = new HashSet<Set<String>>();
        table.primaryKey().ifPresent(key -> keys.add(Set.copyOf(key.columns())));
        table.uniques().forEach(unique -> keys.add(Set.copyOf(unique.columns())));
        table.indexes().stream().filter(Index::unique).forEach(index -> keys.add(Set.copyOf(index.columns())));
        return keys;
    }
}
