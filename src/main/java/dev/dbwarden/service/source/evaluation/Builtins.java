package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression.Display.Kind;
import dev.dbwarden.service.source.python.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Python's own functions, as far as they only calculate. */
final class Builtins {
    private static final String PREFIX = "builtins.";
    private static final Set<String> NAMES = Set.of("str", "int", "float", "bool", "bytes", "list", "tuple", "set", "frozenset", "dict", "object", "type", "len", "range",
            "sorted", "reversed", "enumerate", "zip", "map", "filter", "min", "max", "sum", "abs", "repr", "isinstance", "issubclass", "getattr", "setattr", "hasattr",
            "super", "property", "staticmethod", "classmethod", "print", "any", "all", "vars", "globals", "locals", "exec", "eval", "compile", "open", "__import__", "complex",
            "iter", "next", "id", "hash", "callable", "format", "Exception", "ValueError", "TypeError", "ImportError", "NotImplementedError", "RuntimeError", "KeyError",
            "AttributeError", "memoryview", "bytearray", "slice", "round", "chr", "ord", "dir", "input", "divmod", "pow", "delattr", "NotImplemented", "__name__", "__file__");

    /** How many arguments are understood of a function; with more it gives something else. */
    private static final Map<String, Integer> MOST = Map.of("str", 1, "repr", 1, "int", 1, "enumerate", 2);
    /** The keywords that are understood. */
    private static final Map<String, Set<String>> KEYWORDS = Map.of("enumerate", Set.of("start"), "zip", Set.of("strict"));

    private Builtins() {}

    static Optional<Value> find(String name) {
        if (name.equals("__name__")) {
            return Optional.of(new Value.Text("models"));
        }
        return NAMES.contains(name) ? Optional.of(new Value.Symbol(PREFIX + name)) : Optional.empty();
    }

    static boolean isOne(Value.Symbol symbol) {
        return symbol.name().startsWith(PREFIX);
    }

    /** The result, where the function is one that calculates and its arguments are known. */
    static Optional<Value> call(String name, List<Value> arguments, Map<String, Value> keywords, Location at, Budget budget) {
        if (arguments.size() > MOST.getOrDefault(name, Integer.MAX_VALUE) || !KEYWORDS.getOrDefault(name, Set.of()).containsAll(keywords.keySet()) && !name.equals("dict")) {
            return Optional.empty();
        }
        Optional<Value> first = arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.getFirst());
        Optional<List<Value>> items = first.flatMap(Collections::items);
        return switch (name) {
            case "str" -> first.isEmpty() ? Optional.of(new Value.Text("")) : Texts.formatted(first.get(), "", "").map(Value.Text::new);
            case "repr" -> first.flatMap(value -> Texts.formatted(value, "r", "")).map(Value.Text::new);
            case "int" -> first.flatMap(Builtins::whole);
            case "float" -> first.flatMap(Builtins::real);
            case "bool" -> first.flatMap(Operators::truth).map(Value.Truth::new);
            case "len" -> items.map(all -> Value.Number.of(all.size()));
            case "list" -> first.isEmpty() ? Optional.of(Value.Sequence.list(List.of())) : items.map(Value.Sequence::list);
            case "tuple" -> first.isEmpty() ? Optional.of(Value.Sequence.tuple(List.of())) : items.map(Value.Sequence::tuple);
            case "set", "frozenset" -> first.isEmpty() ? Optional.of(Collections.of(Kind.SET, List.of())) : items.map(all -> Collections.of(Kind.SET, all));
            case "dict" -> dictionary(first, keywords);
            case "range" -> range(arguments, at, budget);
            case "sorted" -> items.flatMap(Builtins::sorted);
            case "reversed" -> items.map(all -> Value.Sequence.list(all.reversed()));
            case "enumerate" -> items.flatMap(all -> numbered(all, arguments.size() > 1 ? arguments.get(1) : keywords.getOrDefault("start", Value.Number.of(0))));
            case "zip" -> zipped(arguments);
            case "min" -> least(items.orElse(arguments), 1);
            case "max" -> least(items.orElse(arguments), -1);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> numbered(List<Value> items, Value start) {
        return start instanceof Value.Number(var first, var whole) && whole ? Optional.of(Value.Sequence.list(IntStream.range(0, items.size())
                .mapToObj(i -> (Value) Value.Sequence.tuple(List.of(new Value.Number(first.add(BigDecimal.valueOf(i)), true), items.get(i)))).toList())) : Optional.empty();
    }

    private static Optional<Value> whole(Value value) {
        return switch (value) {
            case Value.Number(var number, _) -> Optional.of(new Value.Number(new BigDecimal(number.toBigInteger()), true));
            case Value.Text(var text) when text.strip().matches("-?\\d{1,30}") -> Optional.of(new Value.Number(new BigDecimal(text.strip()), true));
            case Value.Truth(var is) -> Optional.of(Value.Number.of(is ? 1 : 0));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> real(Value value) {
        return value instanceof Value.Number(var number, _) ? Optional.of(new Value.Number(number, false)) : Optional.empty();
    }

    private static Optional<Value> dictionary(Optional<Value> first, Map<String, Value> keywords) {
        Value.Mapping mapping = Value.Mapping.empty();
        if (first.isPresent()) {
            if (first.get() instanceof Value.Mapping(var entries)) {
                mapping.entries().putAll(entries);
            } else {
                Optional<List<Value>> pairs = Collections.items(first.get()).filter(all -> all.stream().allMatch(pair -> pair instanceof Value.Sequence(_, var parts) && parts.size() == 2));
                if (pairs.isEmpty()) {
                    return Optional.empty();
                }
                pairs.get().forEach(pair -> mapping.entries().put(((Value.Sequence) pair).items().getFirst(), ((Value.Sequence) pair).items().getLast()));
            }
        }
        keywords.forEach((key, value) -> mapping.entries().put(new Value.Text(key), value));
        return Optional.of(mapping);
    }

    private static Optional<Value> range(List<Value> arguments, Location at, Budget budget) {
        if (arguments.isEmpty() || !arguments.stream().allMatch(value -> value instanceof Value.Number(var number, var whole) && whole && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)) {
            return Optional.empty();
        }
        List<Integer> numbers = arguments.stream().map(value -> ((Value.Number) value).value().intValue()).toList();
        int start = numbers.size() == 1 ? 0 : numbers.getFirst();
        int end = numbers.size() == 1 ? numbers.getFirst() : numbers.get(1);
        int step = numbers.size() == 3 ? numbers.get(2) : 1;
        if (step == 0) {
            return Optional.empty();
        }
        budget.spend(Math.max(0, ((long) end - start) / step), at);
        var items = new ArrayList<Value>();
        for (long i = start; step > 0 ? i < end : i > end; i += step) {
            items.add(Value.Number.of(i));
        }
        return Optional.of(Value.Sequence.tuple(items));
    }

    static Optional<Value> sorted(List<Value> items) {
        for (int i = 1; i < items.size(); i++) {
            if (Operators.order(items.getFirst(), items.get(i)).isEmpty()) {
                return Optional.empty();
            }
        }
        Comparator<Value> order = (one, other) -> Operators.order(one, other).orElse(0);
        return Optional.of(Value.Sequence.list(items.stream().sorted(order).toList()));
    }

    private static Optional<Value> least(List<Value> items, int sign) {
        return sorted(items).map(all -> ((Value.Sequence) all).items()).filter(all -> !all.isEmpty()).map(all -> sign > 0 ? all.getFirst() : all.getLast());
    }

    private static Optional<Value> zipped(List<Value> arguments) {
        List<Optional<List<Value>>> all = arguments.stream().map(Collections::items).toList();
        if (all.stream().anyMatch(Optional::isEmpty) || all.isEmpty()) {
            return Optional.empty();
        }
        int size = all.stream().mapToInt(items -> items.orElseThrow().size()).min().orElse(0);
        return Optional.of(Value.Sequence.list(IntStream.range(0, size)
                .mapToObj(i -> (Value) Value.Sequence.tuple(all.stream().map(items -> items.orElseThrow().get(i)).toList())).toList()));
    }
}
