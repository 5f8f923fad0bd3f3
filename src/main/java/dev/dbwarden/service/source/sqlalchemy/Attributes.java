package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The columns that a class declares: those of its body, then those of its mixins and abstract bases in the order in which Python looks names up,
 * of each the plain columns before the calculated ones. After SQLAlchemy's {@code _ClassScanMapperConfig}.
 */
final class Attributes {
    private final Program program;
    private final Annotations annotations;
    private final Composites composites;
    private final Faults faults;

    Attributes(Program program, Annotations annotations, Faults faults) {
        this.program = program;
        this.annotations = annotations;
        this.composites = new Composites(program, annotations);
        this.faults = faults;
    }

    /** The columns by the names of their attributes; {@code isMapped} tells which bases have a table. */
    SequencedMap<String, ColumnModel> columns(ClassValue type, Map<Value, Value> typeMap, Predicate<ClassValue> isMapped) {
        var columns = new LinkedHashMap<String, ColumnModel>();
        var taken = new HashSet<String>();
        for (ClassValue holder : holders(type, isMapped)) {
            var later = new ArrayList<Map.Entry<String, ClassValue.Attribute>>();
            for (var entry : holder.attributes().entrySet()) {
                if (isOwn(type, holder, entry.getKey()) && taken.add(entry.getKey())) {
                    boolean calculated = isDeclaredAttribute(entry.getValue());
                    if (calculated && holder != type) {
                        later.add(entry);
                    } else {
                        add(type, holder, entry, typeMap, columns);
                    }
                }
            }
            later.forEach(entry -> add(type, holder, entry, typeMap, columns));
        }
        return columns;
    }

    /** The class and those bases whose columns it takes over: not those of a base that has a table, nor what that one took over itself. */
    private static List<ClassValue> holders(ClassValue type, Predicate<ClassValue> isMapped) {
        List<ClassValue> mapped = type.lineage().stream().filter(base -> base != type && isMapped.test(base)).toList();
        return type.lineage().stream().filter(base -> base == type || mapped.stream().noneMatch(each -> each.inheritsFrom(base))).toList();
    }

    /** Whether nothing in front of the holder has the name. */
    private static boolean isOwn(ClassValue type, ClassValue holder, String name) {
        return type.lineage().stream().filter(each -> each.attributes().containsKey(name)).findFirst().equals(Optional.of(holder));
    }

    private static boolean isDeclaredAttribute(ClassValue.Attribute attribute) {
        return attribute.value().filter(value -> Terms.isMade(value, "declared_attr", "declared_attr.cascading")).isPresent();
    }

    private void add(ClassValue type, ClassValue holder, Map.Entry<String, ClassValue.Attribute> entry, Map<Value, Value> typeMap, Map<String, ColumnModel> columns) {
        faults.collecting(() -> read(type, holder, entry.getKey(), entry.getValue(), typeMap).forEach(column ->
                columns.put(columns.containsKey(entry.getKey()) ? column.key() : entry.getKey(), column)));
    }

    private List<ColumnModel> read(ClassValue type, ClassValue holder, String name, ClassValue.Attribute attribute, Map<Value, Value> typeMap) {
        if (name.startsWith("__") && name.endsWith("__")) {
            return List.of();
        }
        Optional<Value> annotation = annotations.mapped(holder, attribute);
        Optional<Value> value = attribute.value();
        if (isDeclaredAttribute(attribute) && ((Value.Construct) value.orElseThrow()).arguments().getFirst() instanceof Value.Function function) {
            // Of a class's own ones SQLAlchemy does not read what they say they return, but of a mixin's.
            annotation = holder == type ? Optional.empty() : function.body().returns().flatMap(returns -> annotations.mapped(holder, new ClassValue.Attribute(Optional.of(returns), Optional.empty(), attribute.at())));
            value = Optional.of(program.call(function, List.of(type), Map.of(), attribute.at()));
        }
        value = value.map(each -> ofDataclass(each, type, attribute.at()));
        refuseUnknown(name, value, attribute.at());
        if (value.isEmpty()) {
            return annotation.map(each -> List.of(annotations.completed(bare(name, attribute.at()), each, typeMap))).orElse(List.of());
        }
        if (Terms.isMade(value.get(), "composite")) {
            return composites.columns((Value.Construct) value.get(), annotation, holder, name, typeMap);
        }
        List<Value.Construct> made = ColumnReader.columnsIn(existing(value.get()));
        if (made.isEmpty() && annotation.isPresent() && isPlainDefault(value.get())) {
            return List.of(annotations.completed(bare(name, attribute.at()), annotation.get(), typeMap));
        }
        var columns = new ArrayList<ColumnModel>();
        for (Value.Construct column : made) {
            ColumnModel read = ColumnReader.ofAttribute(column, name);
            columns.add(annotation.map(each -> annotations.completed(read, each, typeMap)).orElse(read));
        }
        return columns;
    }

    /** The column that the metadata of a dataclass's field has under the key that the class names. */
    private Value ofDataclass(Value value, ClassValue type, Location at) {
        Optional<Value> key = type.value("__sa_dataclass_metadata_key__");
        if (key.isEmpty() || !(value instanceof Value.Construct field) || !(field.keyword("metadata").orElse(Value.NONE) instanceof Value.Mapping(var entries)) || !entries.containsKey(key.get())) {
            return value;
        }
        Value column = entries.get(key.get());
        return column instanceof Value.Function function ? program.call(function, List.of(), Map.of(), at) : column;
    }

    /** {@code cls.__table__.c.get("name", Column(...))} is how siblings of one table share a column. */
    private static Value existing(Value value) {
        return value instanceof Value.Construct construct && construct.callee() instanceof Value.Member(_, var name) && name.equals("get") && construct.arguments().size() == 2
                ? construct.arguments().getLast() : value;
    }

    /** {@code name: Mapped[str] = "x"} in a mapped dataclass gives a default. */
    private static boolean isPlainDefault(Value value) {
        return switch (value) {
            case Value.Text _, Value.Number _, Value.Truth _, Value.Nothing _, Value.EnumMember _ -> true;
            default -> false;
        };
    }

    static ColumnModel bare(String name, Location at) {
        return new ColumnModel(name, new Value.Text(name), Optional.empty(), Optional.empty(), List.of(), Map.of(), Optional.empty(), at);
    }

    /** What comes from a file that was not sent may be a column. */
    private static void refuseUnknown(String name, Optional<Value> value, Location at) {
        if (value.isPresent() && value.get() instanceof Value.Construct copy && copy.callee() instanceof Value.Member(var owner, var method) && method.endsWith("copy") && isColumn(owner)) {
            throw new ModelFault(at, "'" + name + "' is the copy of a column; write it out");
        }
        if (value.isPresent() && value.get() instanceof Value.Unknown) {
            throw Terms.fault(value.get(), "whether '" + name + "' is a column", at);
        }
        if (value.isPresent() && value.get() instanceof Value.Construct construct && construct.callee() instanceof Value.Symbol(var symbol)
                && !SqlAlchemyLibrary.isHarmless(symbol)) {
            throw new ModelFault(at, "whether '" + name + "' is a column is not known: it is made by " + symbol + "(), which was not sent; send that file too, or write the column out");
        }
    }

    private static boolean isColumn(Value value) {
        return !ColumnReader.columnsIn(value).isEmpty() || switch (value) {
            case Value.Member(ClassValue _, _) -> true;
            case Value.Member(Value.Member(_, var part), _) -> Tables.isColumns(part);
            case Value.Item(Value.Member(_, var part), _) -> Tables.isColumns(part);
            default -> false;
        };
    }
}
