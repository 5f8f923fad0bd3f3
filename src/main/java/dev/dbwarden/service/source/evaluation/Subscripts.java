package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscripts: of constants their items, of anything else a term. */
final class Subscripts {
    private Subscripts() {}

    static Value get(Value owner, Value index, Location at) {
        return switch (owner) {
            case Value.Unknown _ -> owner;
            case Value.Sequence(var kind, var items) -> index instanceof Value.Construct slice ? sliced(items, slice).map(cut -> (Value) Collections.of(kind, cut))
                    .orElseGet(() -> unknown(at)) : position(index, items.size()).map(items::get).orElseGet(() -> unknown(at));
            case Value.Text(var text) -> character(text, index).orElseGet(() -> unknown(at));
            case Value.Mapping(var entries) -> Optional.ofNullable(entries.get(index)).orElseGet(() -> unknown(at));
            case ClassValue type when Enumerations.isOne(type) && index instanceof Value.Text(var name) ->
                Enumerations.member(type, name).orElseGet(() -> unknown(at));
            case ClassValue _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.Symbol _, Value.Construct _, Value.Member _, Value.Item _,
                 Value.Operation _, Value.Function _, Value.Bound _, Value.Namespace _, Value.EnumMember _ -> new Value.Item(owner, index);
        };
    }

    private static Value unknown(Location at) {
        return new Value.Unknown("there is no such item", at);
    }

    private static Optional<Value> character(String text, Value index) {
        if (index instanceof Value.Construct slice) {
            return sliced(text.codePoints().mapToObj(Character::toString).toList(), slice).map(parts -> new Value.Text(String.join("", parts)));
        }
        return position(index, text.length()).map(i -> new Value.Text(text.substring(i, i + 1)));
    }

    /** The place of an item, where the index is a number of one. */
    static Optional<Integer> position(Value index, int size) {
        if (!(index instanceof Value.Number(var number, var whole)) || !whole || number.abs().compareTo(java.math.BigDecimal.valueOf(size)) > 0) {
            return Optional.empty();
        }
        int position = number.signum() < 0 ? size + number.intValue() : number.intValue();
        return position >= 0 && position < size ? Optional.of(position) : Optional.empty();
    }

    private static <T> Optional<List<T>> sliced(List<T> items, Value.Construct slice) {
        if (!slice.callee().equals(new Value.Symbol("builtins.slice")) || !slice.arguments().getLast().equals(Value.NONE)) {
            return slice.arguments().equals(List.of(Value.NONE, Value.NONE, Value.Number.of(-1))) ? Optional.of(items.reversed()) : Optional.empty();
        }
        if (!slice.arguments().stream().allMatch(bound -> bound.equals(Value.NONE) || bound instanceof Value.Number)) {
            return Optional.empty();
        }
        int from = bound(slice.arguments().getFirst(), 0, items.size());
        int to = bound(slice.arguments().get(1), items.size(), items.size());
        return Optional.of(from < to ? new ArrayList<>(items.subList(from, to)) : List.of());
    }

    private static int bound(Value bound, int missing, int size) {
        if (!(bound instanceof Value.Number(var number, var whole)) || !whole) {
            return missing;
        }
        int offset = number.intValue();
        return Math.clamp(offset < 0 ? size + offset : offset, 0, size);
    }
}
