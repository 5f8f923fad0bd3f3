package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a migration is looked at for.
 *
 * @param habits   the codes of the good habits that are asked for
 * @param sizes    how big tables are, where that is known
 * @param copied   columns whose values stand in another column too: dropping one loses nothing
 * @param deployed whether the version of the application that goes with the migration runs already, so that no other is left for it to break
 */
public record Linting(Set<String> habits, Map<ObjectName, TableSize> sizes, Set<Ref> copied, boolean deployed) {
    /** The dangers, whatever the size of the tables. */
    public static final Linting DANGERS = new Linting(Set.of(), Map.of());

    public Linting {
        habits = Set.copyOf(habits);
        sizes = Collections.unmodifiableMap(new HashMap<>(sizes));
        copied = Collections.unmodifiableSet(new HashSet<>(copied));
    }

    /** Of a migration that runs while an older version of the application does. */
    public Linting(Set<String> habits, Map<ObjectName, TableSize> sizes) {
        this(habits, sizes, Set.of(), false);
    }

    /** The same for a migration that drops or makes some of these columns. */
    public Linting copying(Set<Ref> columns) {
        return new Linting(habits, sizes, columns, deployed);
    }

    /** The same for a migration that runs after the deployment. */
    public Linting afterDeployment() {
        return new Linting(habits, sizes, copied, true);
    }

    List<Rule> rules(String dialect) {
        return Rules.all().stream().filter(rule -> rule.about().isAbout(dialect) && (!rule.about().habit() || habits.contains(rule.code()))
                && !(deployed && rule instanceof DeploymentRule)).toList();
    }

    /** Whether a finding says that values are lost which are not. */
    boolean isMoot(Finding finding) {
        return finding.severity() == Severity.CRITICAL && finding.subject().filter(copied::contains).isPresent();
    }

    Optional<TableSize> size(ObjectName table) {
        return Optional.ofNullable(sizes.get(table));
    }
}
