package dev.dbwarden.service.source.sqlalchemy;

/** What writing DDL needs to know. */
record Context(DialectRules rules, Tables tables, References references, ColumnTypes types, TypeCompiler compiler, ExpressionCompiler expressions, Naming naming, Faults faults) {
    Names names() {
        return rules.names();
    }
}
