package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;

/**
 * Changes as the differ found them, in no particular order, with the schemas they lead from and to.
 */
public record Draft(Schema before, Schema after, List<Step> steps) {
    public Draft {
        steps = List.copyOf(steps);
    }

    public List<Change> changes() {
        return steps.stream().map(Step::change).toList();
    }
}
