package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sequences that pass from hand to hand: a serial column's becomes one of its own, a free one a serial column's, one column's another's.
 *
 * <p>The model holds a serial column's sequence in the column, so that it looks dropped here and made there. On the server it is one all the
 * time, and goes on counting: it gets another owner. Sequences that take the names of each other stay with their columns, whose rows they have counted.
 */
final class Handovers {
    private record Handover(Sequence before, Sequence after, boolean throughNobody) {
        /** What it counts by first, then whose it is: nobody's in between where its next owner is made when the one before is gone. */
        List<Change> changes() {
            Sequence altered = new Sequence(before.name(), after.options(), before.ownedBy(), after.comment());
            Sequence free = throughNobody ? altered.withOwnedBy(Optional.empty()) : altered;
            return Stream.of(List.of(before, altered), List.of(altered, free), List.of(free, after)).filter(step -> !step.getFirst().equals(step.getLast()))
                    .<Change>map(step -> new AlterObject(step.getFirst(), step.getLast())).toList();
        }
    }

    private final Map<ObjectName, Handover> handovers = new LinkedHashMap<>();
    private final Map<ObjectName, Integer> causes = new LinkedHashMap<>();

    Handovers(Draft draft) {
        Map<ObjectName, Sequence> given = new LinkedHashMap<>();
        Map<ObjectName, Sequence> taken = new LinkedHashMap<>();
        for (Step step : draft.steps()) {
            given(step.change()).forEach(sequence -> note(sequence, given, step.cause()));
            given(step.change().inverse()).forEach(sequence -> note(sequence, taken, step.cause()));
        }
        if (!given.isEmpty() && !taken.isEmpty()) {
            causes.keySet().removeAll(SwappedNames.of(draft));
        }
        for (ObjectName name : causes.keySet()) {
            Optional<Sequence> before = Optional.ofNullable(given.get(name)).or(() -> free(draft.before(), name));
            Optional<Sequence> after = Optional.ofNullable(taken.get(name)).or(() -> free(draft.after(), name));
            if (before.isPresent() && after.isPresent()) {
                boolean gone = before.get().ownedBy().filter(owner -> !isThere(owner, draft.after())).isPresent();
                boolean made = after.get().ownedBy().filter(owner -> !isThere(owner, draft.before())).isPresent();
                handovers.put(name, new Handover(before.get(), after.get(), gone && made));
            }
        }
    }

    private static boolean isThere(Sequence.ColumnRef owner, Schema schema) {
        return schema.table(owner.table()).flatMap(table -> table.column(owner.column())).isPresent();
    }

    private void note(Sequence sequence, Map<ObjectName, Sequence> where, int cause) {
        where.put(sequence.name(), sequence);
        causes.put(sequence.name(), cause);
    }

    private static Optional<Sequence> free(Schema schema, ObjectName name) {
        return schema.find(Ref.object(Kind.SEQUENCE, name)).map(Sequence.class::cast);
    }

    /** The sequences of the serial columns that a change takes away, or takes them from. */
    private static Stream<Sequence> given(Change change) {
        return switch (change) {
            case DropObject(Table table) -> table.columns().stream().flatMap(column -> sequence(table.name(), column));
            case DropPart(ObjectName table, Column column) -> sequence(table, column);
            case AlterPart(ObjectName table, Column before, Column after) -> sequence(table, before)
                    .filter(sequence -> sequence(table, after).noneMatch(other -> other.name().equals(sequence.name())));
            default -> Stream.empty();
        };
    }

    private static Stream<Sequence> sequence(ObjectName table, Column column) {
        return PostgresqlRenderer.isSerial(column) ? Stream.of(SerialReader.free(column.identity().orElseThrow(), column, table)) : Stream.empty();
    }

    /** Whether a change only says of a sequence that is handed over that it is another column's, or nobody's. */
    boolean isOne(Change change) {
        return switch (change) {
            case CreateObject(Sequence sequence) -> handovers.containsKey(sequence.name());
            case DropObject(Sequence sequence) -> handovers.containsKey(sequence.name());
            case AlterObject(Sequence sequence, _) -> handovers.containsKey(sequence.name());
            default -> false;
        };
    }

    /** The steps, with what is handed over altered in place of dropped and made. */
    List<Step> steps(List<Step> steps) {
        if (handovers.isEmpty()) {
            return steps;
        }
        var all = new ArrayList<Step>();
        handovers.forEach((name, handover) -> handover.changes().forEach(change -> all.add(new Step(change, causes.get(name)))));
        steps.stream().filter(step -> !isOne(step.change())).forEach(step -> plain(step.change()).ifPresent(change -> all.add(new Step(change, step.cause()))));
        return all;
    }

    /** The change where the columns only call their sequences; empty where nothing is left of it. */
    private Optional<Change> plain(Change change) {
        return switch (change) {
            case CreateObject(Table table) -> Optional.of(new CreateObject(plain(table)));
            case DropObject(Table table) -> Optional.of(new DropObject(plain(table)));
            case AddPart(ObjectName table, Column column) -> Optional.of(new AddPart(table, plain(column)));
            case DropPart(ObjectName table, Column column) -> Optional.of(new DropPart(table, plain(column).equals(column) ? column : column.withIdentity(Optional.empty())));
            case AlterPart(ObjectName table, Column before, Column after) -> plain(before).equals(plain(after)) ? Optional.empty()
                    : Optional.of(new AlterPart(table, plain(before), plain(after)));
            default -> Optional.of(change);
        };
    }

    private Table plain(Table table) {
        return table.columns().stream().allMatch(column -> plain(column) == column) ? table
                : table.withParts(Parts.of(table.parts().stream().<TablePart>map(part -> part instanceof Column column ? plain(column) : part).toList()));
    }

    private Column plain(Column column) {
        boolean handed = PostgresqlRenderer.isSerial(column) && column.identity().filter(identity -> handovers.containsKey(identity.sequence())).isPresent();
        return handed ? Descent.withoutSequence(column) : column;
    }
}
