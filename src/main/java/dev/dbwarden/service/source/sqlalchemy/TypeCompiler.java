package dev.dbwarden.service.source.sqlalchemy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as SQLAlchemy's generic compiler spells them; dialects differ in what they override. */
class TypeCompiler {
    private final TypeResolver resolver;
    private final Enums enums;

    TypeCompiler(TypeResolver resolver, Enums enums) {
        this.resolver = resolver;
        this.enums = enums;
    }

    TypeResolver resolver() {
        return resolver;
    }

    Enums enums() {
        return enums;
    }

    /** The type's SQL. */
    String sql(ResolvedType type, TableModel table, Names names) {
        if (type.text().isPresent()) {
            return type.text().get();
        }
        if (type.isEnum()) {
            return enumeration(type, table, names);
        }
        return spelled(type, table, names).orElseThrow(() -> new ModelFault(type.at(), "type " + type.name() + " is not one of this dialect"));
    }

    /** The type in the dialect's spelling; empty where the dialect has no such type. */
    Optional<String> spelled(ResolvedType type, TableModel table, Names names) {
        return Optional.ofNullable(switch (type.last()) {
            case "Integer", "INTEGER", "INT" -> "INTEGER";
            case "SmallInteger", "SMALLINT" -> "SMALLINT";
            case "BigInteger", "BIGINT" -> "BIGINT";
            case "Boolean", "BOOLEAN" -> "BOOLEAN";
            case "String", "Unicode", "VARCHAR" -> collated(sized("VARCHAR", type), type, names);
            case "Text", "UnicodeText", "TEXT" -> collated(sized("TEXT", type), type, names);
            case "CHAR" -> collated(sized("CHAR", type), type, names);
            case "NCHAR" -> collated(sized("NCHAR", type), type, names);
            case "NVARCHAR" -> collated(sized("NVARCHAR", type), type, names);
            case "CLOB" -> "CLOB";
            case "Numeric", "NUMERIC" -> precise("NUMERIC", type);
            case "DECIMAL" -> precise("DECIMAL", type);
            case "Float", "FLOAT" -> "FLOAT";
            case "Double", "DOUBLE" -> "DOUBLE";
            case "DOUBLE_PRECISION" -> "DOUBLE PRECISION";
            case "REAL" -> "REAL";
            case "Date", "DATE" -> "DATE";
            case "DateTime", "DATETIME", "Interval" -> "DATETIME";
            case "Time", "TIME" -> "TIME";
            case "TIMESTAMP" -> "TIMESTAMP";
            case "LargeBinary", "PickleType", "BLOB" -> "BLOB";
            case "BINARY" -> sized("BINARY", type);
            case "VARBINARY" -> sized("VARBINARY", type);
            case "JSON" -> "JSON";
            case "Uuid" -> "CHAR(32)";
            case "UUID" -> "UUID";
            default -> null;
        });
    }

    String enumeration(ResolvedType type, TableModel table, Names names) {
        return "VARCHAR(" + enums.length(type) + ")";
    }

    static String sized(String word, ResolvedType type) {
        return word + type.number(0, "length").map(length -> "(" + length + ")").orElse("");
    }

    static String precise(String word, ResolvedType type) {
        String numbers = Stream.of(type.number(0, "precision"), type.number(1, "scale")).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return word + (numbers.isEmpty() ? "" : "(" + numbers + ")");
    }

    static String collated(String sql, ResolvedType type, Names names) {
        return type.word(1, "collation").map(collation -> sql + " COLLATE " + names.collation(collation)).orElse(sql);
    }

    private static final Set<String> WHOLE = Set.of("integer", "int", "smallinteger", "smallint", "biginteger", "bigint", "numeric", "decimal", "mediumint", "tinyint");
    private static final Set<String> TEXTS = Set.of("string", "unicode", "varchar", "text", "unicodetext", "char", "nchar", "nvarchar", "clob", "citext", "enum", "longtext",
            "mediumtext", "tinytext");

    /** Whether a key of this type counts up by itself. */
    static boolean counts(ResolvedType type) {
        return type.text().isEmpty() && WHOLE.contains(type.last().toLowerCase(Locale.ROOT));
    }

    static boolean isText(ResolvedType type) {
        return type.text().isEmpty() && TEXTS.contains(type.last().toLowerCase(Locale.ROOT));
    }
}
