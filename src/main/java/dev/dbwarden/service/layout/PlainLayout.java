package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.ArrayList;
import java.util.List;

/** Scripts for the database's own client, to be run in the order of their names; {@code down} from the last to the first. */
final class PlainLayout implements Layout {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        List<Part> parts = Part.independent(Part.runs(migration.upgrade()), Part.runs(migration.rollback()));
        var upgrades = new ArrayList<FileAnswer>();
        var rollbacks = new ArrayList<FileAnswer>();
        for (int i = 0; i < parts.size(); i++) {
            String path = "migrations/" + migration.id() + (parts.size() == 1 ? "" : ".%03d".formatted(i + 1));
            upgrades.add(file(path + ".up.sql", parts.get(i).upgrade(), migration));
            rollbacks.addFirst(file(path + ".down.sql", parts.get(i).rollback(), migration));
        }
        upgrades.addAll(rollbacks);
        return upgrades;
    }

    private static FileAnswer file(String path, List<Statement> run, Written migration) {
        String head = Part.isTransactional(run) ? "" : "-- outside of a transaction: without psql's --single-transaction\n\n";
        return new FileAnswer(path, head + Script.forClient(run.isEmpty() ? Script.NOTHING : run, migration.dialect()));
    }
}
