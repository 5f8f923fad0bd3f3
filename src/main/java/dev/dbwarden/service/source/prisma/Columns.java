package dev.dbwarden.service.source.prisma;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns, keys and indexes of a model. */
final class Columns {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral(' ').appendOffset("+HH:MM", "+00:00").toFormatter(Locale.ROOT);

    private final Schema schema;
    private final Spelling spelling;
    private final Types types;

    Columns(Schema schema, Spelling spelling, Types types) {
        this.schema = schema;
        this.spelling = spelling;
        this.types = types;
    }

    /** The primary key; its elements are its columns as SQL has them, with their lengths. */
    record Key(String name, List<String> columns, List<String> elements) {}

    boolean isColumn(Schema.Field field) {
        boolean known = types.isColumn(field) || schema.model(field.type()).isPresent();
        if (!known) {
            throw new PrismaException("type '" + field.type() + "' of field '" + field.name() + "' is neither a type, an enum nor a model", field.at());
        }
        return types.isColumn(field);
    }

    String type(Schema.Field field) {
        return types.of(field);
    }

    String sql(Schema.Field field, boolean isKey) {
        if (field.isList() && !spelling.is("postgresql")) {
            throw new PrismaException("a list of " + field.type() + " is no column in this dialect", field.at());
        }
        Optional<Argument> value = field.attribute("default").flatMap(attribute -> attribute.argument("value", true));
        boolean asked = value.filter(each -> each.kind() == Argument.Kind.CALL && each.text().equals("autoincrement")).isPresent();
        String type = types.of(field);
        // To Prisma the key of one integer counts up in SQLite, whether or not it is asked to; a BIGINT cannot.
        boolean counts = spelling.is("sqlite") ? isKey && type.equals("INTEGER") && (asked || value.isEmpty()) : asked;
        if (counts && spelling.is("postgresql")) {
            type = types.serial(type);
        }
        String required = field.isOptional() || field.isList() ? spelling.is("mysql") ? " NULL" : "" : " NOT NULL";
        String key = isKey ? " PRIMARY KEY" + (counts ? " AUTOINCREMENT" : "") : "";
        String counted = counts && spelling.is("mysql") ? " AUTO_INCREMENT" : "";
        return spelling.name(field.column()) + " " + type + required + key + counted + value.flatMap(each -> defaultValue(each, field)).map(each -> " DEFAULT " + each).orElse("");
    }

    /** A default that the database knows; those of the client are none. For MySQL Prisma leaves out those of documents, and of bytes that are written out (renderer.rs of its MySQL flavour). */
    private Optional<String> defaultValue(Argument value, Schema.Field field) {
        if (spelling.is("mysql") && (field.type().equals("Json") || field.type().equals("Bytes") && value.kind() == Argument.Kind.TEXT)) {
            return Optional.empty();
        }
        return switch (value.kind()) {
            case CALL -> called(value, field);
            case LIST -> Optional.of("ARRAY[" + value.items().stream().map(item -> defaultValue(item.value(), field).orElse("NULL")).collect(Collectors.joining(", ")) + "]::" + types.of(field));
            case NUMBER -> Optional.of(value.text());
            case TEXT -> Optional.of(switch (field.type()) {
                case "Bytes" -> bytes(value);
                case "DateTime" -> spelling.literal(spelling.is("mysql") ? moment(value).replaceFirst(" ", "T").replace(" ", "") : moment(value));
                default -> spelling.literal(value.text());
            });
            case WORD -> Optional.of(value.text().equals("true") || value.text().equals("false") ? value.text() : spelling.literal(label(value, field)));
        };
    }

    /** Bytes are written in Base64. */
    private String bytes(Argument value) {
        try {
            return spelling.literal((spelling.is("postgresql") ? "\\x" : "") + HexFormat.of().formatHex(Base64.getDecoder().decode(value.text())));
        } catch (IllegalArgumentException e) {
            throw new PrismaException("the default is no Base64", value.at());
        }
    }

    /** A moment is written as in RFC 3339, and spelled as {@code 2020-01-02 03:04:05.678 +00:00}. */
    private static String moment(Argument value) {
        try {
            return OffsetDateTime.parse(value.text()).format(MOMENT);
        } catch (DateTimeParseException e) {
            throw new PrismaException("the default is no moment; write it as in \"2020-01-02T03:04:05Z\"", value.at());
        }
    }

    private Optional<String> called(Argument value, Schema.Field field) {
        return switch (value.text()) {
            case "now" -> Optional.of("CURRENT_TIMESTAMP" + (spelling.is("mysql") ? precision(types.of(field)) : ""));
            case "dbgenerated" -> value.items().isEmpty() ? Optional.empty() : Optional.of(spelling.fragment(value.items().getFirst().value().text(), value.at()));
            case "autoincrement", "uuid", "cuid", "nanoid", "ulid", "auto" -> Optional.empty();
            case "sequence" -> throw new PrismaException("sequence() is CockroachDB's", value.at());
            default -> throw new PrismaException("the default " + value.text() + "() is not known", value.at());
        };
    }

    /** MySQL wants the precision of the column's type in its default. */
    private static String precision(String type) {
        int bracket = type.indexOf('(');
        return bracket < 0 ? "" : type.substring(bracket);
    }

    private String label(Argument value, Schema.Field field) {
        Schema.Enumeration enumeration = schema.enumeration(field.type()).orElseThrow(() -> new PrismaException("'" + value.text() + "' is no value of type " + field.type(), value.at()));
        return enumeration.labels().stream().filter(label -> label.name().equals(value.text())).map(Schema.Field::column).findFirst()
                .orElseThrow(() -> new PrismaException("enum " + enumeration.name() + " has no label '" + value.text() + "'", value.at()));
    }

    Optional<Key> key(Schema.Model model) {
        Optional<Schema.Attribute> ofModel = model.attribute("@id");
        Optional<Schema.Field> ofField = model.fields().stream().filter(field -> field.attribute("id").isPresent()).findFirst();
        String made = spelling.made(model.table(), "_pkey");
        return ofModel.map(id -> key(model, id.text("map", false).orElse(made), id.argument("fields", true).orElseThrow(() -> new PrismaException("@@id names no fields", id.at())).elements()))
                .or(() -> ofField.map(field -> {
                    Schema.Attribute id = field.attribute("id").orElseThrow();
                    return key(model, id.text("map", true).orElse(made), List.of(alone(field, id)));
                }));
    }

    private Key key(Schema.Model model, String name, List<Argument.Named> fields) {
        List<String> columns = columns(model, fields);
        return new Key(name, columns, IntStream.range(0, columns.size()).mapToObj(i -> spelling.name(columns.get(i)) + (spelling.is("mysql") ? options(fields.get(i).value()) : "")).toList());
    }

    /** A field that has an attribute of its own, as a list has it with the attribute's arguments. */
    private static Argument.Named alone(Schema.Field field, Schema.Attribute attribute) {
        return new Argument.Named(Optional.empty(), new Argument(Argument.Kind.WORD, field.name(), attribute.arguments(), field.at()));
    }

    List<String> columns(Schema.Model model, Argument fields) {
        return columns(model, fields.elements());
    }

    private static List<String> columns(Schema.Model model, List<Argument.Named> fields) {
        return fields.stream().map(item -> model.field(item.value().text(), item.value().at()).column()).toList();
    }

    /** Unique constraints are unique indexes to Prisma. */
    List<PrismaSource.Statement> indexes(Schema.Model model) {
        var statements = new ArrayList<PrismaSource.Statement>();
        for (Schema.Field field : model.fields()) {
            field.attribute("unique").ifPresent(unique -> statements.add(index(model, "UNIQUE INDEX", unique, unique.text("map", true), "_key",
                    List.of(alone(field, unique)))));
        }
        for (Schema.Attribute attribute : model.attributes()) {
            if (List.of("@unique", "@index", "@fulltext").contains(attribute.name())) {
                List<Argument.Named> fields = attribute.argument("fields", true).orElseThrow(() -> new PrismaException("@" + attribute.name() + " names no fields", attribute.at())).elements();
                boolean unique = attribute.name().equals("@unique");
                statements.add(index(model, unique ? "UNIQUE INDEX" : attribute.name().equals("@index") ? "INDEX" : "FULLTEXT INDEX", attribute, attribute.text("map", false), unique ? "_key" : "_idx", fields));
            }
        }
        return statements;
    }

    private PrismaSource.Statement index(Schema.Model model, String kind, Schema.Attribute attribute, Optional<String> given, String ending, List<Argument.Named> fields) {
        List<String> columns = columns(model, fields);
        String name = given.or(() -> attribute.name().equals("@index") ? attribute.text("name", false) : Optional.empty()).orElseGet(() -> spelling.made(model.table() + "_" + String.join("_", columns), ending));
        var elements = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            elements.add(spelling.name(columns.get(i)) + options(fields.get(i).value()));
        }
        String method = attribute.text("type", false).filter(_ -> spelling.is("postgresql")).map(type -> " USING " + type.toUpperCase(Locale.ROOT)).orElse("");
        String where = attribute.argument("where", false).map(this::predicate).orElse("");
        return new PrismaSource.Statement("CREATE " + kind + " " + spelling.name(name) + " ON " + spelling.table(model) + method + " (" + String.join(", ", elements) + ")" + where, attribute.at());
    }

    /** {@code where: raw("...")}. */
    private String predicate(Argument where) {
        if (where.kind() != Argument.Kind.CALL || !where.text().equals("raw") || where.items().isEmpty()) {
            throw new PrismaException("a condition of an index is read as raw(\"...\") only", where.at());
        }
        return " WHERE " + spelling.fragment(where.items().getFirst().value().text(), where.at());
    }

    /** {@code (sort: Desc, ops: JsonbPathOps, length: 10)} of a field in an index. */
    private String options(Argument field) {
        String length = field.find("length").filter(_ -> spelling.is("mysql")).map(each -> "(" + each.text() + ")").orElse("");
        String operatorClass = field.find("ops").filter(_ -> spelling.is("postgresql")).map(this::operatorClass).orElse("");
        String sort = field.find("sort").filter(each -> each.text().equals("Desc")).map(_ -> " DESC").orElse("");
        return length + operatorClass + sort;
    }

    private String operatorClass(Argument ops) {
        String name = ops.kind() == Argument.Kind.CALL ? ops.items().getFirst().value().text() : ops.text().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
                .replace("min_max", "minmax").replace("stamp_tz", "stamptz").replace("time_tz", "timetz").replace("mac_addr", "macaddr").replace("var_bit", "varbit");
        return " " + spelling.fragment(name, ops.at());
    }
}
