package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.diff.RenameCandidates;
import dev.dbwarden.engine.schema.Ref;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what both sides may have given another name, and not the same one. Their changes commute: a drop that is the same, and two adds. But
 * the data went to one name on each side, and a merged schema with both names would have it in neither for good.
 */
final class TwoNames {
    private final Map<Ref, Edit> edits;
    private final Map<Ref, Set<Ref>> names;

    private TwoNames(List<Edit> edits) {
        this.edits = edits.stream().collect(Collectors.toMap(Edit::subject, Function.identity()));
        names = RenameCandidates.among(edits.stream().flatMap(edit -> edit.changes().stream()).toList(), Set.of()).stream()
                .filter(candidate -> this.edits.containsKey(candidate.to()))
                .collect(Collectors.groupingBy(RenameCandidate::from, LinkedHashMap::new, Collectors.mapping(RenameCandidate::to, Collectors.toCollection(TreeSet::new))));
    }

    static List<Conflict> between(List<Edit> ours, List<Edit> theirs) {
        var our = new TwoNames(ours);
        var their = new TwoNames(theirs);
        return our.names.keySet().stream().filter(old -> their.names.containsKey(old) && Collections.disjoint(our.names.get(old), their.names.get(old)))
                .map(old -> new Conflict(Conflict.Type.RENAMED_DIFFERENTLY, old, our.changes(old), their.changes(old))).toList();
    }

    private List<Change> changes(Ref old) {
        return Stream.concat(Stream.of(old), names.get(old).stream()).flatMap(ref -> edits.get(ref).changes().stream()).toList();
    }
}
