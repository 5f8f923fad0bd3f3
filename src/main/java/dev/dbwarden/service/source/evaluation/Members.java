package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes of values. */
final class Members {
    private final Program program;

    Members(Program program) {
        this.program = program;
    }

    Value get(Value owner, String name, Location at) {
        return switch (owner) {
            case Value.Unknown unknown -> unknown;
            case Value.Namespace(var scope) -> ofModule(scope, name, at);
            case Value.Symbol(var module) -> program.foreign(module + "." + name);
            case ClassValue type -> ofClass(type, name, at);
            case Value.EnumMember member -> ofEnumMember(member, name, at);
            case Value.Construct construct -> ofConstruct(construct, name, at);
            case Value.Function function when name.equals("__name__") -> new Value.Text(function.name());
            case Value.Text _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.Sequence _, Value.Mapping _, Value.Member _, Value.Item _,
                 Value.Operation _, Value.Function _, Value.Bound _ -> new Value.Member(owner, name);
        };
    }

    private Value ofModule(Scope scope, String name, Location at) {
        Value value = scope.names().get(name);
        if (value != null) {
            return value;
        }
        List<String> path = new java.util.ArrayList<>(program.modules().origin(scope.file(), 1));
        path.add(name);
        return program.modules().find(path).map(file -> (Value) new Value.Namespace(program.scope(file)))
                .or(() -> scope.foreignModule(name).map(module -> program.foreign(module + "." + name)))
                .orElseGet(() -> new Value.Unknown("'" + name + "' is not defined in " + scope.file().name(), at));
    }

    private Value ofClass(ClassValue type, String name, Location at) {
        Optional<Value> member = Enumerations.isOne(type) ? enumerated(type, name) : Optional.empty();
        if (member.isPresent()) {
            return member.get();
        }
        if (name.equals("__name__") || name.equals("__qualname__")) {
            return new Value.Text(type.name());
        }
        return type.value(name).map(value -> bound(type, type, value, name, at)).orElseGet(() -> new Value.Member(type, name));
    }

    private static Optional<Value> enumerated(ClassValue type, String name) {
        if (name.equals("__members__")) {
            var members = new LinkedHashMap<Value, Value>();
            Enumerations.allMembers(type).forEach((key, member) -> members.put(new Value.Text(key), member));
            return Optional.of(new Value.Mapping(members));
        }
        return Enumerations.member(type, name);
    }

    /** What an attribute of a class gives on the class or on an object of it: methods are bound, class properties calculated. */
    private Value bound(Value self, ClassValue type, Value value, String name, Location at) {
        if (value instanceof Value.Construct construct && construct.arguments().size() == 1 && construct.arguments().getFirst() instanceof Value.Function function) {
            if (construct.callee().equals(new Value.Symbol("builtins.staticmethod"))) {
                return function;
            }
            if (construct.callee().equals(new Value.Symbol("builtins.classmethod"))) {
                return new Value.Bound(type, function);
            }
            boolean property = self != type && construct.callee().equals(new Value.Symbol("builtins.property"));
            if (property || program.library().isClassProperty(construct.callee())) {
                Value calculated = program.call(function, List.of(self), Map.of(), at);
                return calculated instanceof Value.Construct ? new Value.Member(self, name) : calculated;
            }
        }
        if (value instanceof Value.Function function) {
            return self == type ? function : new Value.Bound(self, function);
        }
        return value instanceof Value.Construct ? new Value.Member(self, name) : value;
    }

    private static Value ofEnumMember(Value.EnumMember member, String name, Location at) {
        return switch (name) {
            case "name" -> new Value.Text(member.name());
            case "value" -> member.value();
            default -> member.value() instanceof Value.Text ? new Value.Member(member.value(), name)
                    : new Value.Unknown("'" + name + "' of " + member.type().name() + "." + member.name() + " is known only when the program runs", at);
        };
    }

    private Value ofConstruct(Value.Construct construct, String name, Location at) {
        Value assigned = construct.attributes().get(name);
        if (assigned != null) {
            return assigned;
        }
        if (construct.callee() instanceof ClassValue type) {
            return type.value(name).map(value -> bound(construct, type, value, name, at)).or(() -> program.library().member(construct, name))
                    .orElseGet(() -> new Value.Member(construct, name));
        }
        return program.library().member(construct, name).orElseGet(() -> new Value.Member(construct, name));
    }
}
