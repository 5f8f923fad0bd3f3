package dev.dbwarden.service.source.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements that stand on one line. */
final class StatementParser {
    private static final Set<String> AUGMENTED = Set.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

    private final TokenCursor in;
    private final ExpressionParser expressions;

    StatementParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** The statements of a line. */
    void line(List<Statement> into) {
        do {
            into.add(read());
        } while (in.accept(";") && !in.at(Tokens.Kind.NEWLINE));
        in.expect(Tokens.Kind.NEWLINE, "the end of the line");
    }

    private Statement read() {
        int at = in.offset();
        if (in.accept("pass")) {
            return new Statement.Nothing(at);
        }
        if (in.at("break") || in.at("continue")) {
            return new Statement.Jump(at, in.take().equals("break"));
        }
        if (in.accept("import")) {
            return imports(at);
        }
        if (in.accept("from")) {
            return importsFrom(at);
        }
        if (in.accept("return")) {
            return new Statement.Return(at, expressions.atEnd() ? Optional.empty() : Optional.of(expressions.several()));
        }
        return in.at(Tokens.Kind.NAME) && TokenCursor.KEYWORDS.contains(in.peek()) ? rare(at) : assignment(at);
    }

    private Statement rare(int at) {
        if (in.accept("raise")) {
            skipExpressions("from");
            return new Statement.Raise(at);
        }
        if (in.accept("assert")) {
            skipExpressions(",");
            return new Statement.Nothing(at);
        }
        if (in.accept("del")) {
            Expression targets = expressions.several();
            return new Statement.Delete(at, targets instanceof Expression.Display display ? display.items() : List.of(targets));
        }
        if (in.at("global") || in.at("nonlocal")) {
            boolean ofModule = in.take().equals("global");
            Expression names = expressions.several();
            List<Expression> all = names instanceof Expression.Display display ? display.items() : List.of(names);
            return new Statement.Outward(at, all.stream().filter(Expression.Name.class::isInstance).map(name -> ((Expression.Name) name).id()).toList(), ofModule);
        }
        return assignment(at);
    }

    private void skipExpressions(String separator) {
        if (!expressions.atEnd()) {
            expressions.one();
            if (in.accept(separator)) {
                expressions.one();
            }
        }
    }

    private Statement assignment(int at) {
        if (in.at("type") && in.nextIsName()) {
            return typeAlias(at);
        }
        Expression first = expressions.several();
        if (in.accept(":")) {
            Expression annotation = expressions.one();
            return new Statement.Annotate(at, first, annotation, in.accept("=") ? Optional.of(expressions.several()) : Optional.empty());
        }
        if (in.atAny(AUGMENTED)) {
            String operator = in.take();
            return new Statement.Augment(at, first, operator.substring(0, operator.length() - 1), expressions.several());
        }
        if (!in.at("=")) {
            return new Statement.Evaluate(at, first);
        }
        var sides = new ArrayList<>(List.of(first));
        while (in.accept("=")) {
            sides.add(expressions.several());
        }
        return new Statement.Assign(at, List.copyOf(sides.subList(0, sides.size() - 1)), sides.getLast());
    }

    private Statement typeAlias(int at) {
        in.skip();
        String name = in.name();
        if (in.accept("[")) {
            new ParameterParser(in, expressions).read("]", true);
            in.expect("]");
        }
        in.expect("=");
        return new Statement.TypeAlias(at, name, expressions.one());
    }

    private Statement imports(int at) {
        var modules = new ArrayList<Statement.Alias>();
        do {
            int place = in.offset();
            modules.add(new Statement.Alias(place, dotted(), in.accept("as") ? Optional.of(in.name()) : Optional.empty()));
        } while (in.accept(","));
        return new Statement.Import(at, modules);
    }

    private String dotted() {
        var name = new StringBuilder(in.name());
        while (in.accept(".")) {
            name.append('.').append(in.name());
        }
        return name.toString();
    }

    private Statement importsFrom(int at) {
        int level = 0;
        while (in.at(".") || in.at("...")) {
            level += in.take().length();
        }
        String module = level > 0 && in.at("import") ? "" : dotted();
        in.expect("import");
        boolean brackets = in.accept("(");
        var names = new ArrayList<Statement.Alias>();
        do {
            if (in.at(")")) {
                break;
            }
            int place = in.offset();
            String name = in.accept("*") ? "*" : in.name();
            names.add(new Statement.Alias(place, name, in.accept("as") ? Optional.of(in.name()) : Optional.empty()));
        } while (in.accept(","));
        if (brackets) {
            in.expect(")");
        }
        return new Statement.ImportFrom(at, level, module, names);
    }
}
