package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs rules over the changes of a plan. */
public final class Linter {
    private Linter() {}

    public static List<Finding> check(Schema before, Schema after, List<Change> changes, List<Rule> rules, String dialect) {
        Set<ObjectName> created = changes.stream().flatMap(change -> change instanceof CreateObject(Relation relation) ? Stream.of(relation.name()) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < changes.size(); i++) {
            var context = new Context(before, after, i, created, dialect);
            for (Rule rule : rules) {
                rule.check(changes.get(i), context).forEach(findings::add);
            }
        }
        return List.copyOf(findings);
    }
}
