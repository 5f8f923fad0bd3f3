package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Script;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.diff.RenameCandidate;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One direction of a migration, as rules see it: from where to where, by which changes, and what their statements ask of the server. */
public final class Way {
    private final Direction direction;
    private final Draft draft;
    private final Script script;
    private final List<RenameCandidate> candidates;
    private final List<Change> changes;
    private final Set<ObjectName> created;
    private final Map<Integer, List<Statement>> statements;

    private Way(Direction direction, Draft draft, Script script, List<RenameCandidate> candidates) {
        this.direction = direction;
        this.draft = draft;
        this.script = script;
        this.candidates = List.copyOf(candidates);
        this.changes = draft.changes();
        this.created = changes.stream().flatMap(change -> change instanceof CreateObject(Relation relation) ? Stream.of(relation.name()) : Stream.empty())
                .collect(Collectors.toSet());
        this.statements = script.statements().stream().collect(Collectors.groupingBy(Scripted::change, Collectors.mapping(Scripted::statement, Collectors.toList())));
    }

    /**
     * The way there.
     *
     * @param candidates drops and adds that may be renames
     */
    public static Way upgrade(Draft draft, Script script, List<RenameCandidate> candidates) {
        return new Way(Direction.UPGRADE, draft, script, candidates);
    }

    /** The way back; the draft is still that of the way there, and each change keeps its place. */
    public static Way rollback(Draft upgrade, Script script) {
        return new Way(Direction.ROLLBACK, new Draft(upgrade.after(), upgrade.before(), upgrade.steps().stream().map(Step::inverse).toList()), script, List.of());
    }

    public Direction direction() {
        return direction;
    }

    public Schema before() {
        return draft.before();
    }

    public Schema after() {
        return draft.after();
    }

    public List<Change> changes() {
        return changes;
    }

    public String dialect() {
        return script.dialect();
    }

    public Strategy strategy() {
        return script.strategy();
    }

    /** Drops and adds that may be renames. */
    public List<RenameCandidate> candidates() {
        return candidates;
    }

    /** A finding about the whole way; what one of its changes is about stands for all. */
    public Finding finding(Rule rule, int change, String message, String advice) {
        return new Finding(rule.code(), rule.about().severity(), direction, Optional.of(changes.get(change).subject()), Optional.empty(), message, advice);
    }

    /** The statements in their order, each with the change that it is for. */
    public List<Scripted> script() {
        return script.statements();
    }

    /** What the changes' statements ask of the server, by the index of the change. */
    List<Statement> statements(int change) {
        return statements.getOrDefault(change, List.of());
    }

    /** Each change in its surroundings. */
    public Stream<Context> contexts() {
        return IntStream.range(0, changes.size()).mapToObj(this::context);
    }

    public Context context(int change) {
        return new Context(this, change);
    }

    /** Whether the table may hold rows when the changes come: it does unless they make it. */
    public boolean mayHoldRows(ObjectName table) {
        return !created.contains(table);
    }

    /** Whether the change is about a table that may hold rows. */
    public boolean touchesRows(int change) {
        return switch (changes.get(change)) {
            case CreateObject _ -> false;
            case RenameObject _ -> true;
            case Change other -> mayHoldRows(other.subject().owner());
        };
    }
}
