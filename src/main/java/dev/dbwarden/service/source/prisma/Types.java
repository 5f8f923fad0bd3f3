package dev.dbwarden.service.source.prisma;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types of columns, as Prisma's schema engine spells them. */
final class Types {
    private static final Map<String, Map<String, String>> SCALARS = Map.of(
            "postgresql", Map.of("String", "TEXT", "Boolean", "BOOLEAN", "Int", "INTEGER", "BigInt", "BIGINT", "Float", "DOUBLE PRECISION", "Decimal", "DECIMAL(65,30)",
                    "DateTime", "TIMESTAMP(3)", "Json", "JSONB", "Bytes", "BYTEA"),
            "sqlite", Map.of("String", "TEXT", "Boolean", "BOOLEAN", "Int", "INTEGER", "BigInt", "BIGINT", "Float", "REAL", "Decimal", "DECIMAL", "DateTime", "DATETIME",
                    "Json", "JSONB", "Bytes", "BLOB"),
            "mysql", Map.of("String", "VARCHAR(191)", "Boolean", "BOOLEAN", "Int", "INTEGER", "BigInt", "BIGINT", "Float", "DOUBLE", "Decimal", "DECIMAL(65,30)",
                    "DateTime", "DATETIME(3)", "Json", "JSON", "Bytes", "LONGBLOB"));
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("DoublePrecision", "DOUBLE PRECISION"), Map.entry("ByteA", "BYTEA"), Map.entry("VarBit", "VARBIT"),
            Map.entry("UnsignedInt", "INTEGER UNSIGNED"), Map.entry("UnsignedBigInt", "BIGINT UNSIGNED"), Map.entry("UnsignedSmallInt", "SMALLINT UNSIGNED"),
            Map.entry("UnsignedTinyInt", "TINYINT UNSIGNED"), Map.entry("UnsignedMediumInt", "MEDIUMINT UNSIGNED"), Map.entry("Int", "INTEGER"), Map.entry("Integer", "INTEGER"));

    private final Schema schema;
    private final Spelling spelling;

    Types(Schema schema, Spelling spelling) {
        this.schema = schema;
        this.spelling = spelling;
    }

    static boolean isScalar(String type) {
        return SCALARS.getOrDefault("postgresql", Map.of()).containsKey(type) || type.startsWith("Unsupported:");
    }

    boolean isColumn(Schema.Field field) {
        return isScalar(field.type()) || schema.enumeration(field.type()).isPresent();
    }

    String of(Schema.Field field) {
        return one(field) + (field.isList() ? "[]" : "");
    }

    private String one(Schema.Field field) {
        if (field.type().startsWith("Unsupported:")) {
            return spelling.fragment(field.type().substring("Unsupported:".length()), field.at());
        }
        Optional<Schema.Attribute> given = field.attributes().stream().filter(attribute -> attribute.name().startsWith("db.")).findFirst();
        if (given.isPresent()) {
            String type = named(given.get());
            return spelling.is("mysql") && type.equals("TINYINT") && field.type().equals("Boolean") ? "BOOLEAN" : type;
        }
        Optional<Schema.Enumeration> enumeration = schema.enumeration(field.type());
        return enumeration.map(this::enumeration).orElseGet(() -> SCALARS.getOrDefault(spelling.family(), Map.of()).getOrDefault(field.type(), field.type()));
    }

    private String enumeration(Schema.Enumeration enumeration) {
        return switch (spelling.family()) {
            case "postgresql" -> spelling.qualified(enumeration.schema(), enumeration.type());
            case "mysql" -> "ENUM" + labels(enumeration).stream().map(spelling::literal).collect(Collectors.joining(", ", "(", ")"));
            default -> "TEXT";
        };
    }

    static List<String> labels(Schema.Enumeration enumeration) {
        return enumeration.labels().stream().map(Schema.Field::column).toList();
    }

    /** {@code @db.VarChar(255)}. */
    private static String named(Schema.Attribute attribute) {
        String name = attribute.name().substring("db.".length());
        String word = WORDS.getOrDefault(name, name.toUpperCase(Locale.ROOT));
        String numbers = attribute.arguments().stream().map(argument -> number(argument.value())).collect(Collectors.joining(","));
        return word + (numbers.isEmpty() ? "" : "(" + numbers + ")");
    }

    private static String number(Argument argument) {
        if (argument.kind() != Argument.Kind.NUMBER) {
            throw new PrismaException("a number is expected", argument.at());
        }
        return argument.text();
    }

    /** Types that count up by themselves. */
    String serial(String type) {
        return switch (type) {
            case "BIGINT" -> "BIGSERIAL";
            case "SMALLINT" -> "SMALLSERIAL";
            default -> "SERIAL";
        };
    }
}
