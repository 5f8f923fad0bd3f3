package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An enumerated type; the order of its labels is part of it. */
public record EnumType(ObjectName name, List<String> labels, Optional<String> comment) implements SchemaObject {
    public EnumType {
        labels = List.copyOf(labels);
    }

    /** The same type with a label called otherwise, at its place; fails with {@link IllegalArgumentException} where the old one is absent or the new one taken. */
    public EnumType withLabel(String from, String to) {
        if (!labels.contains(from) || labels.contains(to)) {
            throw new IllegalArgumentException("the enum " + name + (labels.contains(from) ? " has the label '" + to + "' already" : " has no label '" + from + "'"));
        }
        return new EnumType(name, labels.stream().map(label -> label.equals(from) ? to : label).toList(), comment);
    }

    /** The words by which a text, in a literal, calls the labels that the other has not. */
    public Set<String> wordsBeyond(EnumType other) {
        return labels.stream().filter(label -> !other.labels.contains(label))
                .flatMap(label -> Expressions.words("'" + label.replace("'", "''") + "'", Identifiers.ANY).stream()).collect(Collectors.toSet());
    }

    @Override
    public Ref ref() {
        return Ref.object(Kind.ENUM, name);
    }

    @Override
    public EnumType withName(ObjectName newName) {
        return new EnumType(newName, labels, comment);
    }
}
