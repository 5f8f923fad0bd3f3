package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.List;
import java.util.stream.Collectors;

/** What writing DDL needs to know. */
record Context(DialectRules rules, Tables tables, References references, ColumnTypes types, TypeCompiler compiler, ExpressionCompiler expressions, Naming naming, Faults faults,
        List<Outside> outside) {
    Names names() {
        return rules.names();
    }

    /** A statement; what comes from a package is at the table that uses it. */
    Ddl ddl(String sql, Location at) {
        return new Ddl(sql, faults.ofProgram(at));
    }

    /** The columns that an index or a unique constraint of PostgreSQL holds besides those of its key. */
    String included(Value value, TableModel table, Location at) {
        if (!(value instanceof Value.Sequence(_, var items))) {
            throw Terms.fault(value, "the included columns", at);
        }
        return " INCLUDE (" + items.stream().map(item -> names().column(references.column(item, table, at))).collect(Collectors.joining(", ")) + ")";
    }
}
