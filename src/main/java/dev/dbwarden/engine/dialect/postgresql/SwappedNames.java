package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys, indexes and sequences of columns that take the names of each other, as their tables did: no order does, so that one of them goes by way of a free name. */
final class SwappedNames {
    private final Draft draft;
    private final Map<ObjectName, Step> renames = new LinkedHashMap<>();

    private SwappedNames(Draft draft, List<Step> steps) {
        this.draft = draft;
        steps.forEach(step -> move(step).ifPresent(move -> renames.put(move.from, step)));
    }

    private record Move(ObjectName from, ObjectName to) {}

    /** The names that go round. */
    static Set<ObjectName> of(Draft draft) {
        var names = new SwappedNames(draft, draft.steps());
        return draft.steps().stream().flatMap(step -> names.circle(step).stream()).flatMap(step -> move(step).stream()).map(Move::from).collect(Collectors.toSet());
    }

    /** The steps, behind those that take each other's names. */
    static List<Step> apart(List<Step> steps, Draft draft) {
        var names = new SwappedNames(draft, steps);
        var swapped = new ArrayList<Step>();
        var all = new ArrayList<Step>();
        for (Step step : steps) {
            List<Step> circle = names.circle(step);
            circle.forEach(each -> move(each).ifPresent(move -> names.renames.remove(move.from)));
            if (!circle.isEmpty()) {
                all.addAll(names.apart(circle));
                swapped.addAll(circle);
            }
        }
        steps.stream().filter(step -> !swapped.contains(step)).forEach(all::add);
        return all;
    }

    private static Optional<Move> move(Step step) {
        return switch (step.change()) {
            case RenamePart rename when RelationNames.isRelation(rename.kind()) -> Optional.of(new Move(rename.table().withName(rename.from()), rename.table().withName(rename.to())));
            case AlterPart(ObjectName _, Column before, Column after) -> before.identity().flatMap(old -> after.identity().map(now -> new Move(old.sequence(), now.sequence())))
                    .filter(move -> !move.from.equals(move.to));
            default -> Optional.empty();
        };
    }

    /** From a step on those that each wait for the next one, the last of them for the first; none where they do not. */
    private List<Step> circle(Step first) {
        var circle = new ArrayList<Step>();
        Optional<Step> next = move(first).map(Move::from).map(renames::get);
        while (next.isPresent() && circle.size() < renames.size()) {
            circle.add(next.get());
            next = move(next.get()).map(Move::to).map(renames::get);
            if (next.equals(Optional.of(circle.getFirst()))) {
                return circle;
            }
        }
        return List.of();
    }

    private List<Step> apart(List<Step> circle) {
        Step first = circle.getFirst();
        ObjectName aside = move(first).map(Move::from).map(PostgresqlNames::aside).orElseThrow();
        var names = new RelationNames(draft.before());
        while (names.holder(aside).isPresent()) {
            aside = PostgresqlNames.aside(aside);
        }
        var all = new ArrayList<Step>(circle.reversed());
        all.removeLast();
        all.addFirst(new Step(aside(first.change(), aside), first.cause()));
        all.add(new Step(back(first.change(), aside), first.cause()));
        return all;
    }

    private static Change aside(Change change, ObjectName aside) {
        return switch (change) {
            case AlterPart(ObjectName table, Column before, _) -> new AlterPart(table, before, named(before, aside));
            case RenamePart rename -> new RenamePart(rename.table(), rename.kind(), rename.from(), aside.name());
            default -> throw new IllegalStateException(change.toString());
        };
    }

    private static Change back(Change change, ObjectName aside) {
        return switch (change) {
            case AlterPart(ObjectName table, Column before, Column after) -> new AlterPart(table, named(before, aside), after);
            case RenamePart rename -> new RenamePart(rename.table(), rename.kind(), aside.name(), rename.to(), rename.followed());
            default -> throw new IllegalStateException(change.toString());
        };
    }

    private static Column named(Column column, ObjectName sequence) {
        return column.withIdentity(column.identity().map(identity -> new Identity(identity.mode(), sequence, identity.options())));
    }
}
