package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.dialect.UnsupportedChangeException.Unsupported;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Manner;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Splits the way from one schema to another at a schema that both versions of an application can use.
 *
 * <p>Law: both halves are migrations like any other, with a proof and a way back; together they lead where one would.
 */
public final class Phases {
    private final Schema current;
    private final Schema desired;
    private final List<RenameHint> hints;
    private final Manner manner;
    private final Names names;

    private Phases(Schema current, Schema desired, List<RenameHint> hints, Manner manner) {
        this.current = current;
        this.desired = desired;
        this.hints = hints;
        this.manner = manner;
        this.names = Names.of(hints, current, desired, manner.dialect());
    }

    /** The two migrations from {@code current} to {@code desired}, both normalized by the dialect. */
    public static Phased between(Schema current, Schema desired, List<RenameHint> hints, Manner manner) {
        return new Phases(current, desired, hints, manner).phased();
    }

    private Phased phased() {
        Phased split = split();
        return split.expand().proof().holds() && split.contract().proof().holds() ? split : undivided();
    }

    /** All of it after the deployment, where two halves do not lead where the whole does: what the one needs is then made by the other. */
    private Phased undivided() {
        Migration whole = Migrations.between(current, desired, hints, manner);
        var late = Unsplit.late(Ref.object(Kind.SCHEMA, ObjectName.of("model")), "two halves of these changes would not lead where the whole does");
        return new Phased(current, Migrations.between(current, current, List.of(), manner), whole, List.of(late));
    }

    private Phased split() {
        var bridge = new Bridge(current, names, manner.dialect().name());
        Schema both = normal(bridge.schema());
        Schema following = read(names.twins().following(both), both);
        Schema between = read(names.aliases(), following);
        Migration expand = Migrations.between(current, between, List.of(), manner.filling(names.twins().fills(following)));
        var unsplit = new ArrayList<>(names.unsplit());
        unsplit.addAll(bridge.unsplit());
        return new Phased(between, expand, contract(between, following), unsplit);
    }

    /**
     * First without the other names of tables, then all that the model promises, at last without the old twins. So on the way back their
     * values are there again before anything is asked of them.
     */
    private Migration contract(Schema between, Schema following) {
        Twins twins = names.twins().under(names.tables());
        Map<ObjectName, ObjectName> oldNames = names.tables().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Schema beside = twins.columns().isEmpty() ? desired : normal(twins.beside(desired, following, oldNames));
        Schema kept = read(twins.following(beside), beside);
        Manner after = manner.filling(twins.fills(kept)).afterDeployment();
        Migration contract = Migrations.between(following, kept, names.rest(hints), after);
        Migration whole = between.equals(following) ? contract : Migrations.between(between, following, List.of(), after).then(contract);
        return kept.equals(desired) ? whole : whole.then(Migrations.between(kept, desired, List.of(), after));
    }

    private Schema normal(Schema raw) {
        var problems = new ArrayList<Problem>();
        Schema normal = manner.dialect().normalizer().schema(raw, problems);
        refuse(problems);
        return normal.sharing(current);
    }

    private Schema read(String script, Schema before) {
        if (script.isEmpty()) {
            return before;
        }
        Reading reading = manner.dialect().read(script, before);
        refuse(reading.problems());
        return reading.schema().sharing(before);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UnsupportedChangeException(problems.stream().map(problem -> new Unsupported(Ref.object(Kind.SCHEMA, ObjectName.of("model")),
                    "the migration cannot be split in two phases: what both versions use does not go into one schema: " + problem.message())).toList());
        }
    }
}
