package dev.dbwarden.service.source.sqlalchemy;

import java.util.Optional;
import java.util.Set;

/** Types as SQLAlchemy spells them for SQLite. */
final class SqliteTypes extends TypeCompiler {
    SqliteTypes(TypeResolver resolver, Enums enums) {
        super(resolver, enums);
    }

    @Override
    Optional<String> spelled(ResolvedType type, TableModel table, Names names) {
        if (isOfDigits(type)) {
            return Optional.of(type.last() + "_CHAR");
        }
        return type.dialect().isEmpty() || type.dialect().equals("sqlite") ? super.spelled(type, table, names) : other(type, table, names);
    }

    /** Moments that are kept as digits only: the affinity of {@code DATETIME} would make numbers of them. */
    private static boolean isOfDigits(ResolvedType type) {
        Optional<String> format = Set.of("sqlite.DATETIME", "sqlite.DATE", "sqlite.TIME").contains(type.name()) ? type.keyword("storage_format").flatMap(Terms::text) : Optional.empty();
        return format.filter(text -> text.replaceAll("%\\(\\w+\\)\\d*d", "0").matches("\\d*")).isPresent();
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
