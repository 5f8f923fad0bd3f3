package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.Parameters.Parameter;
import dev.dbwarden.service.source.python.PythonParser;
import dev.dbwarden.service.source.python.PythonSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What expressions stand for. */
final class Evaluation {
    private final Program program;
    private final Calls calls;
    private final Members members;
    private final Comprehensions comprehensions;

    Evaluation(Program program) {
        this.program = program;
        this.calls = new Calls(program, this);
        this.members = new Members(program);
        this.comprehensions = new Comprehensions(program, this);
    }

    Calls calls() {
        return calls;
    }

    Members members() {
        return members;
    }

    Value of(Expression expression, Scope scope) {
        Location at = new Location(scope.file(), expression.at());
        program.budget().enter(at);
        Value value = evaluate(expression, scope, at);
        program.budget().leave();
        return value;
    }

    private Value evaluate(Expression expression, Scope scope, Location at) {
        return switch (expression) {
            case Expression.Name(_, var id) -> name(id, scope, at);
            case Expression.Text(_, var text) -> new Value.Text(text);
            case Expression.Bytes(_, var text) -> new Value.Bytes(text);
            case Expression.Number(_, var digits) -> number(digits, at);
            case Expression.Constant(_, var kind) -> constant(kind);
            case Expression.Formatted(_, var parts) -> formatted(parts, scope, at);
            case Expression.Placeholder placeholder -> placeholder(placeholder, scope, at);
            case Expression.Attribute(_, var owner, var name) -> members.get(of(owner, scope), name, at);
            case Expression.Subscript(_, var owner, var index) -> subscript(of(owner, scope), index, scope, at);
            case Expression.Slice slice -> slice(slice, scope, at);
            case Expression.Call call -> call(call, scope, at);
            case Expression.Unary(_, var operator, var operand) -> Operators.unary(operator, of(operand, scope), at);
            case Expression.Binary binary -> binary(binary, scope, at);
            case Expression.Comparison comparison -> comparison(comparison, scope, at);
            case Expression.Conditional conditional -> conditional(conditional, scope, at);
            case Expression.Lambda(_, var parameters, var body) -> new Value.Function("<lambda>", parameters, defaults(parameters.all(), scope),
                    new Value.Body(List.of(), Optional.of(body), Optional.empty(), at), scope.seenByFunctions());
            case Expression.Display(_, var kind, var items) -> Collections.of(kind, items(items, scope, at));
            case Expression.Dictionary dictionary -> dictionary(dictionary, scope, at);
            case Expression.Comprehension comprehension -> comprehensions.of(comprehension, scope, at);
            case Expression.Starred(_, var value) -> of(value, scope);
            case Expression.Named(_, var target, var value) -> program.execution().assign(target, of(value, scope), scope);
            case Expression.Suspension _ -> new Value.Unknown("it is known only while the program runs", at);
        };
    }

    private Value name(String id, Scope scope, Location at) {
        return scope.find(id).or(() -> Builtins.find(id)).or(() -> scope.foreignModule(id).map(module -> program.foreign(module + "." + id)))
                .orElseGet(() -> new Value.Unknown("'" + id + "' is not defined here", at));
    }

    private static Value number(String digits, Location at) {
        String lower = digits.toLowerCase(java.util.Locale.ROOT);
        try {
            if (lower.startsWith("0x") || lower.startsWith("0o") || lower.startsWith("0b")) {
                int radix = lower.charAt(1) == 'x' ? 16 : lower.charAt(1) == 'o' ? 8 : 2;
                return new Value.Number(new BigDecimal(new BigInteger(lower.substring(2), radix)), true);
            }
            boolean whole = lower.chars().allMatch(Character::isDigit);
            return digits.length() > 400 ? new Value.Unknown("the number is too long", at) : new Value.Number(whole ? new BigDecimal(digits) : BigDecimal.valueOf(Double.parseDouble(digits)), whole);
        } catch (NumberFormatException e) {
            return new Value.Unknown("'" + digits + "' is no number that is read here", at);
        }
    }

    private static Value constant(Expression.Constant.Kind kind) {
        return switch (kind) {
            case TRUE -> new Value.Truth(true);
            case FALSE -> new Value.Truth(false);
            case NONE -> Value.NONE;
            case ELLIPSIS -> new Value.Symbol("builtins.Ellipsis");
        };
    }

    private Value formatted(List<Expression> parts, Scope scope, Location at) {
        var text = new StringBuilder();
        for (Expression part : parts) {
            Value value = of(part, scope);
            if (!(value instanceof Value.Text known)) {
                return value instanceof Value.Unknown ? value : new Value.Unknown("a part of the text is known only when the program runs", at);
            }
            program.budget().spend(text.length() + known.text().length(), at);
            text.append(known.text());
        }
        return new Value.Text(text.toString());
    }

    private Value placeholder(Expression.Placeholder placeholder, Scope scope, Location at) {
        Value value = of(placeholder.value(), scope);
        String format = placeholder.format().map(each -> of(each, scope) instanceof Value.Text text ? text.text() : "?").orElse("");
        return Texts.formatted(value, placeholder.conversion(), format).map(text -> (Value) new Value.Text(text))
                .orElseGet(() -> value instanceof Value.Unknown ? value : new Value.Unknown("a part of the text is known only when the program runs", at));
    }

    private Value subscript(Value owner, Expression index, Scope scope, Location at) {
        if (owner instanceof Value.Symbol && index instanceof Expression.Text(_, var text) && !((Value.Symbol) owner).last().equals("Literal")) {
            return new Value.Item(owner, quotedOr(text, scope, at));
        }
        return Subscripts.get(owner, of(index, scope), at);
    }

    private Value slice(Expression.Slice slice, Scope scope, Location at) {
        return new Value.Construct(new Value.Symbol("builtins.slice"), List.of(bound(slice.lower(), scope), bound(slice.upper(), scope), bound(slice.step(), scope)),
                java.util.Map.of(), at);
    }

    private Value bound(Optional<Expression> bound, Scope scope) {
        return bound.map(each -> of(each, scope)).orElse(Value.NONE);
    }

    private Value call(Expression.Call call, Scope scope, Location at) {
        Value function = of(call.function(), scope);
        var positional = new ArrayList<Value>();
        var keywords = new LinkedHashMap<String, Value>();
        arguments(call.arguments(), scope, positional, keywords);
        program.at(at);
        return calls.call(function, positional, keywords, at);
    }

    /** Evaluates arguments; those of a spread whose items are not known are one unknown. */
    void arguments(List<Expression.Argument> arguments, Scope scope, List<Value> positional, java.util.Map<String, Value> keywords) {
        for (Expression.Argument argument : arguments) {
            Value value = of(argument.value(), scope);
            Location at = new Location(scope.file(), argument.value().at());
            switch (argument.kind()) {
                case POSITIONAL -> positional.add(value);
                case KEYWORD -> keywords.put(argument.name(), value);
                case SPREAD -> positional.addAll(Collections.items(value).orElseGet(() -> List.of(unknown(value, "these arguments are known only when the program runs", at))));
                case SPREAD_KEYWORDS -> spread(value, keywords, at);
            }
        }
    }

    private static void spread(Value value, java.util.Map<String, Value> keywords, Location at) {
        if (value instanceof Value.Mapping mapping) {
            mapping.entries().forEach((key, each) -> keywords.put(key instanceof Value.Text text ? text.text() : key.toString(), each));
        } else {
            keywords.put("**", unknown(value, "these arguments are known only when the program runs", at));
        }
    }

    private static Value unknown(Value value, String reason, Location at) {
        return value instanceof Value.Unknown ? value : new Value.Unknown(reason, at);
    }

    private Value binary(Expression.Binary binary, Scope scope, Location at) {
        Value left = of(binary.left(), scope);
        if (binary.operator().equals("and") || binary.operator().equals("or")) {
            Optional<Boolean> truth = Operators.truth(left);
            if (truth.isPresent()) {
                return truth.get() == binary.operator().equals("or") ? left : of(binary.right(), scope);
            }
        }
        return Operators.binary(binary.operator(), left, of(binary.right(), scope), at, program.budget());
    }

    private Value comparison(Expression.Comparison comparison, Scope scope, Location at) {
        Value left = of(comparison.first(), scope);
        Value result = new Value.Truth(true);
        for (Expression.Compared compared : comparison.others()) {
            Value right = of(compared.operand(), scope);
            result = Operators.compare(compared.operator(), left, right, at);
            if (!Operators.truth(result).orElse(false)) {
                return result;
            }
            left = right;
        }
        return result;
    }

    private Value conditional(Expression.Conditional conditional, Scope scope, Location at) {
        Optional<Boolean> test = Operators.truth(of(conditional.test(), scope));
        if (test.isPresent()) {
            return of(test.get() ? conditional.yes() : conditional.no(), scope);
        }
        var both = new ArrayList<Value>();
        program.doubting("it depends on a condition that is known only when the program runs", () -> {
            both.add(of(conditional.yes(), scope));
            both.add(of(conditional.no(), scope));
        });
        return both.getFirst().equals(both.getLast()) ? both.getFirst() : new Value.Unknown("it depends on a condition that is known only when the program runs", at);
    }

    LinkedHashMap<String, Value> defaults(List<Parameter> parameters, Scope scope) {
        var defaults = new LinkedHashMap<String, Value>();
        parameters.forEach(parameter -> parameter.defaultValue().ifPresent(value -> defaults.put(parameter.name(), of(value, scope))));
        return defaults;
    }

    private List<Value> items(List<Expression> expressions, Scope scope, Location at) {
        var items = new ArrayList<Value>();
        for (Expression expression : expressions) {
            Value value = of(expression, scope);
            if (expression instanceof Expression.Starred) {
                items.addAll(Collections.items(value).orElseGet(() -> List.of(unknown(value, "these items are known only when the program runs", at))));
            } else {
                items.add(value);
            }
        }
        return items;
    }

    private Value dictionary(Expression.Dictionary dictionary, Scope scope, Location at) {
        Value.Mapping mapping = Value.Mapping.empty();
        for (Expression.Entry entry : dictionary.entries()) {
            Value value = of(entry.value(), scope);
            if (entry.key().isPresent()) {
                mapping.entries().put(of(entry.key().get(), scope), value);
            } else if (value instanceof Value.Mapping(var entries)) {
                mapping.entries().putAll(entries);
            } else {
                mapping.entries().put(new Value.Text("**"), unknown(value, "these entries are known only when the program runs", at));
            }
        }
        return mapping;
    }

    /** An annotation: a text in it is an expression too. */
    Value annotation(Expression annotation, Scope scope) {
        Location at = new Location(scope.file(), annotation.at());
        return annotation instanceof Expression.Text(_, var text) ? quotedOr(text, scope, at) : of(annotation, scope);
    }

    private Value quotedOr(String text, Scope scope, Location at) {
        try {
            return quoted(text, scope, at);
        } catch (PythonSyntaxException e) {
            return new Value.Unknown("'" + text + "' is no type", at);
        }
    }

    /** What a quoted expression means; its names are those of the place that it stands in. */
    Value quoted(String text, Scope scope, Location at) {
        return relocated(of(PythonParser.expression(text), scope), at);
    }

    private static Value relocated(Value value, Location at) {
        return value instanceof Value.Unknown(var reason, _, var possible) ? new Value.Unknown(reason, at, possible) : value;
    }
}
