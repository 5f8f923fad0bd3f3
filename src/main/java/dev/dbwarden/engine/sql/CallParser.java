package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Reads a call from its bracket on: arguments, and the clauses of aggregates and windows, whose expressions are canonical already. */
final class CallParser {
    private static final String[] CLAUSES = {"PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS"};

    private final ExpressionParser parser;
    private final OperandParser operands;
    private final TokenStream tokens;

    CallParser(ExpressionParser parser, OperandParser operands) {
        this.parser = parser;
        this.operands = operands;
        this.tokens = parser.tokens;
    }

    Call call(Name name) {
        tokens.expect("(");
        int mark = tokens.mark();
        if (!tokens.atAny("ALL", "VARIADIC")) {
            List<Expression> arguments = arguments();
            if (tokens.accept(")")) {
                return new Call(name, arguments, suffix());
            }
        }
        tokens.reset(mark);
        return new Call(name, List.of(new Opaque(operands.untilClosed())), suffix());
    }

    /** {@code DISTINCT} and {@code ORDER BY} stand among the arguments, as if they were some. */
    private List<Expression> arguments() {
        var arguments = new ArrayList<Expression>();
        if (tokens.accept("DISTINCT")) {
            arguments.add(new Opaque("DISTINCT"));
            tokens.accept(",");
        }
        while (!tokens.atAny(")", "ORDER", "VARIADIC")) {
            arguments.add(parser.parse(0));
            if (!tokens.accept(",")) {
                break;
            }
        }
        if (tokens.accept("ORDER", "BY")) {
            arguments.add(new Opaque("ORDER BY " + items()));
        }
        return List.copyOf(arguments);
    }

    private String suffix() {
        var suffix = new StringJoiner(" ");
        while (tokens.at("FILTER", "(") || tokens.at("OVER") || tokens.at("WITHIN", "GROUP", "(")) {
            if (tokens.accept("FILTER", "(", "WHERE")) {
                suffix.add("FILTER (WHERE " + canonical() + ")");
                tokens.expect(")");
            } else if (tokens.accept("OVER")) {
                suffix.add("OVER " + (tokens.at("(") ? window() : Identifiers.canonical(operands.part())));
            } else {
                tokens.expect("WITHIN", "GROUP");
                suffix.add("WITHIN GROUP " + window());
            }
        }
        return suffix.toString();
    }

    private String window() {
        tokens.expect("(");
        var text = new StringJoiner(" ", "(", ")");
        if (tokens.peek().isName() && !tokens.atAny(CLAUSES)) {
            text.add(Identifiers.canonical(operands.part()));
        }
        if (tokens.accept("PARTITION", "BY")) {
            text.add("PARTITION BY " + items());
        }
        if (tokens.accept("ORDER", "BY")) {
            text.add("ORDER BY " + items());
        }
        String frame = frame();
        return frame.isEmpty() ? text.toString() : text.add(frame).toString();
    }

    private String frame() {
        if (!tokens.atAny("ROWS", "RANGE", "GROUPS")) {
            return operands.untilClosed();
        }
        var frame = new StringJoiner(" ").add(lower());
        boolean between = tokens.at("BETWEEN");
        if (between) {
            frame.add(lower()).add(bound());
            tokens.expect("AND");
            frame.add("and");
        }
        String exclusion = frame.add(bound()) + " " + operands.untilClosed();
        return exclusion.stripTrailing();
    }

    /** A literal there is what the ordered values take for a distance, with a cast or without. */
    private String bound() {
        if (tokens.atAny("UNBOUNDED", "CURRENT")) {
            return lower() + " " + lower();
        }
        Expression distance = parser.rules.simplification().simplify(parser.parse(parser.rules.power("AND") + 1));
        return new ExpressionPrinter(parser.rules).text(distance instanceof Cast(Literal literal, _) ? literal : distance) + " " + lower();
    }

    private String lower() {
        return tokens.next().text().toLowerCase(Locale.ROOT);
    }

    private String items() {
        var items = new StringJoiner(", ");
        do {
            var item = new StringJoiner(" ").add(canonical());
            if (!tokens.accept("ASC") && tokens.accept("DESC")) {
                item.add("DESC");
            }
            if (tokens.accept("NULLS")) {
                item.add(tokens.next().is("FIRST") ? "NULLS FIRST" : "NULLS LAST");
            }
            items.add(item.toString());
        } while (tokens.accept(","));
        return items.toString();
    }

    private String canonical() {
        return new ExpressionPrinter(parser.rules).text(parser.rules.simplification().simplify(parser.parse(0)));
    }
}
