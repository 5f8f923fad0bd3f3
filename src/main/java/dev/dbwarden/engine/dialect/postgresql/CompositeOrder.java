package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Views over columns of a composite type that changes: they go before an attribute is dropped and come after one is added, although their text names
 * the column alone.
 */
final class CompositeOrder {
    private final Map<String, Set<String>> typesOfColumns = new HashMap<>();

    void changed(CompositeChanges change, List<Ref> holders) {
        holders.forEach(column -> typesOfColumns.computeIfAbsent(column.part(), _ -> new HashSet<>()).add(change.before().name().name()));
    }

    /** The steps, in which such views name the types too. */
    List<Step> seen(List<Step> steps) {
        return typesOfColumns.isEmpty() ? steps : steps.stream().map(step -> new Step(seen(step.change()), step.cause())).toList();
    }

    private Change seen(Change change) {
        return switch (change) {
            case CreateObject(View view) -> new CreateObject(seen(view));
            case DropObject(View view) -> new DropObject(seen(view));
            default -> change;
        };
    }

    private View seen(View view) {
        var words = new HashSet<>(view.query().words());
        view.query().words().forEach(word -> words.addAll(typesOfColumns.getOrDefault(word, Set.of())));
        return new View(view.name(), view.materialized(), view.columns(), view.query().withWords(words), view.parts(), view.options(), view.comment());
    }
}
