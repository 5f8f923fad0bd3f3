package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types as SQLAlchemy spells them for MySQL and MariaDB. */
final class MysqlTypes extends TypeCompiler {
    private final boolean maria;

    MysqlTypes(TypeResolver resolver, Enums enums, boolean maria) {
        super(resolver, enums);
        this.maria = maria;
    }

    @Override
    Optional<String> spelled(ResolvedType type, TableModel table, Names names) {
        return switch (type.last()) {
            case "Boolean", "BOOLEAN" -> Optional.of("BOOL");
            case "Integer", "INTEGER", "INT" -> Optional.of(whole("INTEGER", type));
            case "SmallInteger", "SMALLINT" -> Optional.of(whole("SMALLINT", type));
            case "BigInteger", "BIGINT" -> Optional.of(whole("BIGINT", type));
            case "TINYINT", "MEDIUMINT" -> Optional.of(whole(type.last(), type));
            case "BIT" -> Optional.of(sized("BIT", type));
            case "YEAR" -> Optional.of("YEAR" + type.number(0, "display_width").map(width -> "(" + width + ")").orElse(""));
            case "Numeric", "NUMERIC", "DECIMAL" -> Optional.of(attributed(precise(type.last().equals("DECIMAL") ? "DECIMAL" : "NUMERIC", type), type));
            case "Float", "FLOAT", "REAL" -> Optional.of(attributed(precise(type.last().equals("REAL") ? "REAL" : "FLOAT", type), type));
            case "Double", "DOUBLE", "DOUBLE_PRECISION" -> Optional.of(attributed(precise("DOUBLE", type), type));
            case "DateTime", "DATETIME", "Interval" -> Optional.of("DATETIME" + fraction(type));
            case "TIMESTAMP" -> Optional.of("TIMESTAMP" + fraction(type));
            case "Time", "TIME" -> Optional.of("TIME" + fraction(type));
            case "String", "Unicode", "VARCHAR", "NVARCHAR" -> Optional.of(text(type.last().equals("NVARCHAR") ? "NATIONAL VARCHAR" : "VARCHAR", type, true));
            case "CHAR", "NCHAR" -> Optional.of(text(type.last().equals("NCHAR") ? "NATIONAL CHAR" : "CHAR", type, false));
            case "Text", "UnicodeText", "TEXT", "TINYTEXT", "MEDIUMTEXT", "LONGTEXT" -> Optional.of(text(type.last().toUpperCase(java.util.Locale.ROOT).replace("UNICODE", ""), type, false));
            case "LargeBinary", "PickleType", "BLOB" -> Optional.of(sized("BLOB", type));
            case "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" -> Optional.of(type.last());
            case "SET" -> Optional.of(withCharset(labelled("SET", type), type));
            case "Uuid", "UUID" -> Optional.of(maria && type.argument(1, "native_uuid").isEmpty() ? "UUID" : "CHAR(32)");
            case "VARBINARY", "BINARY", "JSON", "Date", "DATE" -> super.spelled(type, table, names);
            default -> Optional.empty();
        };
    }

    private static String whole(String word, ResolvedType type) {
        return attributed(word + type.number(0, "display_width").map(width -> "(" + width + ")").orElse(""), type);
    }

    private static String attributed(String sql, ResolvedType type) {
        boolean zerofill = type.keyword("zerofill").filter(new Value.Truth(true)::equals).isPresent();
        boolean unsigned = type.keyword("unsigned").filter(new Value.Truth(true)::equals).isPresent();
        return sql + (unsigned ? " UNSIGNED" : "") + (zerofill ? " ZEROFILL" : "");
    }

    private static String fraction(ResolvedType type) {
        return type.number(1, "fsp").map(digits -> "(" + digits + ")").orElse("");
    }

    private static String text(String word, ResolvedType type, boolean needsLength) {
        if (needsLength && type.number(0, "length").isEmpty()) {
            throw new ModelFault(type.at(), "a VARCHAR needs a length in MySQL and MariaDB; say String(255), or Text");
        }
        return withCharset(sized(word, type), type);
    }

    private static String withCharset(String sql, ResolvedType type) {
        boolean unicode = type.keyword("unicode").filter(new Value.Truth(true)::equals).isPresent();
        boolean ascii = type.keyword("ascii").filter(new Value.Truth(true)::equals).isPresent();
        boolean binary = type.keyword("binary").filter(new Value.Truth(true)::equals).isPresent();
        Optional<String> collation = type.isEnum() || type.last().equals("SET") ? type.keyword("collation").flatMap(Terms::text) : type.word(1, "collation");
        String charset = type.keyword("charset").flatMap(Terms::text).map(each -> " CHARACTER SET " + each).orElse(ascii ? " ASCII" : unicode ? " UNICODE" : "");
        return sql + charset + collation.map(each -> " COLLATE " + each).orElse(binary ? " BINARY" : "");
    }

    private String labelled(String word, ResolvedType type) {
        return word + enums().labels(type).stream().map(label -> "'" + label.replace("\\", "\\\\").replace("'", "''") + "'").collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    String enumeration(ResolvedType type, TableModel table, Names names) {
        return enums().isNative(type) ? withCharset(labelled("ENUM", type), type) : super.enumeration(type, table, names);
    }
}
