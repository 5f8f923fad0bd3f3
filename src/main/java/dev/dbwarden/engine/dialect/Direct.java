package dev.dbwarden.engine.dialect;

import java.util.List;

/** The strategy that every dialect has: each step as the dialect spells it. */
record Direct(Dialect dialect) implements Spelling {
    @Override
    public List<Scripted> script(Draft ordered) {
        return ordered.steps().stream().flatMap(step -> dialect.render(step.change()).stream().map(statement -> new Scripted(statement, step.cause()))).toList();
    }
}
