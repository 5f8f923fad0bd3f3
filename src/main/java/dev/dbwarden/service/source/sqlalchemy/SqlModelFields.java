package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Enumerations;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** SQLModel: a class with {@code table=True} has a column for each of its fields. */
final class SqlModelFields {
    private static final Value BASE = new Value.Symbol("sqlmodel.SQLModel");
    private static final Map<String, String> TYPES = Map.of("builtins.str", "String", "builtins.int", "Integer", "builtins.float", "Float", "builtins.bool", "Boolean",
            "datetime.datetime", "DateTime", "datetime.date", "Date", "datetime.timedelta", "Interval", "datetime.time", "Time", "builtins.bytes", "LargeBinary", "uuid.UUID", "Uuid");
    /** Kept as texts, with the length that the field says. */
    private static final Set<String> TEXTS = Set.of("builtins.str", "pydantic.EmailStr", "pydantic.networks.EmailStr", "pathlib.Path", "ipaddress.IPv4Address", "ipaddress.IPv4Network",
            "ipaddress.IPv6Address", "ipaddress.IPv6Network");
    private static final Set<String> PASSED = Set.of("primary_key", "index", "unique");

    private final Program program;

    SqlModelFields(Program program) {
        this.program = program;
    }

    boolean isTable(ClassValue type) {
        return type.foreignBases().contains(BASE) && new Value.Truth(true).equals(type.keywords().get("table"));
    }

    /** The fields of its bases come first. */
    SequencedMap<String, ColumnModel> columns(ClassValue type) {
        var fields = new LinkedHashMap<String, ClassValue>();
        type.lineage().reversed().forEach(holder -> holder.attributes().forEach((name, attribute) -> {
            if (attribute.annotation().isPresent() && !name.startsWith("_")) {
                fields.putIfAbsent(name, holder);
                fields.replace(name, holder);
            }
        }));
        var columns = new LinkedHashMap<String, ColumnModel>();
        fields.forEach((name, holder) -> column(holder, name, java.util.Objects.requireNonNull(holder.attributes().get(name))).ifPresent(column -> columns.put(name, column)));
        return columns;
    }

    private Optional<ColumnModel> column(ClassValue holder, String name, ClassValue.Attribute attribute) {
        Value annotation = program.annotation(holder, attribute.annotation().orElseThrow());
        Value value = attribute.value().orElse(Value.NONE);
        boolean isField = value instanceof Value.Construct construct && construct.callee().equals(new Value.Symbol("sqlmodel.Field"));
        boolean isRelation = value instanceof Value.Construct other && other.callee().equals(new Value.Symbol("sqlmodel.Relationship"));
        if (isRelation || annotation instanceof Value.Item(var owner, _) && owner.equals(new Value.Symbol("typing.ClassVar"))) {
            return Optional.empty();
        }
        Map<String, Value> field = isField ? ((Value.Construct) value).keywords() : Map.of();
        if (field.get("sa_column") instanceof Value.Construct column) {
            return Optional.of(ColumnReader.ofAttribute(column, name));
        }
        return Optional.of(made(name, annotation, field, attribute.at()));
    }

    private static ColumnModel made(String name, Value annotation, Map<String, Value> field, Location at) {
        List<Value> members = members(annotation);
        boolean optional = members.contains(Value.NONE);
        Value type = members.stream().filter(member -> !member.equals(Value.NONE)).findFirst().orElse(Value.NONE);
        var keywords = new LinkedHashMap<String, Value>();
        field.forEach((key, value) -> {
            if (PASSED.contains(key)) {
                keywords.put(key, value);
            }
        });
        if (field.get("sa_column_kwargs") instanceof Value.Mapping(var entries)) {
            entries.forEach((key, value) -> keywords.put(Terms.text(key, "a keyword", at), value));
        }
        boolean isKey = new Value.Truth(true).equals(field.get("primary_key"));
        boolean nullable = Optional.ofNullable(field.get("nullable")).or(() -> Optional.ofNullable(keywords.get("nullable"))).map(value -> Terms.truth(value, "nullable", at)).orElse(!isKey && optional);
        return new ColumnModel(name, new Value.Text(name), Optional.of(type(type, field, name, at)), Optional.of(nullable), references(field, at), keywords, Optional.empty(), at);
    }

    private static List<Value> members(Value annotation) {
        return switch (annotation) {
            case Value.Operation(var operator, var operands, _) when operator.equals("|") -> operands.stream().flatMap(each -> members(each).stream()).toList();
            case Value.Item(Value.Symbol(var name), var inner) when name.equals("typing.Optional") -> List.of(inner, Value.NONE);
            case Value.Item(Value.Symbol(var name), Value.Sequence(_, var items)) when name.equals("typing.Union") -> items;
            default -> List.of(annotation);
        };
    }

    private static List<Value.Construct> references(Map<String, Value> field, Location at) {
        var references = new ArrayList<Value.Construct>();
        Optional.ofNullable(field.get("foreign_key")).filter(value -> !value.equals(Value.NONE)).ifPresent(target -> {
            Map<String, Value> keywords = Optional.ofNullable(field.get("ondelete")).map(action -> Map.of("ondelete", action)).orElse(Map.of());
            references.add(new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "ForeignKey"), List.of(target), keywords, at));
        });
        return references;
    }

    private static Value type(Value type, Map<String, Value> field, String name, Location at) {
        Value given = field.get("sa_type");
        if (given != null) {
            return given;
        }
        if (type instanceof ClassValue enumeration && Enumerations.isOne(enumeration)) {
            return made("Enum", List.of(enumeration), Map.of(), at);
        }
        if (type.equals(new Value.Symbol("decimal.Decimal"))) {
            return made("Numeric", List.of(field.getOrDefault("max_digits", Value.NONE), field.getOrDefault("decimal_places", Value.NONE)), Map.of(), at);
        }
        if (type instanceof Value.Symbol(var text) && TEXTS.contains(text)) {
            return field.containsKey("max_length") ? made("String", List.of(field.getOrDefault("max_length", Value.NONE)), Map.of(), at) : new Value.Symbol("sqlmodel.AutoString");
        }
        if (type instanceof Value.Symbol(var symbol) && TYPES.containsKey(symbol)) {
            return new Value.Symbol(SqlAlchemyLibrary.ROOT + TYPES.get(symbol));
        }
        throw type instanceof Value.Unknown ? Terms.fault(type, "the type of field '" + name + "'", at)
                : new ModelFault(at, "no type is known for field '" + name + "'; give it sa_type= or sa_column=");
    }

    private static Value made(String kind, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + kind), arguments, keywords, at);
    }
}
