package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.change.Footprint;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Steps and renames in one order. The text of views and functions follows no rename, so what names an old name is dropped
 * while that name holds, before the renames, and comes back when it holds again, after the renames are taken back.
 */
public final class AroundRenames {
    private AroundRenames() {}

    /** The way there: renames first, but before them the drops of what names an old name. */
    public static List<Step> upgrade(List<Step> renames, List<Step> ordered) {
        return inverse(rollback(inverse(ordered), inverse(renames)));
    }

    /** The way back: renames last, but after them the creation of what names an old name. */
    public static List<Step> rollback(List<Step> ordered, List<Step> renames) {
        Set<Ref> old = oldNames(renames);
        var first = new ArrayList<Step>();
        var last = new ArrayList<Step>();
        for (Step step : ordered) {
            Footprint footprint = Footprint.of(step.change());
            if (isText(step.change(), old) && !Collections.disjoint(footprint.uses(), old)) {
                old.addAll(footprint.creates());
                last.add(step);
            } else {
                first.add(step);
            }
        }
        first.addAll(renames);
        first.addAll(last);
        return first;
    }

    private static Set<Ref> oldNames(List<Step> renames) {
        var names = new HashSet<Ref>();
        for (Step step : renames) {
            switch (step.change()) {
                case RenameObject(_, var to) -> names.add(Ref.named(to.name()));
                case RenamePart(_, _, _, String to) -> names.add(Ref.named(to));
                default -> throw new IllegalArgumentException("no rename: " + step.change());
            }
        }
        return names;
    }

    /** Whether it makes something whose text stays as it is; an index goes with its materialized view. */
    private static boolean isText(Change change, Set<Ref> old) {
        return switch (change) {
            case CreateObject(var object) -> object instanceof View || object instanceof DefinedObject;
            case AddPart(var relation, var _) -> old.contains(Ref.object(Kind.MATERIALIZED_VIEW, relation));
            default -> false;
        };
    }

    private static List<Step> inverse(List<Step> steps) {
        return steps.reversed().stream().map(Step::inverse).toList();
    }
}
