package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comprehensions over items that are known. */
final class Comprehensions {
    private static final String REASON = "it goes over items that are known only when the program runs";

    private final Program program;
    private final Evaluation evaluation;

    Comprehensions(Program program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value of(Expression.Comprehension comprehension, Scope scope, Location at) {
        var results = new ArrayList<Value>();
        Scope inner = scope.inner();
        if (!clause(comprehension, 0, inner, results)) {
            return new Value.Unknown(REASON, at);
        }
        if (comprehension.kind() == Expression.Comprehension.Kind.DICTIONARY) {
            Value.Mapping mapping = Value.Mapping.empty();
            results.forEach(pair -> mapping.entries().put(((Value.Sequence) pair).items().getFirst(), ((Value.Sequence) pair).items().getLast()));
            return mapping;
        }
        return Collections.of(comprehension.kind() == Expression.Comprehension.Kind.SET ? Expression.Display.Kind.SET : Expression.Display.Kind.LIST, results);
    }

    /** Goes over the items of one clause and all after it; whether they are known. */
    private boolean clause(Expression.Comprehension comprehension, int index, Scope scope, List<Value> results) {
        if (index == comprehension.clauses().size()) {
            Value element = evaluation.of(comprehension.element(), scope);
            results.add(comprehension.value().map(value -> (Value) Value.Sequence.tuple(List.of(element, evaluation.of(value, scope)))).orElse(element));
            return true;
        }
        Expression.Clause clause = comprehension.clauses().get(index);
        Location at = new Location(scope.file(), clause.iterable().at());
        Value source = evaluation.of(clause.iterable(), scope);
        Optional<List<Value>> items = Collections.items(source);
        if (items.isEmpty()) {
            program.execution().assign(clause.target(), new Value.Unknown(REASON, at), scope);
            program.doubting(REASON, () -> clause(comprehension, index + 1, scope, new ArrayList<>()));
            return false;
        }
        boolean known = true;
        for (Value item : items.get()) {
            program.budget().spend(1, at);
            program.execution().assign(clause.target(), item, scope);
            Optional<Boolean> wanted = wanted(clause.conditions(), scope);
            known &= wanted.isPresent() && (!wanted.get() || clause(comprehension, index + 1, scope, results));
        }
        return known;
    }

    private Optional<Boolean> wanted(List<Expression> conditions, Scope scope) {
        for (Expression condition : conditions) {
            Optional<Boolean> truth = Operators.truth(evaluation.of(condition, scope));
            if (truth.isEmpty() || !truth.get()) {
                return truth;
            }
        }
        return Optional.of(true);
    }
}
