package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.Map;
import java.util.Optional;

/** Types as SQLAlchemy spells them for PostgreSQL. */
final class PostgresqlTypes extends TypeCompiler {
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("UUID", "UUID"), Map.entry("INET", "INET"), Map.entry("CIDR", "CIDR"), Map.entry("MACADDR", "MACADDR"),
            Map.entry("MACADDR8", "MACADDR8"), Map.entry("MONEY", "MONEY"), Map.entry("OID", "OID"), Map.entry("REGCLASS", "REGCLASS"), Map.entry("REGCONFIG", "REGCONFIG"),
            Map.entry("BYTEA", "BYTEA"), Map.entry("JSON", "JSON"), Map.entry("JSONB", "JSONB"), Map.entry("JSONPATH", "JSONPATH"), Map.entry("HSTORE", "HSTORE"),
            Map.entry("TSVECTOR", "TSVECTOR"), Map.entry("TSQUERY", "TSQUERY"), Map.entry("INT4RANGE", "INT4RANGE"), Map.entry("INT8RANGE", "INT8RANGE"),
            Map.entry("NUMRANGE", "NUMRANGE"), Map.entry("DATERANGE", "DATERANGE"), Map.entry("TSRANGE", "TSRANGE"), Map.entry("TSTZRANGE", "TSTZRANGE"),
            Map.entry("INT4MULTIRANGE", "INT4MULTIRANGE"), Map.entry("INT8MULTIRANGE", "INT8MULTIRANGE"), Map.entry("NUMMULTIRANGE", "NUMMULTIRANGE"),
            Map.entry("DATEMULTIRANGE", "DATEMULTIRANGE"), Map.entry("TSMULTIRANGE", "TSMULTIRANGE"), Map.entry("TSTZMULTIRANGE", "TSTZMULTIRANGE"),
            Map.entry("DOUBLE_PRECISION", "DOUBLE PRECISION"), Map.entry("Double", "DOUBLE PRECISION"), Map.entry("DOUBLE", "DOUBLE PRECISION"),
            Map.entry("LargeBinary", "BYTEA"), Map.entry("PickleType", "BYTEA"), Map.entry("BLOB", "BYTEA"), Map.entry("CLOB", "TEXT"));

    PostgresqlTypes(TypeResolver resolver, Enums enums) {
        super(resolver, enums);
    }

    @Override
    Optional<String> spelled(ResolvedType type, TableModel table, Names names) {
        String word = WORDS.get(type.last());
        if (word != null) {
            return Optional.of(word);
        }
        return switch (type.last()) {
            case "DateTime", "TIMESTAMP", "DATETIME" -> Optional.of(zoned("TIMESTAMP", type));
            case "Time", "TIME" -> Optional.of(zoned("TIME", type));
            case "Interval" -> Optional.of(type.argument(0, "native").filter(new Value.Truth(false)::equals).isPresent() ? "TIMESTAMP WITHOUT TIME ZONE"
                    : "INTERVAL" + type.number(1, "second_precision").map(precision -> " (" + precision + ")").orElse(""));
            case "INTERVAL" -> Optional.of(interval(type));
            case "Uuid" -> Optional.of(type.argument(1, "native_uuid").filter(new Value.Truth(false)::equals).isPresent() ? "CHAR(32)" : "UUID");
            case "Float", "FLOAT" -> Optional.of("FLOAT" + type.number(0, "precision").map(precision -> "(" + precision + ")").orElse(""));
            case "BIT" -> Optional.of("BIT" + (type.flag(1, "varying") ? " VARYING" : "") + type.number(0, "length").map(length -> "(" + length + ")").orElse(""));
            case "CITEXT" -> Optional.of(collated("CITEXT", type, names));
            case "ARRAY" -> Optional.of(array(type, table, names));
            case "DOMAIN" -> Optional.of(names.qualified(schema(type, table), type.word(0, "name").orElse("")));
            default -> super.spelled(type, table, names);
        };
    }

    private Optional<String> schema(ResolvedType type, TableModel table) {
        return enums().schema(type, table);
    }

    private static String zoned(String word, ResolvedType type) {
        return word + type.number(1, "precision").map(precision -> "(" + precision + ")").orElse("") + (type.flag(0, "timezone") ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
    }

    private static String interval(ResolvedType type) {
        return "INTERVAL" + type.word(1, "fields").map(fields -> " " + fields).orElse("") + type.number(0, "precision").map(precision -> " (" + precision + ")").orElse("");
    }

    private String array(ResolvedType type, TableModel table, Names names) {
        Value item = type.argument(0, "item_type").orElseThrow(() -> new ModelFault(type.at(), "the array does not say the type of its items"));
        int dimensions = Math.clamp(type.argument(2, "dimensions").flatMap(Terms::number).orElse(1), 1, 6);
        String inner = sql(resolver().resolve(item, type.at()), table, names);
        String brackets = "[]".repeat(dimensions);
        int collation = inner.indexOf(" COLLATE ");
        return collation < 0 ? inner + brackets : inner.substring(0, collation) + brackets + inner.substring(collation);
    }

    @Override
    String enumeration(ResolvedType type, TableModel table, Names names) {
        if (!enums().isNative(type)) {
            return super.enumeration(type, table, names);
        }
        String name = enums().name(type).orElseThrow(() -> unnamed(type));
        return names.qualified(enums().schema(type, table), name);
    }

    /** An enumeration would be its name, so what is no label is told first. */
    private ModelFault unnamed(ResolvedType type) {
        enums().labels(type);
        return new ModelFault(type.at(), "an enum needs a name in PostgreSQL; give it name=");
    }
}
