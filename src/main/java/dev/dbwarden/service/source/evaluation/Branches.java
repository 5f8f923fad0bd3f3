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
        Flow body = program.execution().run(statement.body(), scope);
        for (List<Statement> handler : statement.handlers()) {
            var known = new LinkedHashMap<>(scope.names());
            program.doubting(CONDITION, () -> program.execution().run(handler, scope));
            if (!(body instanceof Flow.Fail)) {
                scope.names().putAll(known);
            }
        }
        Flow flow = switch (body) {
            case Flow.Next _ -> program.execution().run(statement.otherwise(), scope);
            case Flow.Perhaps perhaps -> perhaps.then(program.execution().inDoubt(perhaps, statement.otherwise(), scope));
            case Flow.Fail _ -> Flow.NEXT;
            case Flow.Return _, Flow.Jump _ -> body;
        };
        Flow last = program.execution().run(statement.last(), scope);
        return last instanceof Flow.Next ? flow : last;
    }

    Flow run(Statement.Loop statement, Scope scope, Location at) {
        Value source = evaluation.of(statement.source(), scope);
        Optional<List<Value>> items = statement.target().flatMap(_ -> Collections.items(source));
        if (items.isEmpty()) {
            Value item = new Value.Unknown(LOOP, at);
            statement.target().ifPresent(target -> program.execution().assign(target, isTerm(source) ? new Value.Item(source, item) : item, scope));
            return Operators.truth(source).equals(Optional.of(false)) ? Flow.NEXT : either(List.of(statement.body(), List.of()), LOOP, scope, at);
        }
        return each(statement, items.get(), scope);
    }

    private static boolean isTerm(Value source) {
        return source instanceof Value.Member || source instanceof Value.Item || source instanceof Value.Construct construct && construct.callee() instanceof Value.Member;
    }

    private Flow each(Statement.Loop statement, List<Value> items, Scope scope) {
        Expression target = statement.target().orElseThrow();
        for (int i = 0; i < items.size(); i++) {
            program.execution().assign(target, items.get(i), scope);
            Flow flow = program.execution().run(statement.body(), scope);
            if (flow instanceof Flow.Perhaps perhaps) {
                List<Value> rest = items.subList(i + 1, items.size());
                program.doubting(perhaps.reason(), () -> rest.forEach(item -> {
                    program.execution().assign(target, item, scope);
                    program.execution().run(statement.body(), scope);
                }));
                return perhaps.returned().isEmpty() ? program.execution().inDoubt(perhaps, statement.otherwise(), scope) : perhaps;
            }
            if (flow instanceof Flow.Return || flow instanceof Flow.Fail) {
                return flow;
            }
            if (flow instanceof Flow.Jump(var leaves) && leaves) {
                return Flow.NEXT;
            }
        }
        return program.execution().run(statement.otherwise(), scope);
    }

    /** Reads all ways; what they agree on is known. */
    private Flow either(List<List<Statement>> ways, String reason, Scope scope, Location at) {
        var before = new LinkedHashMap<>(scope.names());
        program.budget().spend(Math.min(before.size(), Budget.LARGEST), at);
        var after = new ArrayList<Map<String, Value>>();
        var flows = new ArrayList<Flow>();
        for (List<Statement> way : ways) {
            replace(scope, before);
            program.doubting(reason, () -> flows.add(program.execution().run(way, scope)));
            if (!(flows.getLast() instanceof Flow.Return || flows.getLast() instanceof Flow.Fail)) {
                after.add(new LinkedHashMap<>(scope.names()));
            }
        }
        replace(scope, before);
        merge(after, reason, scope, at);
        return Flow.either(flows, reason, at);
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
