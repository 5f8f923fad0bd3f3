package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.schema.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a change amounts to: the weight of the heaviest finding about it, and what its rollback gives back.
 *
 * @param severity {@code SAFE} where nothing was found
 */
public record Judgement(Severity severity, Reversibility reversibility) {

    /** The same of a change that only passes where somebody allows its loss by name. */
    public Judgement losing() {
        return reversibility == Reversibility.EXACT ? new Judgement(severity, Reversibility.STRUCTURE_ONLY) : this;
    }

    /** One judgement for each change, in their order. */
    public static List<Judgement> of(List<Change> changes, List<Finding> findings, String dialect) {
        return of(changes, findings, dialect, Set.of());
    }

    /** The same where the values of some columns stand in another one too, which gives them back. */
    public static List<Judgement> of(List<Change> changes, List<Finding> findings, String dialect, Set<Ref> copied) {
        var heaviest = new Severity[changes.size()];
        Arrays.fill(heaviest, Severity.SAFE);
        for (Finding finding : findings.stream().filter(each -> each.direction() == Direction.UPGRADE).toList()) {
            finding.change().filter(index -> finding.severity().compareTo(heaviest[index]) > 0).ifPresent(index -> heaviest[index] = finding.severity());
        }
        return IntStream.range(0, heaviest.length).mapToObj(i -> new Judgement(heaviest[i],
                copied.contains(changes.get(i).subject()) ? Reversibility.EXACT : Reversibility.of(changes.get(i), dialect))).toList();
    }
}
