package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The edits of both sides made on one schema, and what the dialect has against it, though it has nothing against either side. */
final class Both {
    /** Finding the edits that a problem takes costs time. */
    private static final int MOST_EXPLAINED = 20;

    private final Schema base;
    private final List<Edit> ours;
    private final List<Edit> theirs;
    private final Normalizer dialect;
    private final List<String> problems;
    private final Schema schema;

    Both(Schema base, List<Edit> ours, List<Edit> theirs, Normalizer dialect) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.dialect = dialect;
        this.problems = new ArrayList<>();
        this.schema = made(ours, theirs, problems);
    }

    Schema schema() {
        return schema;
    }

    /** One a problem. */
    List<Conflict> conflicts() {
        return IntStream.range(0, problems.size()).mapToObj(i -> i < MOST_EXPLAINED ? explained(problems.get(i)) : new Conflict(problems.get(i))).toList();
    }

    private Schema made(List<Edit> ours, List<Edit> theirs, List<String> problems) {
        var found = new ArrayList<Problem>();
        Schema normal = dialect.schema(edited(ours, theirs), found);
        found.stream().map(Problem::message).distinct().forEach(problems::add);
        circle(normal).ifPresent(problems::add);
        return normal;
    }

    private Schema edited(List<Edit> ours, List<Edit> theirs) {
        var editor = new SchemaEditor(base);
        ours.forEach(edit -> edit.changes().forEach(change -> change.applyTo(editor)));
        theirs.forEach(edit -> edit.changes().forEach(change -> change.applyTo(editor)));
        return editor.schema();
    }

    /** What is a circle by the words of one side alone is none. */
    private Optional<String> circle(Schema both) {
        var views = new TreeSet<>(Circle.of(both));
        if (!views.isEmpty()) {
            views.removeAll(Circle.of(edited(ours, List.of())));
            views.removeAll(Circle.of(edited(List.of(), theirs)));
        }
        return views.isEmpty() ? Optional.empty() : Optional.of("among the views " + String.join(", ", views) + " are some that select from each other in a circle; let one of them select from tables");
    }

    private boolean isWrong(String problem, List<Edit> ours, List<Edit> theirs) {
        var found = new ArrayList<String>();
        made(ours, theirs, found);
        return found.contains(problem);
    }

    private Conflict explained(String problem) {
        Optional<Edit> our = first(ours, count -> isWrong(problem, ours.subList(0, count), theirs));
        Optional<Edit> their = first(theirs, count -> isWrong(problem, ours, theirs.subList(0, count)));
        if (our.isEmpty() || their.isEmpty()) {
            return new Conflict(problem);
        }
        boolean oneName = our.get().isNew() && their.get().isNew() && our.get().name().equals(their.get().name());
        return new Conflict(oneName ? Conflict.Type.ADDED_DIFFERENTLY : Conflict.Type.DOES_NOT_FIT, Optional.of(our.get().subject()), our.get().changes(), their.get().changes(), Optional.of(problem));
    }

    /** The first edit with which it is wrong: it is not without any, and is with all. */
    private static Optional<Edit> first(List<Edit> edits, IntPredicate wrong) {
        int right = 0;
        int least = edits.size();
        while (least - right > 1) {
            int middle = (right + least) / 2;
            if (wrong.test(middle)) {
                least = middle;
            } else {
                right = middle;
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits.get(least - 1));
    }
}
