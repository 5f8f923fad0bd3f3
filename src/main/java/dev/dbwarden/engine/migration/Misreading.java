package dev.dbwarden.engine.migration;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An object that is something else when the SQL that makes it is read: a text in it holds more than the place where it stands, or what the
 * dialect does not know.
 *
 * @param object it, as the schema has it
 * @param what   how the SQL is read
 */
public record Misreading(Ref object, String what) {
    /** What of a schema does not read back, if it is written down as SQL; empty for every schema that was read from SQL. */
    public static List<Misreading> of(Schema schema, Dialect dialect) {
        Migration making = Migrations.between(Schema.EMPTY, schema, List.of(), dialect);
        Schema held = dialect.normalizer().held(schema);
        if (making.proof().upgradeReachesModel()) {
            return making.proof().holds() ? List.of() : dialect.read(Migrations.text(making.rollback()), held).schema().objects()
                    .map(object -> new Misreading(object.ref(), "the statement that should drop it does not")).toList();
        }
        Reading reading = dialect.read(Migrations.text(making.upgrade()), Schema.EMPTY);
        return reading.problems().isEmpty() ? differences(held, dialect.normalizer().held(reading.schema()))
                : reading.problems().stream().map(problem -> new Misreading(object(making, problem.offset()), problem.message())).toList();
    }

    private static List<Misreading> differences(Schema meant, Schema read) {
        List<Change> changes = Planner.changes(meant, read, List.of());
        String instead = changes.stream().filter(Change.CreateObject.class::isInstance).map(change -> change.subject().toString()).collect(Collectors.joining(", "));
        return changes.stream().map(change -> new Misreading(change.subject(), difference(change, instead))).toList();
    }

    private static String difference(Change change, String instead) {
        return switch (change) {
            case Change.DropObject _ -> instead.isEmpty() ? "no statement makes it" : "the statements make " + instead + " instead";
            case Change.CreateObject _ -> "the statements make it too";
            case Change.AlterObject _, Change.RenameObject _, Change.AddPart _, Change.DropPart _, Change.AlterPart _, Change.RenamePart _, Change.RenameLabel _, Change.RebuildTables _ ->
                "read back, the schema differs by '" + Description.of(change).summary() + "'";
        };
    }

    /** What the statement at a place of the script is about. */
    private static Ref object(Migration migration, int offset) {
        int end = 0;
        for (Scripted each : migration.upgrade()) {
            end += Migrations.text(List.of(each)).length();
            if (offset < end) {
                return migration.changes().get(each.change()).subject();
            }
        }
        return migration.changes().getLast().subject();
    }
}
