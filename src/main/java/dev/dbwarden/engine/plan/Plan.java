package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import java.util.List;

/** Ordered steps from a known schema; each applies to the schema that the ones before it lead to. */
public record Plan(Schema before, List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** The schema at the end; fails with {@link IllegalArgumentException} if a step does not apply. */
    public Schema after() {
        var editor = new SchemaEditor(before);
        steps.forEach(step -> step.change().applyTo(editor));
        return editor.schema();
    }

    /** The way back: every step taken back, last first. */
    public Plan inverse() {
        return new Plan(after(), steps.reversed().stream().map(Step::inverse).toList());
    }
}
