package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The views and triggers that have to step aside for a while: over tables that are made anew, because RENAME reads every view and
 * trigger of the database and fails on one whose table is not there; and triggers on views that are dropped, which go with them.
 */
final class SqliteDependents {
    private final Draft draft;
    private final List<Step> steps;
    private final Set<Ref> dropped = new HashSet<>();
    private final Map<String, Integer> touched = new HashMap<>();
    private final Map<String, Integer> viewsGone = new HashMap<>();

    SqliteDependents(Draft draft, List<Step> steps) {
        this.draft = draft;
        this.steps = steps;
        for (Step step : steps) {
            switch (step.change()) {
                case DropObject(View view) -> {
                    dropped.add(view.ref());
                    viewsGone.put(folded(view), step.cause());
                }
                case DropObject(SchemaObject object) -> dropped.add(object.ref());
                case RebuildTables(var before, _) -> before.forEach(table -> touched.put(folded(table), step.cause()));
                case AlterObject(DefinedObject virtual, _) -> touched.put(folded(virtual), step.cause());
                default -> { }
            }
        }
        if (!touched.isEmpty()) {
            touched.putAll(viewsGone);
        }
    }

    /** The steps, with those that take the dependents away and bring them back. */
    List<Step> steps() {
        Map<SchemaObject, Integer> aside = aside();
        var all = new ArrayList<Step>();
        aside.keySet().stream().toList().reversed().forEach(object -> all.add(new Step(new DropObject(object), aside.get(object))));
        all.addAll(steps);
        aside.forEach((object, cause) -> draft.after().find(object.ref()).filter(object::equals)
                .ifPresent(after -> all.add(new Step(new CreateObject(after), cause))));
        return all;
    }

    private Map<SchemaObject, Integer> aside() {
        var aside = new LinkedHashMap<SchemaObject, Integer>();
        if (touched.isEmpty() && viewsGone.isEmpty()) {
            return aside;
        }
        List<SchemaObject> candidates = draft.before().objects().filter(object -> object instanceof View || SqliteCatalog.isTrigger(object)).toList();
        boolean found = true;
        while (found) {
            found = false;
            for (SchemaObject object : candidates) {
                if (!aside.containsKey(object) && !dropped.contains(object.ref())) {
                    Optional<Integer> cause = cause(object);
                    cause.ifPresent(index -> aside.put(object, index));
                    if (cause.isPresent() && object instanceof View) {
                        viewsGone.put(folded(object), cause.get());
                        touched.put(folded(object), cause.get());
                        found = true;
                    }
                }
            }
        }
        return aside;
    }

    private Optional<Integer> cause(SchemaObject object) {
        return switch (object) {
            case View view -> view.query().words().stream().map(touched::get).filter(index -> index != null).findFirst();
            case DefinedObject trigger -> Optional.ofNullable(viewsGone.get(folded(trigger)))
                    .or(() -> trigger.definition().words().stream().map(touched::get).filter(index -> index != null).findFirst());
            default -> Optional.empty();
        };
    }

    private static String folded(SchemaObject object) {
        return object.name().name().toLowerCase(Locale.ROOT);
    }
}
