package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls: of the program's functions their result, of what is outside a term. */
final class Calls {
    private static final int DEEPEST = 40;

    private final Program program;
    private final Evaluation evaluation;
    private final Containers containers;
    private final Patterns patterns;
    private int depth;

    Calls(Program program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
        this.containers = new Containers(program);
        this.patterns = new Patterns(program);
    }

    Value call(Value function, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return switch (function) {
            case Value.Function own -> own(own, arguments, keywords, at);
            case Value.Bound(var self, var method) -> call(method, withSelf(self, arguments), keywords, at);
            case ClassValue type -> made(type, arguments, keywords, at);
            case Value.Symbol symbol -> symbol(symbol, arguments, keywords, at);
            case Value.Member member -> method(member, arguments, keywords, at);
            case Value.Construct construct when isWrapper(construct) -> call(construct.arguments().getFirst(), arguments, keywords, at);
            case Value.Unknown unknown -> unknown;
            case Value.Construct _, Value.Item _, Value.Operation _ -> construct(function, arguments, keywords, at);
            case Value.Text _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.Sequence _, Value.Mapping _, Value.Namespace _,
                 Value.EnumMember _ -> new Value.Unknown(function + " cannot be called", at);
        };
    }

    /** {@code @lru_cache} and the like change when a function runs, not what it gives. */
    private static boolean isWrapper(Value.Construct construct) {
        Value callee = construct.callee() instanceof Value.Construct inner ? inner.callee() : construct.callee();
        return callee instanceof Value.Symbol symbol && symbol.name().startsWith("functools.") && construct.arguments().size() == 1
                && construct.arguments().getFirst() instanceof Value.Function;
    }

    private static List<Value> withSelf(Value self, List<Value> arguments) {
        var all = new ArrayList<Value>();
        all.add(self);
        all.addAll(arguments);
        return all;
    }

    private Value construct(Value callee, List<Value> arguments, Map<String, Value> keywords, Location at) {
        var construct = new Value.Construct(callee, arguments, keywords, at);
        program.called(construct);
        return construct;
    }

    private Value own(Value.Function function, List<Value> arguments, Map<String, Value> keywords, Location at) {
        if (depth >= DEEPEST) {
            throw new LimitException("functions call each other deeper than " + DEEPEST, at);
        }
        Scope scope = function.closure().inner();
        Optional<Value> fault = bind(function, arguments, keywords, scope, at);
        if (fault.isPresent()) {
            return fault.get();
        }
        depth++;
        Value result = program.calling(() -> function.body().result().map(expression -> evaluation.of(expression, scope))
                .orElseGet(() -> Flow.result(program.execution().run(function.body().statements(), scope), at)));
        depth--;
        return result;
    }

    /** Gives the parameters their values; what the arguments do not fit is the answer. */
    private Optional<Value> bind(Value.Function function, List<Value> arguments, Map<String, Value> keywords, Scope scope, Location at) {
        var left = new LinkedHashMap<>(keywords);
        int next = 0;
        for (Parameter parameter : function.parameters().all()) {
            String name = parameter.name();
            switch (parameter.kind()) {
                case REST -> {
                    scope.names().put(name, Value.Sequence.tuple(arguments.subList(Math.min(next, arguments.size()), arguments.size())));
                    next = arguments.size();
                }
                case REST_KEYWORDS -> {
                    Value.Mapping rest = Value.Mapping.empty();
                    left.forEach((key, value) -> rest.entries().put(new Value.Text(key), value));
                    left.clear();
                    scope.names().put(name, rest);
                }
                case PLAIN, KEYWORD_ONLY -> {
                    Optional<Value> value = parameter.kind() == Parameter.Kind.PLAIN && next < arguments.size() ? Optional.of(arguments.get(next++))
                            : Optional.ofNullable(left.remove(name)).or(() -> Optional.ofNullable(function.defaults().get(name)));
                    if (value.isEmpty()) {
                        return Optional.of(new Value.Unknown("the call of " + function.name() + " does not say '" + name + "'", at));
                    }
                    scope.names().put(name, value.get());
                }
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(new Value.Unknown("the call of " + function.name() + " has an argument that it does not take", at));
    }

    /** An object of a class of the program; of an enumeration the member that has the value. */
    private Value made(ClassValue type, List<Value> arguments, Map<String, Value> keywords, Location at) {
        if (Enumerations.isOne(type)) {
            return Enumerations.members(type).stream().filter(member -> arguments.contains(member.value())).map(Value.class::cast).findFirst()
                    .orElseGet(() -> new Value.Unknown(type.name() + " has no such member", at));
        }
        var object = new Value.Construct(type, arguments, keywords, at);
        program.called(object);
        if (type.value("__init__").orElse(Value.NONE) instanceof Value.Function constructor) {
            int before = program.events().size();
            own(constructor, withSelf(object, arguments), keywords, at);
            parentConstructor(before).ifPresent(call -> object.attributes().put(Value.Construct.PARENT, call));
        }
        return object;
    }

    /** The last call of {@code super().__init__()} since then. */
    private Optional<Value> parentConstructor(int since) {
        return program.events().subList(since, program.events().size()).reversed().stream()
                .filter(event -> event instanceof Event.Called(var call, _, _) && call.callee() instanceof Value.Member(Value.Construct owner, var name)
                        && name.equals("__init__") && owner.callee().equals(new Value.Symbol("builtins.super")))
                .map(event -> (Value) ((Event.Called) event).construct()).findFirst();
    }

    private Value symbol(Value.Symbol symbol, List<Value> arguments, Map<String, Value> keywords, Location at) {
        if (!Builtins.isOne(symbol)) {
            return patterns.call(symbol, arguments, keywords, at).or(() -> program.library().result(symbol, arguments)).orElseGet(() -> construct(symbol, arguments, keywords, at));
        }
        if (symbol.last().equals("getattr") && arguments.size() > 1 && arguments.get(1) instanceof Value.Text(var name)) {
            return evaluation.members().get(arguments.getFirst(), name, at);
        }
        if (symbol.last().equals("setattr") && arguments.size() == 3) {
            String name = arguments.get(1) instanceof Value.Text(var text) ? text : "?";
            program.doubting("setattr() sets it while the program runs", () -> program.assigned(arguments.getFirst(), name, arguments.getLast(), at));
            return Value.NONE;
        }
        if (symbol.last().equals("map") && arguments.size() == 2) {
            return Collections.items(arguments.getLast()).map(items -> (Value) Value.Sequence.list(items.stream().map(item -> call(arguments.getFirst(), List.of(item), Map.of(), at)).toList()))
                    .orElseGet(() -> construct(symbol, arguments, keywords, at));
        }
        return Builtins.call(symbol.last(), arguments, keywords, at, program.budget()).orElseGet(() -> construct(symbol, arguments, keywords, at));
    }

    private Value method(Value.Member member, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return switch (member.owner()) {
            case Value.Text(var text) -> Texts.method(text, member.name(), arguments, keywords)
                    .orElseGet(() -> new Value.Unknown("what '" + member.name() + "' makes of the text is known only when the program runs", at));
            case Value.Sequence sequence -> containers.method(sequence, member.name(), arguments, keywords, at);
            case Value.Mapping mapping -> containers.method(mapping, member.name(), arguments, keywords, at);
            case Value.Construct owner -> patterns.method(owner, member.name(), arguments, keywords, at).orElseGet(() -> construct(member, arguments, keywords, at));
            case ClassValue _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.Symbol _, Value.Member _, Value.Item _,
                 Value.Operation _, Value.Function _, Value.Bound _, Value.Namespace _, Value.EnumMember _, Value.Unknown _ ->
                construct(member, arguments, keywords, at);
        };
    }
}
