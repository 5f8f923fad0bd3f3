package dev.dbwarden.service.source.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of Python 3 into its syntax tree.
 *
 * <p>Written by hand after the grammar of the language reference, not on tree-sitter: that needs half a second for the parse and two for the walk
 * of 400 KB, is native code that hostile text would reach, and has to unpack itself to a disk that a container may not have.
 * It reads each file of CPython's own library as CPython does.
 */
public final class PythonParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;
    private final StatementParser simple;

    private PythonParser(TokenCursor in) {
        this.in = in;
        this.expressions = new ExpressionParser(in);
        this.simple = new StatementParser(in, expressions);
    }

    /**
     * The statements of a file.
     *
     * @throws PythonSyntaxException at the first place that is no Python
     */
    public static List<Statement> parse(SourceFile file) {
        var parser = new PythonParser(new TokenCursor(file.text(), Tokenizer.file(file.text())));
        var statements = new ArrayList<Statement>();
        while (!parser.in.at(Tokens.Kind.END)) {
            parser.statement(statements);
        }
        return statements;
    }

    /** An expression that stands in a text, such as a quoted annotation; places are those of the text. */
    public static Expression expression(String text) {
        var cursor = new TokenCursor(text, Tokenizer.expression(text, 0, text.length()));
        Expression read = new ExpressionParser(cursor).several();
        if (!cursor.at(Tokens.Kind.END)) {
            throw cursor.unexpected("the end of the text");
        }
        return read;
    }

    private void statement(List<Statement> into) {
        int at = in.offset();
        if (in.at("@")) {
            into.add(decorated());
        } else if (in.at("class") || in.at("def") || in.at("async", "def")) {
            into.add(definition(at, List.of()));
        } else if (in.accept("if")) {
            into.add(branch(at));
        } else if (in.accept("for") || in.at("async", "for") && skipped(2)) {
            into.add(loop(at));
        } else if (in.accept("while")) {
            Expression test = expressions.named();
            into.add(new Statement.Loop(at, Optional.empty(), test, block(), otherwise("else")));
        } else if (in.accept("try")) {
            into.add(attempt(at));
        } else if (in.accept("with") || in.at("async", "with") && skipped(2)) {
            into.add(context(at));
        } else if (in.at("match") && in.opensBlockOf("case")) {
            into.add(match(at));
        } else {
            simple.line(into);
        }
    }

    private boolean skipped(int tokens) {
        for (int i = 0; i < tokens; i++) {
            in.skip();
        }
        return true;
    }

    private List<Statement> block() {
        in.expect(":");
        var statements = new ArrayList<Statement>();
        if (!in.at(Tokens.Kind.NEWLINE)) {
            simple.line(statements);
            return statements;
        }
        in.skip();
        in.expect(Tokens.Kind.INDENT, "an indented block");
        in.enter();
        while (!in.at(Tokens.Kind.DEDENT)) {
            statement(statements);
        }
        in.leave();
        in.skip();
        return statements;
    }

    private List<Statement> otherwise(String word) {
        return in.accept(word) ? block() : List.of();
    }

    private Statement decorated() {
        var decorators = new ArrayList<Expression>();
        while (in.accept("@")) {
            decorators.add(expressions.named());
            in.expect(Tokens.Kind.NEWLINE, "the end of the line");
        }
        return definition(in.offset(), decorators);
    }

    private Statement definition(int at, List<Expression> decorators) {
        in.accept("async");
        if (in.accept("class")) {
            String name = in.name();
            skipTypeParameters();
            List<Expression.Argument> arguments = in.accept("(") ? new OperandParser(in, expressions).arguments() : List.of();
            return new Statement.ClassDefinition(at, name, arguments, block(), decorators);
        }
        in.expect("def");
        String name = in.name();
        skipTypeParameters();
        in.expect("(");
        Parameters parameters = new ParameterParser(in, expressions).read(")", true);
        in.expect(")");
        Optional<Expression> returns = in.accept("->") ? Optional.of(expressions.several()) : Optional.empty();
        return new Statement.FunctionDefinition(at, name, parameters, returns, block(), decorators);
    }

    private void skipTypeParameters() {
        if (in.accept("[")) {
            new ParameterParser(in, expressions).read("]", true);
            in.expect("]");
        }
    }

    /** A chain of {@code elif} is read in a loop: it may be longer than the stack is deep. */
    private Statement branch(int at) {
        var places = new ArrayList<>(List.of(at));
        var tests = new ArrayList<>(List.of(expressions.named()));
        var bodies = new ArrayList<>(List.of(block()));
        while (in.at("elif")) {
            places.add(in.offset());
            in.skip();
            tests.add(expressions.named());
            bodies.add(block());
        }
        List<Statement> otherwise = otherwise("else");
        for (int i = tests.size() - 1; i > 0; i--) {
            otherwise = List.of(new Statement.If(places.get(i), tests.get(i), bodies.get(i), otherwise));
        }
        return new Statement.If(at, tests.getFirst(), bodies.getFirst(), otherwise);
    }

    private Statement loop(int at) {
        Expression target = expressions.target();
        in.expect("in");
        Expression source = expressions.several();
        return new Statement.Loop(at, Optional.of(target), source, block(), otherwise("else"));
    }

    private Statement attempt(int at) {
        List<Statement> body = block();
        var handlers = new ArrayList<List<Statement>>();
        while (in.accept("except")) {
            in.accept("*");
            if (!in.at(":")) {
                expressions.several();
                if (in.accept("as")) {
                    in.name();
                }
            }
            handlers.add(block());
        }
        List<Statement> otherwise = otherwise("else");
        return new Statement.Try(at, body, handlers, otherwise, otherwise("finally"));
    }

    private Statement context(int at) {
        var items = new ArrayList<Statement.Item>();
        boolean brackets = in.at("(") && in.closesBefore(":", "as");
        if (brackets) {
            in.skip();
        }
        do {
            if (in.at(")")) {
                break;
            }
            Expression context = expressions.one();
            items.add(new Statement.Item(context, in.accept("as") ? Optional.of(expressions.starredOrNamed()) : Optional.empty()));
        } while (in.accept(","));
        if (brackets) {
            in.expect(")");
        }
        return new Statement.With(at, items, block());
    }

    /** The patterns are passed over: which case is taken is known only when the program runs. */
    private Statement match(int at) {
        in.skip();
        Expression subject = expressions.several();
        in.expect(":");
        in.expect(Tokens.Kind.NEWLINE, "the end of the line");
        in.expect(Tokens.Kind.INDENT, "an indented block");
        in.enter();
        var cases = new ArrayList<List<Statement>>();
        while (!in.at(Tokens.Kind.DEDENT)) {
            in.expect("case");
            in.skipToBlock();
            cases.add(block());
        }
        in.leave();
        in.skip();
        return new Statement.Match(at, subject, cases);
    }
}
