package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What becomes of a schema that two sides have changed.
 *
 * <p>The same edit on both sides is one; edits that do not touch one thing, and of which none drops what the other uses, are both made;
 * every other pair is a conflict. A rename is a drop and an add here: two snapshots do not tell.
 *
 * <p>Laws: {@code of(b, a, a)} is {@code a}; {@code of(b, b, x)} is {@code x}; {@code of(b, x, y)} is {@code of(b, y, x)}, but for whose conflict is whose;
 * what only one side has is in the result, unless the other dropped it.
 */
public sealed interface Merge {
    /** Nothing stands in the way. */
    record Merged(Schema schema) implements Merge {}

    /** Pairs of edits that do. */
    record Conflicted(List<Conflict> conflicts) implements Merge {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** No pair of edits does, but together they give what the dialect does not have. */
    record Unfit(List<String> problems) implements Merge {
        public Unfit {
            problems = List.copyOf(problems);
        }
    }

    /** Merges two schemas that come from one, all normalized by the dialect. */
    static Merge of(Schema base, Schema ours, Schema theirs, Normalizer dialect) {
        List<Edit> our = Edit.between(base, ours);
        List<Edit> their = Edit.between(base, theirs);
        List<Edit> oursOnly = without(our, their);
        List<Edit> theirsOnly = without(their, our);
        List<Conflict> conflicts = Conflicts.between(notSwallowed(oursOnly, theirsOnly), notSwallowed(theirsOnly, oursOnly));
        if (!conflicts.isEmpty()) {
            return new Conflicted(conflicts);
        }
        Schema both = applied(base, notSwallowed(our, theirsOnly), notSwallowed(theirsOnly, our));
        var problems = new ArrayList<Problem>();
        Schema normal = dialect.schema(both, problems);
        // What is as one side has it stays as it stands there, in the order of its columns too: it makes no line of difference to that side.
        return problems.isEmpty() ? new Merged(normal.sharing(theirs).sharing(ours)) : new Unfit(problems.stream().map(Problem::message).distinct().toList());
    }

    private static Schema applied(Schema base, List<Edit> ours, List<Edit> theirs) {
        var editor = new SchemaEditor(base);
        ours.forEach(edit -> edit.changes().forEach(change -> change.applyTo(editor)));
        theirs.forEach(edit -> edit.changes().forEach(change -> change.applyTo(editor)));
        return editor.schema();
    }

    /** The edits that the other side did not make too. */
    private static List<Edit> without(List<Edit> edits, List<Edit> others) {
        Map<Ref, Edit> bySubject = others.stream().collect(Collectors.toMap(Edit::subject, Function.identity()));
        return edits.stream().filter(edit -> !bySubject.containsKey(edit.subject()) || !bySubject.get(edit.subject()).changes().equals(edit.changes())).toList();
    }

    /** Dropping a part of a table that the other side drops whole has nothing left to do. */
    private static List<Edit> notSwallowed(List<Edit> edits, List<Edit> others) {
        Set<Ref> dropped = others.stream().filter(Edit::isDrop).flatMap(edit -> edit.drops().stream()).collect(Collectors.toSet());
        return edits.stream().filter(edit -> !edit.isDrop() || !dropped.contains(edit.subject()) || !dropped.contains(Ref.object(Kind.TABLE, edit.subject().owner()))
                || edit.subject().equals(Ref.object(Kind.TABLE, edit.subject().owner()))).toList();
    }
}
