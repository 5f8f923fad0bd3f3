package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The end of a rollback: renames come back last, and what names a thing as it is only called then is made after them. A view over
 * {@code users.mail} cannot be made while the column is still {@code people.email}.
 */
final class Returning {
    private final Schema current;
    private final List<Step> renames;
    private final Set<String> returning = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<ObjectName> lateViews = new HashSet<>();

    private Returning(List<Step> renames, Schema current) {
        this.renames = renames;
        this.current = current;
        for (Step step : renames) {
            switch (step.change()) {
                case RenameObject(_, ObjectName to, _) -> returning.add(folded(to.name()));
                case RenamePart(_, _, _, String to, _) -> returning.add(folded(to));
                case RenameLabel(_, _, String to, _) -> labels.add(to);
                default -> { }
            }
        }
    }

    /** The steps and the renames, which lead to {@code current}, in an order that works. */
    static List<Step> renamesBack(List<Step> steps, List<Step> renames, Schema current) {
        return renames.isEmpty() ? steps : new Returning(renames, current).ordered(steps);
    }

    private List<Step> ordered(List<Step> steps) {
        var early = new ArrayList<Step>();
        var late = new ArrayList<Step>();
        for (Step step : steps) {
            switch (step.change()) {
                case CreateObject(SchemaObject object) when isLate(object) -> {
                    late.add(new Step(new CreateObject(asItWas(object)), step.cause()));
                    later(object);
                }
                case AlterObject(SchemaObject before, SchemaObject after) when isLate(after) && asItWas(after).name().equals(after.name()) && !asItWas(after).equals(before) -> {
                    late.add(new Step(new AlterObject(before, asItWas(after)), step.cause()));
                    later(after);
                }
                case AddPart(ObjectName view, _) when lateViews.contains(view) -> late.add(step);
                default -> early.add(step);
            }
        }
        early.addAll(renames);
        early.addAll(late);
        return early;
    }

    /** What names a late view or function is late too. */
    private void later(SchemaObject object) {
        if (object instanceof View) {
            lateViews.add(object.name());
        }
        if (!(object instanceof DefinedObject defined && defined.onTable())) {
            returning.add(folded(object.name().name()));
        }
    }

    private boolean isLate(SchemaObject object) {
        return switch (object) {
            case View view -> namesWhatReturns(view.query());
            case DefinedObject defined -> namesWhatReturns(defined.definition());
            default -> false;
        };
    }

    private boolean namesWhatReturns(SqlText text) {
        return text.words().stream().anyMatch(word -> returning.contains(folded(word))) || labels.stream().anyMatch(text.sql()::contains);
    }

    /** The object of the schema that the rollback leads to; it may live on a table that has its old name back by then. */
    private SchemaObject asItWas(SchemaObject object) {
        ObjectName name = object.name();
        for (Step step : renames) {
            if (step.change() instanceof RenameObject(Ref from, ObjectName to, _) && from.owner().equals(name)) {
                name = to;
            }
        }
        return current.find(new Ref(object.ref().kind(), name, object.ref().part())).orElse(object);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
