package dev.dbwarden.service.source.sqlalchemy;

import java.util.List;

/** What writing DDL needs to know. */
record Context(DialectRules rules, Tables tables, References references, ColumnTypes types, TypeCompiler compiler, ExpressionCompiler expressions, Naming naming, Faults faults,
        List<Outside> outside) {
    Names names() {
        return rules.names();
    }
}
