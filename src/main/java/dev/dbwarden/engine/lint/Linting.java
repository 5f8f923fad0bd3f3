package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.schema.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a migration is looked at for.
 *
 * @param habits the codes of the good habits that are asked for
 * @param sizes  how big tables are, where that is known
 */
public record Linting(Set<String> habits, Map<ObjectName, TableSize> sizes) {
    /** The dangers, whatever the size of the tables. */
    public static final Linting DANGERS = new Linting(Set.of(), Map.of());

    public Linting {
        habits = Set.copyOf(habits);
        sizes = Map.copyOf(sizes);
    }

    List<Rule> rules(String dialect) {
        return Rules.all().stream().filter(rule -> rule.about().isAbout(dialect) && (!rule.about().habit() || habits.contains(rule.code()))).toList();
    }

    Optional<TableSize> size(ObjectName table) {
        return Optional.ofNullable(sizes.get(table));
    }
}
