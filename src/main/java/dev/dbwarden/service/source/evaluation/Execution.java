package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What statements do to the names of their scope. */
final class Execution {
    /** Functions whose result holds the names of a scope. */
    private static final Set<String> NAMES_AS_ITEMS = Set.of("builtins.locals", "builtins.globals", "builtins.vars");

    private final Program program;
    private final Evaluation evaluation;
    private final Imports imports;
    private final Branches branches;
    private final Definitions definitions;
    private final Containers containers;

    Execution(Program program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
        this.imports = new Imports(program);
        this.branches = new Branches(program, evaluation);
        this.definitions = new Definitions(program, evaluation);
        this.containers = new Containers(program);
    }

    Flow run(List<Statement> statements, Scope scope) {
        for (int i = 0; i < statements.size(); i++) {
            Flow flow = run(statements.get(i), scope);
            if (flow instanceof Flow.Perhaps perhaps) {
                return perhaps.then(inDoubt(perhaps, statements.subList(i + 1, statements.size()), scope));
            }
            if (!(flow instanceof Flow.Next)) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    /** What follows a statement after which it may not be executed. */
    Flow inDoubt(Flow.Perhaps before, List<Statement> statements, Scope scope) {
        var flows = new ArrayList<Flow>();
        program.doubting(before.reason(), () -> flows.add(run(statements, scope)));
        return flows.getFirst();
    }

    private Flow run(Statement statement, Scope scope) {
        Location at = new Location(scope.file(), statement.at());
        program.at(at);
        program.budget().enter(at);
        Flow flow = perform(statement, scope, at);
        program.budget().leave();
        return flow;
    }

    private Flow perform(Statement statement, Scope scope, Location at) {
        return switch (statement) {
            case Statement.Evaluate(_, Expression.Suspension _) -> new Flow.Return(new Value.Unknown("what it yields is known only when the program runs", at));
            case Statement.Evaluate(_, var value) -> next(evaluation.of(value, scope));
            case Statement.Assign(_, var targets, var value) -> assign(targets, evaluation.of(value, scope), scope);
            case Statement.Annotate annotate -> annotate(annotate, scope, at);
            case Statement.Augment augment -> augment(augment, scope, at);
            case Statement.ClassDefinition definition -> next(definitions.define(definition, scope, at));
            case Statement.FunctionDefinition definition -> next(definitions.define(definition, scope, at));
            case Statement.Import each -> imported(() -> imports.run(each, scope));
            case Statement.ImportFrom each -> imported(() -> imports.run(each, scope));
            case Statement.If each -> branches.run(each, scope, at);
            case Statement.Loop each -> branches.run(each, scope, at);
            case Statement.Try each -> branches.run(each, scope);
            case Statement.Match each -> branches.run(each, scope, at);
            case Statement.With(_, var items, var body) -> with(items, body, scope);
            case Statement.Return(_, var value) -> new Flow.Return(value.map(each -> evaluation.of(each, scope)).orElse(Value.NONE));
            case Statement.Raise _ -> Flow.FAIL;
            case Statement.Jump(_, var leaves) -> new Flow.Jump(leaves);
            case Statement.Delete(_, var targets) -> delete(targets, scope);
            case Statement.TypeAlias(_, var name, var value) -> next(assign(new Expression.Name(statement.at(), name), evaluation.of(value, scope), scope));
            case Statement.Outward(_, var names, var ofModule) -> {
                names.forEach(name -> scope.giveAway(name, ofModule));
                yield Flow.NEXT;
            }
            case Statement.Nothing _ -> Flow.NEXT;
        };
    }

    /** What a statement's expression gives is of no use any more. */
    private static Flow next(Value ignored) {
        return Flow.NEXT;
    }

    private static Flow imported(Runnable imports) {
        imports.run();
        return Flow.NEXT;
    }

    private Flow assign(List<Expression> targets, Value value, Scope scope) {
        targets.forEach(target -> assign(target, value, scope));
        return Flow.NEXT;
    }

    /** Gives a target a value; the value. */
    Value assign(Expression target, Value value, Scope scope) {
        Location at = new Location(scope.file(), target.at());
        switch (target) {
            case Expression.Name(_, var name) -> assign(name, Optional.empty(), Optional.of(value), scope, at);
            case Expression.Attribute(_, var owner, var name) -> assignMember(evaluation.of(owner, scope), name, value, at);
            case Expression.Subscript(_, var owner, var index) -> assignItem(evaluation.of(owner, scope), evaluation.of(index, scope), value, at);
            case Expression.Display(_, _, var items) -> unpack(items, value, scope, at);
            case Expression.Starred(_, var inner) -> assign(inner, value, scope);
            default -> { }
        }
        return value;
    }

    private void assign(String name, Optional<Expression> annotation, Optional<Value> value, Scope scope, Location at) {
        Scope owner = scope.owner(name);
        value.ifPresent(each -> owner.names().put(name, owner == scope ? each : containers.doubtful(each, at)));
        scope.type().ifPresent(type -> {
            Optional<Value> sure = value.map(each -> program.doubt().isPresent() && each instanceof Value.Construct
                    ? new Value.Unknown(program.doubt().get(), at) : each);
            Optional<Expression> known = annotation.or(() -> Optional.ofNullable(type.attributes().get(name)).flatMap(ClassValue.Attribute::annotation));
            type.attributes().put(name, new ClassValue.Attribute(known, sure, at));
        });
    }

    private void assignMember(Value owner, String name, Value value, Location at) {
        program.assigned(owner, name, value, at);
        if (program.doubt().isPresent()) {
            return;
        }
        if (owner instanceof Value.Construct construct) {
            construct.attributes().put(name, value);
        } else if (owner instanceof ClassValue type) {
            Optional<Expression> annotation = Optional.ofNullable(type.attributes().get(name)).flatMap(ClassValue.Attribute::annotation);
            type.attributes().put(name, new ClassValue.Attribute(annotation, Optional.of(value), at));
        }
    }

    private void assignItem(Value owner, Value index, Value value, Location at) {
        if (containers.set(owner, index, value, at)) {
            return;
        }
        if (owner instanceof Value.Construct construct && construct.callee() instanceof Value.Symbol(var name) && NAMES_AS_ITEMS.contains(name)) {
            program.doubting("its name is set while the program runs", () -> program.assigned(owner, "?", value, at));
        }
    }

    private void unpack(List<Expression> targets, Value value, Scope scope, Location at) {
        Optional<List<Value>> items = Collections.items(value).filter(all -> all.size() == targets.size());
        Value unknown = new Value.Unknown("the parts are known only when the program runs", at);
        for (int i = 0; i < targets.size(); i++) {
            assign(targets.get(i), items.isPresent() ? items.get().get(i) : value instanceof Value.Unknown ? value : value instanceof Value.Item ? new Value.Item(value, unknown) : unknown, scope);
        }
    }

    private Flow annotate(Statement.Annotate annotate, Scope scope, Location at) {
        Optional<Value> value = annotate.value().map(each -> evaluation.of(each, scope));
        if (annotate.target() instanceof Expression.Name(_, var name)) {
            assign(name, Optional.of(annotate.annotation()), value, scope, at);
        } else {
            value.ifPresent(each -> assign(annotate.target(), each, scope));
        }
        return Flow.NEXT;
    }

    private Flow augment(Statement.Augment augment, Scope scope, Location at) {
        Value before = evaluation.of(augment.target(), scope);
        Value operand = evaluation.of(augment.value(), scope);
        if (augment.operator().equals("+") && Operators.isKind(before, Expression.Display.Kind.LIST)) {
            evaluation.calls().call(new Value.Member(before, "extend"), List.of(operand), new LinkedHashMap<>(), at);
            return Flow.NEXT;
        }
        assign(augment.target(), Operators.binary(augment.operator(), before, operand, at, program.budget()), scope);
        return Flow.NEXT;
    }

    private Flow with(List<Statement.Item> items, List<Statement> body, Scope scope) {
        for (Statement.Item item : items) {
            Value context = evaluation.of(item.context(), scope);
            item.target().ifPresent(target -> assign(target, new Value.Member(context, "__enter__"), scope));
        }
        return run(body, scope);
    }

    private Flow delete(List<Expression> targets, Scope scope) {
        var names = new ArrayList<String>();
        for (Expression target : targets) {
            if (target instanceof Expression.Name(_, var id)) {
                names.add(id);
            } else if (target instanceof Expression.Subscript(_, var owner, var index)) {
                containers.delete(evaluation.of(owner, scope), evaluation.of(index, scope), new Location(scope.file(), target.at()));
            }
        }
        names.forEach(scope.names()::remove);
        scope.type().ifPresent(type -> names.forEach(type.attributes()::remove));
        return Flow.NEXT;
    }
}
