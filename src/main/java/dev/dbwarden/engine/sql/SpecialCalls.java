package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of the SQL standard with a grammar of their own, read as plain calls, as servers do (PostgreSQL manual, 9.4). */
final class SpecialCalls {
    private final ExpressionParser parser;
    private final TokenStream tokens;

    SpecialCalls(ExpressionParser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    /** Reads the brackets of such a call; nothing, and nothing read, where it is a plain one. */
    Optional<Call> read(Name name) {
        if (name.parts().size() > 1) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        tokens.expect("(");
        Optional<Call> call = tokens.at(")") ? Optional.empty() : switch (name.last()) {
            case "extract" -> extract();
            case "position" -> position();
            case "substring", "substr" -> substring(name.last());
            case "overlay" -> overlay();
            case "trim" -> trim();
            default -> Optional.empty();
        };
        if (call.isEmpty()) {
            tokens.reset(mark);
            return call;
        }
        tokens.expect(")");
        return call;
    }

    private Optional<Call> extract() {
        Token field = tokens.next();
        if (!tokens.accept("FROM")) {
            return Optional.empty();
        }
        String name = field.type() == Type.STRING ? field.value() : field.text();
        return Optional.of(Call.of("extract", Literal.string(name.toLowerCase(Locale.ROOT)), parser.parse(0)));
    }

    private Optional<Call> position() {
        Expression first = parser.parse(parser.rules.power("IN") + 1);
        return Optional.of(tokens.accept("IN") ? Call.of("position", parser.parse(0), first) : further("position", first, ","));
    }

    private Optional<Call> substring(String name) {
        Expression text = parser.parse(0);
        if (tokens.accept("FOR")) {
            return Optional.of(Call.of(name, text, new Literal("1"), parser.parse(0)));
        }
        return Optional.of(further(name, text, ",", "FROM", "FOR"));
    }

    private Optional<Call> overlay() {
        return Optional.of(further("overlay", parser.parse(0), ",", "PLACING", "FROM", "FOR"));
    }

    /** The arguments after the first one; never reads a text twice, or nested calls would cost twice as much a level. */
    private Call further(String function, Expression first, String... separators) {
        var arguments = new ArrayList<Expression>(List.of(first));
        while (tokens.atAny(separators)) {
            tokens.next();
            arguments.add(parser.parse(0));
        }
        return new Call(new Name(List.of(function)), List.copyOf(arguments), "");
    }

    private Optional<Call> trim() {
        String function = tokens.accept("LEADING") ? "ltrim" : tokens.accept("TRAILING") ? "rtrim" : "btrim";
        tokens.accept("BOTH");
        if (tokens.accept("FROM")) {
            return Optional.of(Call.of(function, parser.parse(0)));
        }
        Expression first = parser.parse(0);
        if (tokens.accept("FROM")) {
            return Optional.of(Call.of(function, parser.parse(0), first));
        }
        return Optional.of(tokens.accept(",") ? Call.of(function, first, parser.parse(0)) : Call.of(function, first));
    }
}
