package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change in its surroundings: what a rule sees besides it. */
public record Context(Way way, int index) {
    /** PostgreSQL's locks that keep others from writing (manual, 13.3.1). */
    private static final Set<String> KEEPS_FROM_WRITING = Set.of("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE");

    public Change change() {
        return way.changes().get(index);
    }

    public Schema before() {
        return way.before();
    }

    public Schema after() {
        return way.after();
    }

    public String dialect() {
        return way.dialect();
    }

    /** What the change's statements ask of the server. */
    public List<Statement> statements() {
        return way.statements(index);
    }

    /** Whether a statement of the change keeps others from writing for as long as it reads all rows. */
    public boolean readsUnderLock() {
        return statements().stream().anyMatch(statement -> statement.scansTable() && KEEPS_FROM_WRITING.contains(statement.lock()));
    }

    /** Whether a statement of the change writes all rows anew. */
    public boolean rewrites() {
        return statements().stream().anyMatch(Statement::rewritesTable);
    }

    /** Whether the table may hold rows when the change comes. */
    public boolean mayHoldRows(ObjectName table) {
        return way.mayHoldRows(table);
    }

    public Optional<Table> tableBefore(ObjectName name) {
        return before().table(name);
    }

    public Optional<Table> tableAfter(ObjectName name) {
        return after().table(name);
    }

    public Finding finding(Rule rule, Change about, String message, String advice) {
        return finding(rule, about.subject(), message, advice);
    }

    public Finding finding(Rule rule, Ref subject, String message, String advice) {
        return new Finding(rule.code(), rule.about().severity(), way.direction(), Optional.of(subject), Optional.of(index), message, advice);
    }
}
