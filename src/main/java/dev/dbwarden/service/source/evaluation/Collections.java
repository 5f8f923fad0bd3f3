package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that have items. */
final class Collections {
    private Collections() {}

    /** The items in their order, where they are known. */
    static Optional<List<Value>> items(Value value) {
        return switch (value) {
            case Value.Sequence sequence -> Optional.of(List.copyOf(sequence.items()));
            case Value.Mapping mapping -> Optional.of(List.copyOf(mapping.entries().keySet()));
            case Value.Text text -> Optional.of(text.text().codePoints().mapToObj(c -> (Value) new Value.Text(Character.toString(c))).toList());
            case ClassValue type when Enumerations.isOne(type) -> Optional.of(List.copyOf(Enumerations.members(type)));
            case ClassValue _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.Symbol _, Value.Construct _, Value.Member _, Value.Item _,
                 Value.Operation _, Value.Function _, Value.Bound _, Value.Namespace _, Value.EnumMember _, Value.Unknown _ -> Optional.empty();
        };
    }

    /** The set that {@code union}, {@code intersection} or {@code difference} makes of a set and others. */
    static Optional<Value> combined(String method, List<Value> items, List<List<Value>> others) {
        boolean known = Stream.concat(Stream.of(items), others.stream()).flatMap(List::stream).noneMatch(Value.Unknown.class::isInstance);
        if (!method.equals("union") && !(known && List.of("intersection", "difference").contains(method))) {
            return Optional.empty();
        }
        var all = new LinkedHashSet<>(items);
        others.forEach(other -> {
            switch (method) {
                case "union" -> all.addAll(other);
                case "intersection" -> all.retainAll(new HashSet<>(other));
                default -> other.forEach(all::remove);
            }
        });
        return Optional.of(of(Expression.Display.Kind.SET, List.copyOf(all)));
    }

    static Value.Sequence of(Expression.Display.Kind kind, List<Value> items) {
        return switch (kind) {
            case LIST -> Value.Sequence.list(items);
            case TUPLE -> Value.Sequence.tuple(items);
            case SET -> new Value.Sequence(kind, new ArrayList<>(items.stream().distinct().toList()));
        };
    }
}
