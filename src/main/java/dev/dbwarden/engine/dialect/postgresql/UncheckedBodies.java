package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Functions that the server could not read when they are made, as what their bodies use is made after them, or is found on a search path only
 * that no migration sets: for so long it is told not to look into bodies, which it does when they are called ({@code check_function_bodies};
 * manual, 19.11; pg_dump does so for all).
 */
final class UncheckedBodies {
    private static final Statement OFF = Statement.of("SET check_function_bodies = off");
    private static final Statement BACK = Statement.of("RESET check_function_bodies");

    private final Map<ObjectName, Set<Ref>> wanted = new HashMap<>();
    private final Set<String> wantedAnywhere = new HashSet<>();
    /** What is there at a point of the script. */
    private final Set<Ref> there = new HashSet<>();

    private UncheckedBodies(Draft draft) {
        draft.before().objects().filter(UncheckedBodies::isUsable).forEach(object -> there.add(object.ref()));
        draft.after().objects().filter(UncheckedBodies::isUsable).forEach(object -> {
            wanted.computeIfAbsent(object.name(), _ -> new HashSet<>()).add(object.ref());
            wantedAnywhere.add(object.name().name());
        });
    }

    private static boolean isUsable(SchemaObject object) {
        return switch (object) {
            case Relation _, EnumType _, Domain _ -> true;
            case DefinedObject defined -> Functions.isRoutine(defined) || defined.kind().equals("type");
            default -> false;
        };
    }

    /** The script of ordered steps, each spelled so, in which such functions are made unchecked. */
    static List<Scripted> script(Draft ordered, Function<Change, List<Statement>> spelled) {
        Set<Step> unchecked = ordered.steps().stream().anyMatch(step -> body(step.change()).isPresent()) ? new UncheckedBodies(ordered).among(ordered.steps()) : Set.of();
        var script = new ArrayList<Scripted>();
        boolean off = false;
        int last = 0;
        for (Step step : ordered.steps()) {
            boolean ahead = unchecked.contains(step);
            if (ahead != off) {
                script.add(ahead ? new Scripted(OFF, step.cause()) : new Scripted(BACK, last));
            }
            off = ahead;
            last = step.cause();
            spelled.apply(step.change()).forEach(statement -> script.add(new Scripted(statement, step.cause())));
        }
        if (off) {
            script.add(new Scripted(BACK, last));
        }
        return script;
    }

    private Set<Step> among(List<Step> steps) {
        var unchecked = new HashSet<Step>();
        for (Step step : steps) {
            switch (step.change()) {
                case CreateObject(SchemaObject made) -> there.add(made.ref());
                case DropObject(SchemaObject dropped) -> there.remove(dropped.ref());
                case RenameObject(Ref from, ObjectName to, _) when there.remove(from) -> there.add(new Ref(from.kind(), to, from.part()));
                default -> { }
            }
            if (body(step.change()).filter(body -> body.uses().stream().anyMatch(this::isAhead)).isPresent()) {
                unchecked.add(step);
            }
        }
        return unchecked;
    }

    private static Optional<RoutineBody> body(Change change) {
        return switch (change) {
            case CreateObject(DefinedObject made) -> RoutineBody.of(made);
            case AlterObject(SchemaObject _, DefinedObject after) -> RoutineBody.of(after);
            default -> Optional.empty();
        };
    }

    /** Whether a name is that of something which is not there yet, of several functions of that name one, or not found without a path. */
    private boolean isAhead(RoutineBody.Use use) {
        Set<Ref> meant = wanted.getOrDefault(use.name(), Set.of());
        return !there.containsAll(meant) || meant.isEmpty() && !use.qualified() && wantedAnywhere.contains(use.name().name());
    }
}
