package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequences of columns of foreign tables. */
final class ForeignSequences {
    private ForeignSequences() {}

    /** The steps, in which the sequence of a foreign table that is made anew goes on counting: it is nobody's meanwhile, or it would go with the table. */
    static List<Step> kept(Draft draft, List<Step> steps) {
        Map<ObjectName, Integer> dropped = new HashMap<>();
        steps.forEach(step -> {
            if (step.change() instanceof DropObject(DefinedObject object) && object.kind().equals(ForeignTable.KIND)) {
                dropped.put(object.name(), step.cause());
            }
        });
        if (dropped.isEmpty()) {
            return steps;
        }
        var all = new ArrayList<Step>();
        draft.before().all(Sequence.class).filter(sequence -> draft.after().find(sequence.ref()).filter(sequence::equals).isPresent())
                .forEach(sequence -> sequence.ownedBy().map(owner -> dropped.get(owner.table())).ifPresent(cause -> {
                    Sequence free = sequence.withOwnedBy(Optional.empty());
                    all.add(new Step(new AlterObject(sequence, free), cause));
                    all.add(new Step(new AlterObject(free, sequence), cause));
                }));
        all.addAll(steps);
        return all;
    }
}
