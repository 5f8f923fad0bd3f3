package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of {@code composite()}: of a dataclass each is named and annotated as its field, and one that is left out is the field alone. After SQLAlchemy's {@code CompositeProperty}. */
final class Composites {
    private final Program program;
    private final Annotations annotations;

    Composites(Program program, Annotations annotations) {
        this.program = program;
        this.annotations = annotations;
    }

    List<ColumnModel> columns(Value.Construct composite, Optional<Value> annotation, ClassValue holder, String attribute, Map<Value, Value> typeMap) {
        List<Value> parts = composite.arguments();
        Optional<ClassValue> first = parts.stream().findFirst().filter(ClassValue.class::isInstance).map(ClassValue.class::cast);
        Optional<ClassValue> made = first.or(() -> annotation.filter(ClassValue.class::isInstance).map(ClassValue.class::cast));
        List<Value> columns = first.isPresent() ? parts.subList(1, parts.size()) : parts;
        Map<String, Value> fields = made.filter(Composites::isDataclass).map(this::fields).orElseGet(Map::of);
        if (fields.isEmpty()) {
            return columns.stream().flatMap(column -> ColumnReader.columnsIn(column).stream()).filter(column -> !isAttribute(column, holder)).map(column -> ColumnReader.ofAttribute(column, attribute)).toList();
        }
        var all = new ArrayList<ColumnModel>();
        int next = 0;
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            Optional<Value> given = next < columns.size() ? Optional.of(columns.get(next)) : Optional.empty();
            next++;
            if (given.isEmpty()) {
                all.add(annotations.completed(Attributes.bare(field.getKey(), composite.at()), field.getValue(), typeMap));
            }
            given.flatMap(value -> ColumnReader.columnsIn(value).stream().findFirst()).filter(column -> !isAttribute(column, holder)).ifPresent(column -> {
                ColumnModel read = ColumnReader.ofAttribute(column, field.getKey());
                all.add(Terms.isMade(column, "mapped_column") ? annotations.completed(read, field.getValue(), typeMap) : read);
            });
        }
        return all;
    }

    private static boolean isDataclass(ClassValue type) {
        return type.lineage().stream().flatMap(each -> each.decorators().stream()).map(each -> each instanceof Value.Construct call ? call.callee() : each)
                .anyMatch(new Value.Symbol("dataclasses.dataclass")::equals);
    }

    private Map<String, Value> fields(ClassValue type) {
        var fields = new LinkedHashMap<String, Value>();
        type.lineage().reversed().forEach(each -> each.attributes().forEach((name, attribute) ->
                attribute.annotation().ifPresent(annotation -> fields.put(name, program.annotation(each, annotation)))));
        return fields;
    }

    /** A column that is an attribute of the class has been read as such. */
    private static boolean isAttribute(Value.Construct column, ClassValue holder) {
        return holder.attributes().values().stream().anyMatch(each -> each.value().filter(value -> value == column).isPresent());
    }
}
