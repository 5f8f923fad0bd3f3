package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Quoting;
import java.util.List;
import java.util.Optional;

/**
 * A way to read schemas and to spell changes.
 *
 * <p>Laws, held by the contract test for every dialect: {@code read(render(changes from EMPTY to s)) == s};
 * {@code normalizer().schema(s) == s} for a schema that is normal; an adapted plan leads where the plan leads.
 */
public interface Dialect {
    /** The name in requests and snapshots: {@code postgresql}. */
    String name();

    /** Other names that it answers to: {@code postgres}. */
    List<String> aliases();

    Lexicon lexicon();

    Quoting quoting();

    Normalizer normalizer();

    /** Replays a script of DDL on a schema. All that cannot be read is in the answer's problems, at once. */
    Reading read(String script, Schema before);

    /**
     * The changes of a draft that a server has something to do for. The others are of the model's form alone: of a table that becomes a partition it
     * no longer holds the columns, which no server drops; they are neither told nor judged.
     */
    default List<Change> real(Draft draft) {
        return draft.changes();
    }

    /** Rewrites changes into ones that this dialect can express; may merge them, and add the ones they need. */
    List<Step> adapt(Draft draft);

    /** Spells one change that {@link #adapt} let through. */
    List<Statement> render(Change change);

    /** The adapted steps that are refused unless the caller allows them by name. */
    default List<Refusal> refusals(List<Step> steps) {
        return List.of();
    }

    /** This dialect as it speaks between two schemas, where what they hold decides how every statement is written. */
    default Dialect between(Schema before, Schema after) {
        return this;
    }

    /** A rename with what it takes: what the server renames by itself with it, which is rendered as nothing, and what has to go before and come back after. */
    default List<Change> renaming(Change rename, SchemaEditor before) {
        return List.of(rename);
    }

    /** How steps are spelled under a strategy; empty where the dialect does not have it. */
    default Optional<Spelling> spelling(Strategy strategy) {
        return strategy == Strategy.DIRECT ? Optional.of(new Direct(this)) : Optional.empty();
    }

    /** How two versions of an application use one thing under two names; empty where the dialect has no way. */
    default Optional<Twinning> twinning() {
        return Optional.empty();
    }

    /** Reads a live database of this dialect. */
    Introspector introspector();
}
