package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions of classes and functions. */
final class Definitions {
    private static final int LONGEST_LINEAGE = 200;

    private final Program program;
    private final Evaluation evaluation;

    Definitions(Program program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value define(Statement.FunctionDefinition definition, Scope scope, Location at) {
        Value value = new Value.Function(definition.name(), definition.parameters(), evaluation.defaults(definition.parameters().all(), scope),
                new Value.Body(definition.body(), Optional.empty(), definition.returns(), at), scope.seenByFunctions());
        for (Expression decorator : definition.decorators().reversed()) {
            Value wrapper = evaluation.of(decorator, scope);
            Value wrapped = program.library().isClassProperty(wrapper) ? withoutClassMethod(value) : value;
            value = evaluation.calls().call(wrapper, List.of(wrapped), Map.of(), at);
        }
        return program.execution().assign(new Expression.Name(definition.at(), definition.name()), value, scope);
    }

    /** A property of the class is given the class anyhow; {@code @classmethod} below it tells type checkers so. */
    private static Value withoutClassMethod(Value value) {
        return value instanceof Value.Construct construct && construct.callee().equals(new Value.Symbol("builtins.classmethod")) && construct.arguments().size() == 1
                ? construct.arguments().getFirst() : value;
    }

    Value define(Statement.ClassDefinition definition, Scope scope, Location at) {
        var bases = new ArrayList<Value>();
        var keywords = new LinkedHashMap<String, Value>();
        evaluation.arguments(definition.arguments(), scope, bases, keywords);
        var type = new ClassValue(definition.name(), bases.stream().map(Definitions::plain).flatMap(base -> program.library().bases(base).stream()).toList(), keywords, scope.seenByFunctions(), at);
        type.linearize();
        if (type.lineage().size() > LONGEST_LINEAGE) {
            throw new LimitException("class " + type.name() + " inherits from more than " + LONGEST_LINEAGE + " classes", at);
        }
        Scope body = scope.seenByFunctions().body(type);
        program.execution().run(definition.body(), body);
        type.decorate(definition.decorators().stream().map(decorator -> evaluation.of(decorator, scope)).toList());
        program.at(at);
        inherited(type, at);
        program.defined(type);
        return program.execution().assign(new Expression.Name(definition.at(), definition.name()), type, scope);
    }

    /** What the bases do to each class that inherits from them. */
    private void inherited(ClassValue type, Location at) {
        var keywords = new LinkedHashMap<>(type.keywords());
        keywords.remove("metaclass");
        type.lineage().stream().skip(1).flatMap(base -> Optional.ofNullable(base.attributes().get("__init_subclass__")).flatMap(ClassValue.Attribute::value).stream())
                .forEach(each -> evaluation.calls().call(withoutClassMethod(each), List.of(type), keywords, at));
    }

    /** {@code Generic[T]} and the like are bases by their class. */
    private static Value plain(Value base) {
        return base instanceof Value.Item(var owner, _) ? owner : base;
    }
}
