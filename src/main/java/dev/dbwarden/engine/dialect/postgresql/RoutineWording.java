package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one spelling of a function or procedure: its attributes in one order, without those that are the default (manual, CREATE FUNCTION). */
final class RoutineWording {
    /** Arguments that say what the function returns, so that RETURNS says nothing more. */
    private static final Pattern OUTPUT = Pattern.compile("(^|, )(in)?out ");

    private static final String BODY = "begin atomic ";

    private final TokenStream in;
    private final KnownColumns known;
    private final Map<String, String> attributes = new TreeMap<>();
    /** The body, or a library and what the function is called in it: by its own name, unless that is said (manual, CREATE FUNCTION). */
    private final List<String> texts = new ArrayList<>();
    private String name = "";
    private String result = "";

    RoutineWording(TokenStream in, KnownColumns known) {
        this.in = in;
        this.known = known;
    }

    /** Whether it is a routine with statements that the server has read, and prints in its own words. */
    static boolean hasStatements(DefinedObject routine) {
        return Functions.isRoutine(routine) && routine.definition().canonical().contains(" sql body " + BODY);
    }

    /** From {@code FUNCTION} on, up to the statement's end. */
    String text() {
        String kind = Wording.word(in.next());
        name = Wording.name(in);
        String arguments = arguments(in.at("(") ? in.parenthesized() : "");
        String head = "create " + kind + " " + name + "(" + arguments + ")";
        while (!in.isAtEnd() && !in.at(";")) {
            attribute();
        }
        if (OUTPUT.matcher(arguments).find() && !result.startsWith(" returns setof")) {
            result = "";
        }
        String usualCost = attributes.getOrDefault("language", "").matches("c|internal") ? "1" : "100";
        if (attributes.getOrDefault("language", "").equals("c") && texts.size() == 1) {
            texts.add(ObjectName.parse(name).name());
        }
        if (!texts.isEmpty()) {
            attributes.put("as", String.join(", ", texts.stream().map(Postgresql.QUOTING::literal).toList()));
        }
        attributes.remove("cost", usualCost);
        attributes.remove("rows", "1000");
        return attributes.entrySet().stream().map(each -> " " + each.getKey() + (each.getValue().isEmpty() ? "" : " " + each.getValue())).collect(Collectors.joining("", head + result, ""));
    }

    private static String arguments(String list) {
        var arguments = new ArrayList<String>();
        for (String argument : TokenStream.of(list, Postgresql.LEXICON).list()) {
            if (!argument.isBlank()) {
                arguments.add(argument(TokenStream.of(argument, Postgresql.LEXICON)));
            }
        }
        return String.join(", ", arguments);
    }

    private static String argument(TokenStream one) {
        var text = new StringBuilder();
        while (one.atAny("IN", "OUT", "INOUT", "VARIADIC") && one.peek(1).isName()) {
            String mode = Wording.word(one.next());
            text.append(mode.equals("in") ? "" : mode + " ");
        }
        int mark = one.mark();
        String type = type(one);
        if (type.isEmpty() || !one.isAtEnd() && !one.atAny("DEFAULT", "=", ":=")) {
            one.reset(mark);
            text.append(Wording.word(one.next())).append(' ');
            type = type(one);
        }
        text.append(type);
        if (one.accept("DEFAULT") || one.accept("=") || one.accept(":=")) {
            text.append(" default ").append(Expressions.canonicalDefault(one.rest(), type, PostgresqlExpressions.RULES));
        }
        return text.toString();
    }

    /** A type without its length, which the server forgets; empty where there is none. */
    private static String type(TokenStream in) {
        try {
            String type = PostgresqlTypes.parse(in).text();
            int bracket = type.indexOf('(');
            String bare = bracket < 0 ? type : type.substring(0, bracket) + type.substring(type.indexOf(')') + 1);
            return in.accept("%", "TYPE") ? bare + "%type" : bare;
        } catch (SqlException none) {
            return "";
        }
    }

    private void attribute() {
        if (in.accept("RETURNS", "NULL", "ON", "NULL", "INPUT") || in.accept("STRICT")) {
            attributes.put("strict", "");
        } else if (in.accept("RETURNS")) {
            result();
        } else if (in.accept("CALLED", "ON", "NULL", "INPUT") || in.accept("VOLATILE") || in.accept("NOT", "LEAKPROOF")) {
            return;
        } else if (in.accept("LANGUAGE")) {
            attributes.put("language", in.next().value().toLowerCase(Locale.ROOT));
        } else if (in.atAny("IMMUTABLE", "STABLE")) {
            attributes.put("volatility", Wording.word(in.next()));
        } else if (in.atAny("LEAKPROOF", "WINDOW")) {
            attributes.put(Wording.word(in.next()), "");
        } else if (in.accept("EXTERNAL", "SECURITY") || in.accept("SECURITY")) {
            if (in.next().is("DEFINER")) {
                attributes.put("security", "definer");
            }
        } else if (in.accept("PARALLEL")) {
            String parallel = in.next().value().toLowerCase(Locale.ROOT);
            if (!parallel.equals("unsafe")) {
                attributes.put("parallel", parallel);
            }
        } else if (in.atAny("COST", "ROWS")) {
            attributes.put(Wording.word(in.next()), in.next().text());
        } else if (in.accept("SUPPORT")) {
            attributes.put("support", Wording.name(in));
        } else if (in.accept("TRANSFORM")) {
            in.skipUntil("LANGUAGE", "AS", ";");
        } else if (in.accept("SET")) {
            setting();
        } else if (in.accept("AS")) {
            body();
        } else if (in.accept("RETURN")) {
            attributes.put("sql body", "return " + Wording.expression(unqualified(in.rest())));
        } else if (in.accept("BEGIN", "ATOMIC")) {
            attributes.put("sql body", BODY + statements(TokenStream.of(unqualified(in.rest()), Postgresql.LEXICON)) + " end");
        } else {
            throw in.unexpected("an attribute of a function");
        }
    }

    /** The body without the function's name before its arguments, which the server prints. */
    private String unqualified(String body) {
        List<Token> tokens = TokenStream.of(body, Postgresql.LEXICON).remaining();
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is(".") && Wording.word(tokens.get(i)).equals(name)) {
                text.append(body, from, tokens.get(i).start());
                from = tokens.get(i + 1).end();
            }
        }
        return text.append(body.substring(from)).toString();
    }

    /** The statements up to {@code END}, which the server prints as it prints the queries of views. */
    private String statements(TokenStream body) {
        var statements = new StringJoiner("; ");
        while (!body.at("END") && !body.isAtEnd()) {
            int mark = body.mark();
            if (body.atAny("SELECT", "WITH")) {
                statements.add(new QueryWording(body, known).query());
            } else {
                body.skipUntil(";");
                statements.add(Wording.rest(TokenStream.of(body.textSince(mark), Postgresql.LEXICON)));
            }
            body.expect(";");
        }
        return statements.toString();
    }

    private void result() {
        if (in.accept("TABLE")) {
            result = " returns table(" + arguments(in.parenthesized()) + ")";
            return;
        }
        boolean many = in.accept("SETOF");
        String type = type(in);
        if (type.isEmpty()) {
            throw in.unexpected("a type");
        }
        result = " returns " + (many ? "setof " : "") + type;
    }

    private void setting() {
        String name = in.next().value().toLowerCase(Locale.ROOT);
        while (in.accept(".")) {
            name += "." + in.next().value().toLowerCase(Locale.ROOT);
        }
        if (!in.accept("TO") && !in.accept("=")) {
            in.expect("FROM", "CURRENT");
            attributes.put("set " + name, "from current");
            return;
        }
        var values = new ArrayList<String>();
        do {
            Token value = in.next();
            values.add(Postgresql.QUOTING.literal(Wording.folded(value)));
        } while (in.accept(","));
        attributes.put("set " + name, String.join(", ", values));
    }

    private void body() {
        do {
            texts.add(in.next().value());
        } while (in.accept(","));
    }
}
