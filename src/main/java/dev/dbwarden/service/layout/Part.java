package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a migration that runs in one transaction, or outside of any. The pieces are applied in their order and taken back from the last
 * to the first; between two of them a rollback may stand that belongs to another one's upgrade, so they are taken back all or none.
 *
 * @param upgrade  may be empty
 * @param rollback may be empty
 */
record Part(List<Statement> upgrade, List<Statement> rollback) {

    /** The fewest pieces for a runner that asks of each direction whether it may be in a transaction. */
    static List<Part> independent(List<List<Statement>> upgrade, List<List<Statement>> rollback) {
        var parts = new ArrayList<Part>();
        int count = Math.max(upgrade.size(), rollback.size());
        for (int i = 0; i < count; i++) {
            int back = count - 1 - i;
            parts.add(new Part(i < upgrade.size() ? upgrade.get(i) : List.of(), back < rollback.size() ? rollback.get(back) : List.of()));
        }
        return parts;
    }

    /** Pieces for a runner that has one word for both directions: those that differ in it are kept apart, the ways back first. */
    static List<Part> alike(List<List<Statement>> upgrade, List<List<Statement>> rollback) {
        List<Part> together = independent(upgrade, rollback);
        if (together.stream().allMatch(Part::isAlike)) {
            return together;
        }
        var parts = new ArrayList<Part>();
        rollback.reversed().forEach(run -> parts.add(new Part(List.of(), run)));
        upgrade.forEach(run -> parts.add(new Part(run, List.of())));
        return parts;
    }

    /** Statements in runs that may share a transaction, or may all be outside of one. */
    static List<List<Statement>> runs(List<Statement> script) {
        return runs(script, false);
    }

    /** The same for a runner that sends a file as one message: what is outside of a transaction is alone. */
    static List<List<Statement>> messages(List<Statement> script) {
        return runs(script, true);
    }

    private static List<List<Statement>> runs(List<Statement> script, boolean alone) {
        var runs = new ArrayList<List<Statement>>();
        for (Statement statement : script) {
            if (runs.isEmpty() || isTransactional(runs.getLast()) != statement.transactional() || alone && !statement.transactional()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(statement);
        }
        return runs;
    }

    static boolean isTransactional(List<Statement> run) {
        return run.stream().allMatch(Statement::transactional);
    }

    boolean isTransactional() {
        return isTransactional(upgrade) && isTransactional(rollback);
    }

    private boolean isAlike() {
        return upgrade.isEmpty() || rollback.isEmpty() || isTransactional(upgrade) == isTransactional(rollback);
    }
}
