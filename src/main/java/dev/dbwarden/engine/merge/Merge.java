package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a schema that two sides have changed.
 *
 * <p>The same edit on both sides is one; edits that do not touch one thing, and of which none drops what the other uses, are both made;
 * every other pair is a conflict. A rename is a drop and an add here: two snapshots do not tell. Two that may be of one thing are a conflict too.
 *
 * <p>Laws: {@code of(b, a, a)} is {@code a}; {@code of(b, b, x)} is {@code x}; {@code of(b, x, y)} is {@code of(b, y, x)}, but for whose conflict is whose;
 * what only one side has is in the result, unless the other dropped it.
 */
public sealed interface Merge {
    /** Nothing stands in the way. */
    record Merged(Schema schema) implements Merge {}

    /** Edits that do, and what they give together that the dialect does not have. */
    record Conflicted(List<Conflict> conflicts) implements Merge {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Merges two schemas that come from one, all normalized by the dialect. */
    static Merge of(Schema base, Schema ours, Schema theirs, Normalizer dialect) {
        List<Edit> our = Edit.between(base, ours);
        List<Edit> their = Edit.between(base, theirs);
        List<Edit> oursOnly = without(our, their);
        List<Edit> theirsOnly = without(their, our);
        List<Conflict> conflicts = Stream.concat(Conflicts.between(notSwallowed(oursOnly, theirsOnly), notSwallowed(theirsOnly, oursOnly)).stream(),
                TwoNames.between(our, their).stream()).toList();
        if (!conflicts.isEmpty()) {
            return new Conflicted(conflicts);
        }
        var both = new Both(base, notSwallowed(our, theirsOnly), after(notSwallowed(theirsOnly, our), our), dialect);
        List<Conflict> misfits = both.conflicts();
        // What is as one side has it stays as it stands there, in the order of its columns too: it makes no line of difference to that side.
        return misfits.isEmpty() ? new Merged(both.schema().sharing(theirs).sharing(ours)) : new Conflicted(misfits);
    }

    private static List<Edit> after(List<Edit> edits, List<Edit> others) {
        Map<Ref, Edit> bySubject = bySubject(others);
        return edits.stream().map(edit -> Optional.ofNullable(bySubject.get(edit.subject())).flatMap(edit::after).orElse(edit)).toList();
    }

    private static Map<Ref, Edit> bySubject(List<Edit> edits) {
        return edits.stream().collect(Collectors.toMap(Edit::subject, Function.identity()));
    }

    /** The edits that the other side did not make too. */
    private static List<Edit> without(List<Edit> edits, List<Edit> others) {
        Map<Ref, Edit> bySubject = bySubject(others);
        return edits.stream().filter(edit -> !bySubject.containsKey(edit.subject()) || !bySubject.get(edit.subject()).changes().equals(edit.changes())).toList();
    }

    /** Dropping a part of a table that the other side drops whole has nothing left to do. */
    private static List<Edit> notSwallowed(List<Edit> edits, List<Edit> others) {
        Set<Ref> dropped = others.stream().filter(Edit::isDrop).flatMap(edit -> edit.drops().stream()).collect(Collectors.toSet());
        return edits.stream().filter(edit -> !edit.isDrop() || !dropped.contains(edit.subject()) || !dropped.contains(Ref.object(Kind.TABLE, edit.subject().owner()))
                || edit.subject().equals(Ref.object(Kind.TABLE, edit.subject().owner()))).toList();
    }
}
