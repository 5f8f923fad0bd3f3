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
import java.util.Set;

/** What annotations say of columns: their type by the map of types, whether they are nullable, and what {@code Annotated} adds. */
final class Annotations {
    /** What SQLAlchemy's own map of types holds. */
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("builtins.bool", "Boolean"), Map.entry("builtins.bytes", "LargeBinary"),
            Map.entry("datetime.date", "Date"), Map.entry("datetime.datetime", "DateTime"), Map.entry("datetime.time", "Time"),
            Map.entry("datetime.timedelta", "Interval"), Map.entry("decimal.Decimal", "Numeric"), Map.entry("builtins.float", "Float"),
            Map.entry("builtins.int", "Integer"), Map.entry("builtins.str", "String"), Map.entry("uuid.UUID", "Uuid"));
    private static final Set<String> MAPPED = Set.of("Mapped", "MappedColumn");

    private final Program program;

    Annotations(Program program) {
        this.program = program;
    }

    /** The type in {@code Mapped[...]}, where the annotation is one. */
    Optional<Value> mapped(ClassValue type, ClassValue.Attribute attribute) {
        return attribute.annotation().map(annotation -> program.annotation(type, annotation))
                .flatMap(value -> value instanceof Value.Item(var owner, var inner) && MAPPED.contains(Terms.name(owner)) ? Optional.of(inner) : Optional.empty())
                .map(inner -> inner instanceof Value.Text(var text) ? program.evaluate(type, text, attribute.at()) : inner);
    }

    /** Whether the annotation is of SQLAlchemy's, whatever it stands for. */
    boolean isMapped(ClassValue type, ClassValue.Attribute attribute) {
        return mapped(type, attribute).isPresent();
    }

    /** What one annotation says. */
    private record Meaning(Value type, boolean optional, List<Value.Construct> columns, List<Value> written) {}

    /** Completes a column by what its annotation says. */
    ColumnModel completed(ColumnModel column, Value annotation, Map<Value, Value> typeMap) {
        Meaning meaning = meaning(annotation, column.at());
        ColumnModel complete = column;
        for (Value.Construct annotated : meaning.columns()) {
            complete = ColumnReader.merged(complete, annotated);
        }
        Optional<Boolean> nullable = complete.nullable().or(() -> staysKey(column, meaning) ? Optional.empty() : Optional.of(meaning.optional()));
        Optional<Value> type = complete.type();
        boolean refers = !complete.arguments("ForeignKey").isEmpty();
        if (type.isEmpty() && !refers) {
            type = Optional.of(resolved(meaning, typeMap, column));
        }
        return new ColumnModel(complete.key(), complete.name(), type.map(each -> named(each, meaning)), nullable, complete.arguments(), complete.keywords(), complete.source(), complete.at());
    }

    private static boolean staysKey(ColumnModel column, Meaning meaning) {
        return column.isKey() && !meaning.optional();
    }

    /** {@code Enum} alone takes the enumeration that the annotation names. */
    private static Value named(Value type, Meaning meaning) {
        boolean bare = Terms.is(type, "Enum") || type instanceof Value.Construct construct && Terms.isMade(construct, "Enum") && construct.arguments().isEmpty();
        if (!bare || !(meaning.type() instanceof ClassValue)) {
            return type;
        }
        return type instanceof Value.Construct construct ? new Value.Construct(construct.callee(), List.of(meaning.type()), construct.keywords(), construct.at())
                : new Value.Construct(type, List.of(meaning.type()), Map.of(), ((ClassValue) meaning.type()).at());
    }

    private Meaning meaning(Value annotation, Location at) {
        return switch (annotation) {
            case Value.Item(var owner, var inner) when isTyping(owner, "Optional") -> optional(meaning(inner, at));
            case Value.Item(var owner, var inner) when isTyping(owner, "Union") -> union(parts(inner), at, annotation);
            case Value.Operation(var operator, var operands, _) when operator.equals("|") -> union(flattened(operands), at, annotation);
            case Value.Item(var owner, var inner) when isTyping(owner, "Annotated") -> annotated(annotation, parts(inner), at);
            case Value.Item(var owner, var inner) when isTyping(owner, "Final") -> meaning(inner, at);
            case Value.Construct construct when construct.callee().equals(new Value.Symbol("typing.NewType")) && construct.arguments().size() == 2 ->
                withWritten(annotation, meaning(construct.arguments().getLast(), at));
            case Value.Text(var text) -> new Meaning(new Value.Unknown("'" + text + "' is no type", at), false, List.of(), List.of());
            default -> new Meaning(annotation, false, List.of(), List.of(annotation));
        };
    }

    private static Meaning withWritten(Value written, Meaning meaning) {
        var all = new ArrayList<>(List.of(written));
        all.addAll(meaning.written());
        return new Meaning(meaning.type(), meaning.optional(), meaning.columns(), all);
    }

    private static Meaning optional(Meaning meaning) {
        return new Meaning(meaning.type(), true, meaning.columns(), meaning.written());
    }

    private Meaning union(List<Value> members, Location at, Value written) {
        List<Value> types = members.stream().filter(member -> !member.equals(Value.NONE)).toList();
        if (types.size() != 1) {
            return new Meaning(written, types.size() < members.size(), List.of(), List.of(written));
        }
        Meaning only = meaning(types.getFirst(), at);
        return types.size() < members.size() ? optional(only) : only;
    }

    private Meaning annotated(Value written, List<Value> parts, Location at) {
        Meaning inner = withWritten(written, meaning(parts.getFirst(), at));
        List<Value.Construct> columns = new ArrayList<>(inner.columns());
        parts.stream().skip(1).filter(part -> Terms.isMade(part, "mapped_column", "Column")).forEach(part -> columns.add((Value.Construct) part));
        return new Meaning(inner.type(), inner.optional(), columns, inner.written());
    }

    private static List<Value> flattened(List<Value> operands) {
        var all = new ArrayList<Value>();
        operands.forEach(operand -> all.addAll(operand instanceof Value.Operation(var operator, var inner, _) && operator.equals("|") ? flattened(inner) : List.of(operand)));
        return all;
    }

    static List<Value> parts(Value index) {
        return index instanceof Value.Sequence(_, var items) ? items : List.of(index);
    }

    private static boolean isTyping(Value owner, String name) {
        return owner.equals(new Value.Symbol("typing." + name));
    }

    private static Value resolved(Meaning meaning, Map<Value, Value> typeMap, ColumnModel column) {
        for (Value written : meaning.written()) {
            Value mapped = typeMap.get(written);
            if (mapped != null) {
                return mapped;
            }
        }
        Value type = meaning.type();
        if (type instanceof ClassValue enumeration && Enumerations.isOne(enumeration)) {
            return enumeration(enumeration, typeMap, column);
        }
        if (type instanceof Value.Item(var owner, var labels) && isTyping(owner, "Literal")) {
            return literal(parts(labels), typeMap, column);
        }
        if (type instanceof Value.Symbol(var name) && TYPES.containsKey(name)) {
            return new Value.Symbol(SqlAlchemyLibrary.ROOT + TYPES.get(name));
        }
        throw type instanceof Value.Unknown || Terms.notSent(type).isPresent() ? Terms.fault(type, "the type of column '" + column.key() + "'", column.at())
                : new ModelFault(column.at(), "no type is known for the annotation of column '" + column.key() + "'; give one to mapped_column(), or to the type_annotation_map");
    }

    private static Value enumeration(ClassValue enumeration, Map<Value, Value> typeMap, ColumnModel column) {
        Value general = typeMap.get(new Value.Symbol("enum.Enum"));
        Map<String, Value> keywords = general instanceof Value.Construct construct ? construct.keywords() : Map.of();
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "Enum"), List.of(enumeration), keywords, column.at());
    }

    private static Value literal(List<Value> labels, Map<Value, Value> typeMap, ColumnModel column) {
        Value general = typeMap.get(new Value.Symbol("typing.Literal"));
        var keywords = new LinkedHashMap<String, Value>();
        keywords.put("native_enum", new Value.Truth(false));
        if (general instanceof Value.Construct construct) {
            keywords.putAll(construct.keywords());
        }
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "Enum"), labels, keywords, column.at());
    }
}
