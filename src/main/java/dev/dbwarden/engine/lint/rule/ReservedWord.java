package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A name that has to be quoted wherever it is used. */
public final class ReservedWord implements ChangeRule {
    private static final About ABOUT = About.habit("DW906", "name that is a reserved word");

    /** Reserved by SQL:2016 and by at least two of the servers. */
    private static final Set<String> RESERVED = Set.of("ALL", "AND", "ANY", "AS", "ASC", "BETWEEN", "BOTH", "CASE", "CAST", "CHECK", "COLLATE", "COLUMN", "CONSTRAINT", "CREATE",
            "CROSS", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "DEFAULT", "DESC", "DISTINCT", "DROP", "ELSE", "END", "EXCEPT", "EXISTS", "FALSE", "FETCH",
            "FOR", "FOREIGN", "FROM", "FULL", "GRANT", "GROUP", "HAVING", "IN", "INDEX", "INNER", "INTERSECT", "INTO", "IS", "JOIN", "KEY", "LEADING", "LEFT", "LIKE", "LIMIT", "NATURAL",
            "NOT", "NULL", "OFFSET", "ON", "OR", "ORDER", "OUTER", "PRIMARY", "RANGE", "REFERENCES", "RIGHT", "ROWS", "SELECT", "SET", "TABLE", "THEN", "TO", "TRAILING", "TRUE", "UNION",
            "UNIQUE", "UPDATE", "USER", "USING", "VALUES", "WHEN", "WHERE", "WINDOW", "WITH");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return Added.names(change).filter(name -> RESERVED.contains(name.toUpperCase(Locale.ROOT)))
                .map(name -> context.finding(this, change, "%s is a reserved word of SQL: it has to be quoted in every statement".formatted(name), "take another name"));
    }
}
