package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the edits of two sides that stand in each other's way, by what they touch, drop and use; linear in the edits. */
final class Conflicts {
    private final Map<Ref, List<Edit>> touching;
    private final Map<Ref, List<Edit>> dropping;
    private final Map<Ref, List<Edit>> using;
    private final Map<Ref, List<Edit>> reshaping;
    private final List<Conflict> found = new ArrayList<>();

    private Conflicts(List<Edit> theirs) {
        touching = index(theirs, Edit::touches);
        dropping = index(theirs, Edit::drops);
        using = index(theirs, Edit::uses);
        reshaping = index(theirs, Conflicts::tableOfDroppedColumn);
    }

    /** In the order of our edits; each pair of edits once. */
    static List<Conflict> between(List<Edit> ours, List<Edit> theirs) {
        var conflicts = new Conflicts(theirs);
        ours.forEach(conflicts::add);
        return conflicts.found;
    }

    private void add(Edit our) {
        Map<Edit, Conflict> pairs = new LinkedHashMap<>();
        meeting(our.touches(), touching).forEach((their, ref) -> {
            if (their.after(our).isEmpty()) {
                pairs.put(their, touched(ref, our, their));
            }
        });
        meeting(our.drops(), using).keySet().forEach(their -> pairs.putIfAbsent(their, used(our.subject(), our, their)));
        meeting(our.uses(), dropping).keySet().forEach(their -> pairs.putIfAbsent(their, used(their.subject(), our, their)));
        meeting(tableOfDroppedColumn(our), using).keySet().stream().filter(our::dropsColumnIn).forEach(their -> pairs.putIfAbsent(their, used(our.subject(), our, their)));
        meeting(our.uses(), reshaping).keySet().stream().filter(their -> their.dropsColumnIn(our)).forEach(their -> pairs.putIfAbsent(their, used(their.subject(), our, their)));
        found.addAll(pairs.values());
    }

    private static Set<Ref> tableOfDroppedColumn(Edit edit) {
        return edit.changes().getLast() instanceof DropPart(ObjectName table, Column _) ? Set.of(Ref.named(table.name())) : Set.of();
    }

    private static Map<Ref, List<Edit>> index(List<Edit> edits, Function<Edit, Set<Ref>> refs) {
        Map<Ref, List<Edit>> index = new HashMap<>();
        edits.forEach(edit -> refs.apply(edit).forEach(ref -> index.computeIfAbsent(ref, _ -> new ArrayList<>(1)).add(edit)));
        return index;
    }

    /** The edits that have one of the references, each with the first of them in a fixed order. */
    private static Map<Edit, Ref> meeting(Set<Ref> refs, Map<Ref, List<Edit>> index) {
        Map<Edit, Ref> met = new LinkedHashMap<>();
        refs.stream().filter(index::containsKey).sorted(Comparator.comparing(Ref::toString)).forEach(ref -> index.get(ref).forEach(edit -> met.putIfAbsent(edit, ref)));
        return met;
    }

    private static Conflict used(Ref dropped, Edit our, Edit their) {
        return new Conflict(Conflict.Type.DROPPED_BUT_USED, dropped, our.changes(), their.changes());
    }

    private static Conflict touched(Ref ref, Edit our, Edit their) {
        Ref subject = ref.kind().equals(Kind.OBJECT.word()) || our.subject().equals(their.subject()) ? our.subject() : ref;
        return new Conflict(type(our, their), subject, our.changes(), their.changes());
    }

    private static Conflict.Type type(Edit our, Edit their) {
        if (our.isDrop() || their.isDrop()) {
            return Conflict.Type.ALTERED_AND_DROPPED;
        }
        return our.isNew() || their.isNew() ? Conflict.Type.ADDED_DIFFERENTLY : Conflict.Type.ALTERED_DIFFERENTLY;
    }
}
