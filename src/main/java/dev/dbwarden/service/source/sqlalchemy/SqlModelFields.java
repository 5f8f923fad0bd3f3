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
    static final Value BASE = new Value.Symbol("sqlmodel.SQLModel");
    private static final Map<String, String> TYPES = Map.of("builtins.str", "String", "builtins.int", "Integer", "builtins.float", "Float", "builtins.bool", "Boolean",
            "datetime.datetime", "DateTime", "datetime.date", "Date", "datetime.timedelta", "Interval", "datetime.time", "Time", "builtins.bytes", "LargeBinary", "uuid.UUID", "Uuid");
    /** Kept as texts, with the length that the field says. */
    private static final Set<String> TEXTS = Set.of("builtins.str", "pydantic.EmailStr", "pydantic.networks.EmailStr", "pathlib.Path", "ipaddress.IPv4Address", "ipaddress.IPv4Network",
            "ipaddress.IPv6Address", "ipaddress.IPv6Network");
    /** Pydantic's names for types that it constrains. */
    private static final Map<String, String> CONSTRAINED = Map.ofEntries(Map.entry("conint", "builtins.int"), Map.entry("PositiveInt", "builtins.int"), Map.entry("NonNegativeInt", "builtins.int"),
            Map.entry("NegativeInt", "builtins.int"), Map.entry("NonPositiveInt", "builtins.int"), Map.entry("StrictInt", "builtins.int"), Map.entry("confloat", "builtins.float"),
            Map.entry("PositiveFloat", "builtins.float"), Map.entry("NonNegativeFloat", "builtins.float"), Map.entry("StrictFloat", "builtins.float"), Map.entry("constr", "builtins.str"),
            Map.entry("StrictStr", "builtins.str"), Map.entry("StrictBool", "builtins.bool"), Map.entry("condecimal", "decimal.Decimal"), Map.entry("UUID1", "uuid.UUID"),
            Map.entry("UUID3", "uuid.UUID"), Map.entry("UUID4", "uuid.UUID"), Map.entry("UUID5", "uuid.UUID"), Map.entry("FilePath", "pathlib.Path"), Map.entry("DirectoryPath", "pathlib.Path"));
    private static final Set<String> CONSTRAINING = Set.of("sqlmodel.Field", "pydantic.Field", "pydantic.condecimal", "pydantic.types.condecimal");
    private static final Set<String> PASSED = Set.of("primary_key", "index", "unique", "nullable");

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
        return Optional.of(made(name, annotation, constrained(annotation, field), attribute.at()));
    }

    /** What a field says, and what its annotation says in {@code Annotated[str, Field(max_length=5)]} or {@code condecimal(max_digits=5)}; SQLModel does not look at {@code constr}. */
    private static Map<String, Value> constrained(Value annotation, Map<String, Value> field) {
        var all = new LinkedHashMap<String, Value>();
        for (Value each : parts(annotation)) {
            if (each instanceof Value.Construct construct && construct.callee() instanceof Value.Symbol(var name) && CONSTRAINING.contains(name)) {
                all.putAll(construct.keywords());
            }
        }
        all.putAll(field);
        return all;
    }

    private static List<Value> parts(Value annotation) {
        return switch (annotation) {
            case Value.Item(Value.Symbol _, Value.Sequence(_, var items)) -> items.stream().flatMap(each -> parts(each).stream()).toList();
            case Value.Item(Value.Symbol _, var inner) -> parts(inner);
            case Value.Operation(_, var operands, _) -> operands.stream().flatMap(each -> parts(each).stream()).toList();
            default -> List.of(annotation);
        };
    }

    private static ColumnModel made(String name, Value annotation, Map<String, Value> field, Location at) {
        List<Value> members = members(annotation);
        boolean optional = members.contains(Value.NONE);
        List<Value> types = members.stream().filter(member -> !member.equals(Value.NONE)).toList();
        var keywords = new LinkedHashMap<String, Value>();
        field.forEach((key, value) -> {
            if (PASSED.contains(key)) {
                keywords.put(key, value);
            }
        });
        defaultValue(field).ifPresent(value -> keywords.put("default", value));
        if (field.get("sa_column_kwargs") instanceof Value.Mapping(var entries)) {
            entries.forEach((key, value) -> keywords.put(Terms.text(key, "a keyword", at), value));
        }
        boolean isKey = new Value.Truth(true).equals(field.get("primary_key"));
        boolean nullable = Optional.ofNullable(keywords.get("nullable")).map(value -> Terms.truth(value, "nullable", at)).orElse(!isKey && optional);
        Value type = types.size() == 1 ? type(types.getFirst(), field, name, at) : Optional.ofNullable(field.get("sa_type")).orElseThrow(() -> untyped(name, at));
        var arguments = new ArrayList<>(references(field, at));
        Optional.ofNullable(field.get("sa_column_args")).ifPresent(value -> arguments.addAll(arguments(value, at)));
        Value named = Optional.ofNullable(keywords.get("name")).orElseGet(() -> new Value.Text(name));
        return new ColumnModel(name, named, Optional.of(type), Optional.of(nullable), arguments, keywords, Optional.empty(), at);
    }

    /** A default that the client gives: a key that has one does not count up. */
    private static Optional<Value> defaultValue(Map<String, Value> field) {
        return Optional.ofNullable(field.get("default_factory")).or(() -> Optional.ofNullable(field.get("default"))).filter(value -> !value.equals(Value.NONE));
    }

    private static List<Value.Construct> arguments(Value value, Location at) {
        if (!(value instanceof Value.Sequence(_, var items)) || !items.stream().allMatch(Value.Construct.class::isInstance)) {
            throw Terms.fault(value, "what else is said of the column", at);
        }
        return items.stream().map(Value.Construct.class::cast).toList();
    }

    private static List<Value> members(Value annotation) {
        return switch (annotation) {
            case Value.Operation(var operator, var operands, _) when operator.equals("|") -> operands.stream().flatMap(each -> members(each).stream()).toList();
            case Value.Item(Value.Symbol(var name), var inner) when name.equals("typing.Optional") -> {
                var all = new ArrayList<>(members(inner));
                all.add(Value.NONE);
                yield all;
            }
            case Value.Item(Value.Symbol(var name), Value.Sequence(_, var items)) when name.equals("typing.Union") -> items.stream().flatMap(each -> members(each).stream()).toList();
            case Value.Item(Value.Symbol(var name), Value.Sequence(_, var items)) when name.equals("typing.Annotated") -> members(items.getFirst());
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

    private static Value type(Value annotated, Map<String, Value> field, String name, Location at) {
        Value given = field.get("sa_type");
        if (given != null) {
            return given;
        }
        Value type = plain(annotated);
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
        throw type instanceof Value.Unknown ? Terms.fault(type, "the type of field '" + name + "'", at) : untyped(name, at);
    }

    /** Python's own type under one that pydantic constrains. */
    private static Value plain(Value type) {
        Value named = type instanceof Value.Construct construct ? construct.callee() : type;
        return named instanceof Value.Symbol symbol && symbol.name().startsWith("pydantic.") && CONSTRAINED.containsKey(symbol.last()) ? new Value.Symbol(CONSTRAINED.get(symbol.last())) : type;
    }

    private static ModelFault untyped(String name, Location at) {
        return new ModelFault(at, "no type is known for field '" + name + "'; give it sa_type= or sa_column=");
    }

    private static Value made(String kind, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + kind), arguments, keywords, at);
    }
}
