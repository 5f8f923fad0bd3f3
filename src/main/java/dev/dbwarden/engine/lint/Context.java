package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule sees besides the change.
 *
 * @param index   the change's place in the list
 * @param created the tables and views that the same plan creates; they hold no rows
 * @param dialect the dialect's name, for rules that are about one server
 */
public record Context(Schema before, Schema after, int index, Set<ObjectName> created, String dialect) {

    /** Whether the table may hold rows when the change comes. */
    public boolean mayHoldRows(ObjectName table) {
        return !created.contains(table);
    }

    public Optional<Table> tableBefore(ObjectName name) {
        return before.table(name);
    }

    public Finding finding(Rule rule, Severity severity, Change change, String message, String advice) {
        return new Finding(rule.code(), severity, Optional.of(change.subject()), Optional.of(index), message, advice);
    }

    public Finding finding(Rule rule, Severity severity, Ref subject, String message, String advice) {
        return new Finding(rule.code(), severity, Optional.of(subject), Optional.of(index), message, advice);
    }
}
