package dev.dbwarden.service.source.python;

import java.util.List;
import java.util.Optional;

/** A statement of Python. */
public sealed interface Statement {
    int at();

    record Evaluate(int at, Expression value) implements Statement {}

    /** {@code a = b = value}. */
    record Assign(int at, List<Expression> targets, Expression value) implements Statement {}

    /** {@code target: annotation = value}. */
    record Annotate(int at, Expression target, Expression annotation, Optional<Expression> value) implements Statement {}

    /** {@code target += value}. */
    record Augment(int at, Expression target, String operator, Expression value) implements Statement {}

    record ClassDefinition(int at, String name, List<Expression.Argument> arguments, List<Statement> body, List<Expression> decorators) implements Statement {}

    record FunctionDefinition(int at, String name, Parameters parameters, Optional<Expression> returns, List<Statement> body,
            List<Expression> decorators) implements Statement {}

    /** {@code import module as name}. */
    record Import(int at, List<Alias> modules) implements Statement {}

    /** {@code from ..module import name as other}; {@code level} counts the dots, and a name {@code *} stands for all. */
    record ImportFrom(int at, int level, String module, List<Alias> names) implements Statement {}

    record If(int at, Expression test, List<Statement> body, List<Statement> otherwise) implements Statement {}

    /** {@code for} and, without a target, {@code while}, whose test is {@code source}. */
    record Loop(int at, Optional<Expression> target, Expression source, List<Statement> body, List<Statement> otherwise) implements Statement {}

    record With(int at, List<Item> items, List<Statement> body) implements Statement {}

    record Try(int at, List<Statement> body, List<List<Statement>> handlers, List<Statement> otherwise, List<Statement> last) implements Statement {}

    record Match(int at, Expression subject, List<List<Statement>> cases) implements Statement {}

    record Return(int at, Optional<Expression> value) implements Statement {}

    record Raise(int at) implements Statement {}

    record Delete(int at, List<Expression> targets) implements Statement {}

    /** {@code break} and {@code continue}. */
    record Jump(int at, boolean leaves) implements Statement {}

    /** {@code global} and {@code nonlocal}: whose the names are. */
    record Outward(int at, List<String> names, boolean ofModule) implements Statement {}

    /** {@code pass}, {@code assert}: nothing that makes a schema. */
    record Nothing(int at) implements Statement {}

    /** {@code type name = value}. */
    record TypeAlias(int at, String name, Expression value) implements Statement {}

    record Alias(int at, String name, Optional<String> as) {}

    record Item(Expression context, Optional<Expression> target) {}
}
