package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions and loops. Where it is not known which way the program goes, all ways are read, in doubt, and names that they give differently are unknown. */
final class Branches {
    private static final String CONDITION = "it depends on a condition that is known only when the program runs";
    private static final String LOOP = "it is made in a loop";

    private final Program program;
    private final Evaluation evaluation;

    Branches(Program program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Flow run(Statement.If statement, Scope scope, Location at) {
        Value test = evaluation.of(statement.test(), scope);
        if (test instanceof Value.Symbol symbol && symbol.last().equals("TYPE_CHECKING")) {
            program.afterwards(() -> typesOnly(statement.body(), scope));
        }
        Optional<Boolean> truth = Operators.truth(test);
        return truth.isPresent() ? program.execution().run(truth.get() ? statement.body() : statement.otherwise(), scope)
                : either(List.of(statement.body(), statement.otherwise()), CONDITION, scope, at);
    }

    /**
     * Imports for the type checker: their names are needed to read annotations, and count for nothing else. They are read last, as modules
     * that import each other when the program runs would not need them.
     */
    private void typesOnly(List<Statement> body, Scope scope) {
        var known = new LinkedHashMap<>(scope.names());
        program.execution().run(body.stream().filter(each -> each instanceof Statement.ImportFrom || each instanceof Statement.Import).toList(), scope);
        scope.names().putAll(known);
    }

    Flow run(Statement.Match statement, Scope scope, Location at) {
        evaluation.of(statement.subject(), scope);
        return either(statement.cases(), CONDITION, scope, at);
    }

    Flow run(Statement.Try statement, Scope scope) {
        Flow flow = program.execution().run(statement.body(), scope);
        for (List<Statement> handler : statement.handlers()) {
            var known = new LinkedHashMap<>(scope.names());
            program.doubting(CONDITION, () -> program.execution().run(handler, scope));
            scope.names().putAll(known);
        }
        if (flow instanceof Flow.Next) {
            flow = program.execution().run(statement.otherwise(), scope);
        }
        Flow last = program.execution().run(statement.last(), scope);
        return last instanceof Flow.Next ? flow : last;
    }

    Flow run(Statement.Loop statement, Scope scope, Location at) {
        Value source = evaluation.of(statement.source(), scope);
        Optional<List<Value>> items = statement.target().flatMap(_ -> Collections.items(source));
        if (items.isEmpty()) {
            statement.target().ifPresent(target -> program.execution().assign(target, new Value.Unknown(LOOP, at), scope));
            return Operators.truth(source).equals(Optional.of(false)) ? Flow.NEXT : either(List.of(statement.body(), List.of()), LOOP, scope, at);
        }
        if (program.isCalling()) {
            return each(statement, items.get(), scope);
        }
        var flows = new ArrayList<Flow>();
        program.doubting(LOOP, () -> flows.add(each(statement, items.get(), scope)));
        return flows.getFirst();
    }

    private Flow each(Statement.Loop statement, List<Value> items, Scope scope) {
        Expression target = statement.target().orElseThrow();
        for (Value item : items) {
            program.execution().assign(target, item, scope);
            Flow flow = program.execution().run(statement.body(), scope);
            if (flow instanceof Flow.Return || flow instanceof Flow.Jump(var leaves) && leaves) {
                return flow instanceof Flow.Jump ? Flow.NEXT : flow;
            }
        }
        return program.execution().run(statement.otherwise(), scope);
    }

    /** Reads all ways; what they agree on is known. */
    private Flow either(List<List<Statement>> ways, String reason, Scope scope, Location at) {
        var before = new LinkedHashMap<>(scope.names());
        program.budget().spend(Math.min(before.size(), Budget.LARGEST), at);
        var after = new ArrayList<Map<String, Value>>();
        boolean ends = false;
        for (List<Statement> way : ways) {
            replace(scope, before);
            var flows = new ArrayList<Flow>();
            program.doubting(reason, () -> flows.add(program.execution().run(way, scope)));
            ends |= !(flows.getFirst() instanceof Flow.Next);
            after.add(new LinkedHashMap<>(scope.names()));
        }
        replace(scope, before);
        merge(after, reason, scope, at);
        return ends ? new Flow.Return(new Value.Unknown(reason, at)) : Flow.NEXT;
    }

    private static void replace(Scope scope, Map<String, Value> names) {
        scope.names().clear();
        scope.names().putAll(names);
    }

    private static void merge(List<Map<String, Value>> after, String reason, Scope scope, Location at) {
        var names = new LinkedHashSet<String>();
        after.forEach(each -> names.addAll(each.keySet()));
        for (String name : names) {
            List<Value> values = after.stream().filter(each -> each.containsKey(name)).map(each -> each.get(name)).toList();
            Value first = values.getFirst();
            boolean agreed = values.stream().allMatch(value -> value.equals(first) || value instanceof Value.Symbol one && first instanceof Value.Symbol other
                    && one.last().equals(other.last()));
            boolean everywhere = values.size() == after.size() || first instanceof Value.Symbol || first instanceof Value.Namespace || first instanceof Value.Function;
            scope.names().put(name, agreed && everywhere ? first : new Value.Unknown(reason, at));
        }
    }
}
