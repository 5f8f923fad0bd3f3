package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What functions of the program under {@code @compiles(...)} say that types and expressions are in a dialect. */
final class Compilations {
    private static final String COMPILER = SqlAlchemyLibrary.ROOT + "Compiler";

    private record Key(Value element, String dialect) {}

    private final Program program;
    private final DialectNames names;
    private final Map<Key, Value> functions = new HashMap<>();

    Compilations(Program program, DialectNames names) {
        this.program = program;
        this.names = names;
    }

    /** Notes {@code @compiles(Element, "postgresql", "sqlite")}; without dialects it is for those that none is said for. */
    void add(Value.Construct decorator, Value function, Location place) {
        Value element = decorator.arguments().isEmpty() ? Value.NONE : decorator.arguments().getFirst();
        if (Terms.name(element).startsWith("Create") || Terms.name(element).endsWith("Constraint")) {
            throw new ModelFault(place, "what this makes of " + Terms.name(element) + " is known only when the program runs; write the schema out");
        }
        List<Value> dialects = decorator.arguments().size() > 1 ? decorator.arguments().subList(1, decorator.arguments().size()) : List.of(new Value.Text(""));
        dialects.forEach(each -> Terms.text(each).ifPresent(name -> functions.put(new Key(element, name), undecorated(function))));
    }

    /** A function may be under several of these. */
    private static Value undecorated(Value function) {
        return function instanceof Value.Construct wrapped && Terms.isMade(wrapped.callee(), "compiles") ? undecorated(wrapped.arguments().getFirst()) : function;
    }

    /** What is said of a type or an expression; of a class also what is said of one that it inherits from. */
    Optional<String> text(Value.Construct object, Location at) {
        List<? extends Value> elements = object.callee() instanceof ClassValue own ? own.lineage() : List.of(object.callee());
        return elements.stream().flatMap(element -> Stream.concat(names.all().stream(), Stream.of("")).flatMap(name -> Optional.ofNullable(functions.get(new Key(element, name))).stream()))
                .findFirst().flatMap(function -> text(program.call(function, List.of(object, new Value.Symbol(COMPILER)), Map.of(), at), object, at));
    }

    /** {@code return compiler.visit_unicode(element)} leaves it at what the type decorates. */
    private static Optional<String> text(Value result, Value.Construct object, Location at) {
        if (result instanceof Value.Construct call && call.callee() instanceof Value.Symbol(var name) && name.startsWith(SqlAlchemyLibrary.ROOT + "visit_") && call.arguments().equals(List.of(object))) {
            String visited = name.substring((SqlAlchemyLibrary.ROOT + "visit_").length());
            Value decorated = object.callee() instanceof ClassValue own ? own.value("impl").orElse(Value.NONE) : object.callee();
            if (Terms.name(decorated).equalsIgnoreCase(visited)) {
                return Optional.empty();
            }
        }
        return Optional.of(Terms.text(result, "what @compiles makes of " + object.callee(), at));
    }
}
