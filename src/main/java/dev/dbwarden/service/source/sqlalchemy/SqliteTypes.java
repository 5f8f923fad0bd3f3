package dev.dbwarden.service.source.sqlalchemy;

import java.util.Optional;

/** Types as SQLAlchemy spells them for SQLite. */
final class SqliteTypes extends TypeCompiler {
    SqliteTypes(TypeResolver resolver, Enums enums) {
        super(resolver, enums);
    }

    @Override
    Optional<String> spelled(ResolvedType type, TableModel table, Names names) {
        return type.dialect().isEmpty() || type.dialect().equals("sqlite") ? super.spelled(type, table, names) : other(type, table, names);
    }

    /** Another dialect's type: the ones that SQLAlchemy's generic compiler knows by their name. */
    private Optional<String> other(ResolvedType type, TableModel table, Names names) {
        boolean generic = switch (type.last()) {
            case "JSONB", "INET", "ARRAY", "TINYINT", "MEDIUMINT", "MEDIUMTEXT", "LONGTEXT", "SET", "YEAR", "DOUBLE" -> false;
            default -> true;
        };
        return generic ? super.spelled(type, table, names) : Optional.empty();
    }
}
