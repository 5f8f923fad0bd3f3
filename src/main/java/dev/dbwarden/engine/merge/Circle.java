package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Views that select from each other in a circle, which no script can make. */
final class Circle {
    private final Map<String, Set<String>> sources = new HashMap<>();
    private final Map<String, List<String>> users = new HashMap<>();

    private Circle(Schema schema) {
        schema.objects().filter(View.class::isInstance).map(View.class::cast).forEach(view -> sources.put(view.name().name(), new HashSet<>(view.query().words())));
        sources.forEach((view, words) -> {
            words.retainAll(sources.keySet());
            words.remove(view);
            words.forEach(word -> users.computeIfAbsent(word, _ -> new ArrayList<>()).add(view));
        });
    }

    /** The names of the views in circles, and of those above them. By the words of queries, so a few may be no circle at all. */
    static Set<String> of(Schema schema) {
        var circle = new Circle(schema);
        circle.removeWhatCanBeMade();
        return circle.sources.keySet();
    }

    private void removeWhatCanBeMade() {
        var made = new ArrayDeque<>(sources.keySet().stream().filter(view -> sources.get(view).isEmpty()).toList());
        while (!made.isEmpty()) {
            String view = made.poll();
            sources.remove(view);
            for (String user : users.getOrDefault(view, List.of())) {
                sources.get(user).remove(view);
                if (sources.get(user).isEmpty()) {
                    made.add(user);
                }
            }
        }
    }
}
