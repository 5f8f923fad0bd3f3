package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression.Display.Kind;
import dev.dbwarden.service.source.python.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens to lists, sets and dictionaries. After a change that is not known, what is in them is not known either. */
final class Containers {
    private static final String UNKNOWN = "the items are known only when the program runs";
    private static final Set<String> LOOKS = Set.of("copy", "index", "count", "union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint");

    private final Program program;

    Containers(Program program) {
        this.program = program;
    }

    Value method(Value.Sequence sequence, String name, List<Value> arguments, Map<String, Value> keywords, Location at) {
        int added = name.equals("extend") || name.equals("update") ? arguments.stream().mapToInt(each -> each instanceof Value.Sequence(_, var items) ? items.size() : 0).sum() : 0;
        program.budget().spend(name.equals("append") ? 1 : (long) sequence.items().size() + added, at);
        if (name.equals("copy")) {
            return Collections.of(sequence.kind(), sequence.items());
        }
        if (sequence.kind() == Kind.TUPLE || LOOKS.contains(name)) {
            return combined(sequence, name, arguments, at).orElseGet(() -> unknown(name, at));
        }
        boolean adds = name.equals("append") || name.equals("extend");
        Optional<Value> result = keywords.isEmpty() && (adds || program.doubt().isEmpty())
                ? sequence.kind() == Kind.LIST ? list(sequence.items(), name, arguments, at) : set(sequence.items(), name, arguments) : Optional.empty();
        if (result.isEmpty() && keywords.keySet().equals(Set.of("reverse")) && name.equals("sort") && program.doubt().isEmpty()) {
            result = sorted(sequence.items(), keywords.get("reverse").equals(new Value.Truth(true)));
        }
        return result.orElseGet(() -> {
            spoil(sequence.items(), at);
            return unknown(name, at);
        });
    }

    private Optional<Value> combined(Value.Sequence sequence, String name, List<Value> arguments, Location at) {
        List<Optional<List<Value>>> others = arguments.stream().map(Collections::items).toList();
        if (sequence.kind() != Kind.SET || others.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        program.budget().spend(others.stream().mapToLong(items -> items.orElseThrow().size()).sum(), at);
        return Collections.combined(name, sequence.items(), others.stream().map(Optional::orElseThrow).toList());
    }

    private Optional<Value> list(List<Value> items, String name, List<Value> arguments, Location at) {
        Optional<Value> first = arguments.stream().findFirst();
        Optional<Integer> position = Subscripts.position(first.orElse(Value.Number.of(-1)), items.size());
        return switch (name + arguments.size()) {
            case "append1" -> done(() -> items.add(doubtful(first.orElseThrow(), at)));
            case "extend1" -> done(() -> items.addAll(Collections.items(doubtful(first.orElseThrow(), at)).orElseGet(() -> List.of(new Value.Unknown(UNKNOWN, at)))));
            case "insert2" -> position.or(() -> first.equals(Optional.of(Value.Number.of(items.size()))) ? Optional.of(items.size()) : Optional.empty())
                    .flatMap(i -> done(() -> items.add(i, arguments.getLast())));
            case "pop0", "pop1" -> position.map(i -> items.remove((int) i));
            case "remove1" -> items.remove(first.orElseThrow()) ? Optional.of(Value.NONE) : Optional.empty();
            case "clear0" -> done(items::clear);
            case "reverse0" -> done(() -> java.util.Collections.reverse(items));
            case "sort0" -> sorted(items, false);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> sorted(List<Value> items, boolean reverse) {
        return Builtins.sorted(items).map(sorted -> {
            List<Value> all = ((Value.Sequence) sorted).items();
            items.clear();
            items.addAll(reverse ? all.reversed() : all);
            return Value.NONE;
        });
    }

    private static Optional<Value> set(List<Value> items, String name, List<Value> arguments) {
        Optional<Value> first = arguments.stream().findFirst();
        return switch (name + arguments.size()) {
            case "add1" -> done(() -> add(items, arguments));
            case "update1" -> first.flatMap(Collections::items).flatMap(all -> done(() -> add(items, all)));
            case "discard1" -> done(() -> items.remove(first.orElseThrow()));
            case "remove1" -> items.remove(first.orElseThrow()) ? Optional.of(Value.NONE) : Optional.empty();
            case "clear0" -> done(items::clear);
            default -> Optional.empty();
        };
    }

    /** Adds to a set what is not in it. */
    private static void add(List<Value> items, List<Value> more) {
        more.stream().filter(item -> !items.contains(item)).distinct().toList().forEach(items::add);
    }

    private static Optional<Value> done(Runnable change) {
        change.run();
        return Optional.of(Value.NONE);
    }

    private void spoil(List<Value> items, Location at) {
        items.clear();
        items.add(new Value.Unknown(program.doubt().orElse(UNKNOWN), at));
    }

    /** What is in the place of a value that is set where nobody knows whether this runs. */
    Value doubtful(Value value, Location at) {
        return program.doubt().map(reason -> (Value) new Value.Unknown(reason, at)).orElse(value);
    }

    private static Value unknown(String name, Location at) {
        return new Value.Unknown("what '" + name + "' does is known only when the program runs", at);
    }

    Value method(Value.Mapping mapping, String name, List<Value> arguments, Map<String, Value> keywords, Location at) {
        Map<Value, Value> entries = mapping.entries();
        program.budget().spend(name.equals("get") ? 1 : entries.size(), at);
        Value key = arguments.isEmpty() ? Value.NONE : arguments.getFirst();
        Value otherwise = arguments.size() > 1 ? arguments.get(1) : Value.NONE;
        return switch (name) {
            case "get" -> Optional.ofNullable(entries.get(key)).orElse(otherwise);
            case "keys" -> Value.Sequence.list(List.copyOf(entries.keySet()));
            case "values" -> Value.Sequence.list(List.copyOf(entries.values()));
            case "items" -> Value.Sequence.list(entries.entrySet().stream().map(entry -> (Value) Value.Sequence.tuple(List.of(entry.getKey(), entry.getValue()))).toList());
            case "copy" -> new Value.Mapping(new LinkedHashMap<>(entries));
            case "update" -> {
                Builtins.call("dict", arguments, keywords, at, program.budget())
                        .ifPresentOrElse(other -> ((Value.Mapping) other).entries().forEach((each, value) -> entries.put(each, doubtful(value, at))), () -> spoil(entries, at));
                yield Value.NONE;
            }
            case "setdefault" -> entries.computeIfAbsent(key, _ -> doubtful(otherwise, at));
            case "pop" -> {
                Value value = Optional.ofNullable(entries.get(key)).orElse(otherwise);
                delete(mapping, key, at);
                yield value;
            }
            default -> {
                spoil(entries, at);
                yield unknown(name, at);
            }
        };
    }

    private void spoil(Map<Value, Value> entries, Location at) {
        entries.put(new Value.Text("**"), new Value.Unknown(program.doubt().orElse("the entries are known only when the program runs"), at));
    }

    /** {@code owner[index] = value}; false where the owner is none of these. */
    boolean set(Value owner, Value index, Value value, Location at) {
        program.budget().spend(1, at);
        if (owner instanceof Value.Mapping(var entries)) {
            entries.put(index, doubtful(value, at));
        } else if (owner instanceof Value.Sequence(var kind, var items) && kind == Kind.LIST) {
            Subscripts.position(index, items.size()).ifPresentOrElse(i -> items.set(i, doubtful(value, at)), () -> spoil(items, at));
        }
        return owner instanceof Value.Mapping || owner instanceof Value.Sequence;
    }

    /** {@code del owner[index]}. */
    void delete(Value owner, Value index, Location at) {
        if (owner instanceof Value.Mapping(var entries)) {
            if (program.doubt().isPresent()) {
                entries.computeIfPresent(index, (_, value) -> doubtful(value, at));
            } else {
                entries.remove(index);
            }
        } else if (owner instanceof Value.Sequence(var kind, var items) && kind == Kind.LIST) {
            Optional<Integer> position = program.doubt().isEmpty() ? Subscripts.position(index, items.size()) : Optional.empty();
            position.ifPresentOrElse(i -> items.remove((int) i), () -> spoil(items, at));
        }
    }
}
