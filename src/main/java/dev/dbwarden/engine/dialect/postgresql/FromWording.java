package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The one spelling of FROM: joins without the brackets that their conditions make superfluous, no noise words. */
final class FromWording {
    private static final String[] JOINS = {"JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL"};
    private static final String[] AFTER = {"WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "ON", "USING",
        "TABLESAMPLE", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", ",", ")", ";"};

    private final TokenStream in;
    private final List<String> names = new ArrayList<>();

    FromWording(TokenStream in) {
        this.in = in;
    }

    /** After {@code FROM}. Conditions of joins keep their qualifiers, as there are several tables then. */
    QueryWording.Block block() {
        var text = new StringJoiner(", ");
        do {
            text.add(reference());
        } while (in.accept(","));
        return new QueryWording.Block(text.toString(), List.copyOf(names));
    }

    private String reference() {
        var text = new StringJoiner(" ").add(primary());
        while (in.atAny(JOINS)) {
            while (!in.accept("JOIN")) {
                String word = Wording.word(in.next());
                if (!word.equals("inner") && !word.equals("outer")) {
                    text.add(word);
                }
            }
            text.add("join").add(primary());
            if (in.accept("ON")) {
                text.add("on").add(QueryWording.expression(condition(), QueryWording.Block.NONE));
            } else if (in.accept("USING")) {
                text.add("using").add(Wording.rest(TokenStream.of(in.parenthesized(), Postgresql.LEXICON)));
            }
        }
        return text.toString();
    }

    private String condition() {
        int mark = in.mark();
        boolean distinct = false;
        while (!in.isAtEnd() && (distinct || !in.atAny(AFTER) || isCall())) {
            distinct = in.at("DISTINCT");
            if (in.at("(")) {
                in.parenthesized();
            } else {
                in.next();
            }
        }
        return in.textSince(mark);
    }

    /** {@code left(x, 1)} is a function. */
    private boolean isCall() {
        return in.atAny("LEFT", "RIGHT") && in.peek(1).is("(");
    }

    private String primary() {
        if (in.at("(")) {
            String content = in.parenthesized();
            TokenStream inside = TokenStream.of(content, Postgresql.LEXICON);
            if (inside.atAny("SELECT", "WITH", "VALUES") || inside.at("(") && isQuery(inside)) {
                return "(" + QueryWording.of(inside) + ") " + alias("");
            }
            var nested = new FromWording(inside);
            String text = nested.reference();
            names.addAll(nested.names);
            return text;
        }
        String lateral = in.accept("LATERAL") ? "lateral " : in.accept("ONLY") ? "only " : "";
        if (in.at("(")) {
            return lateral + primary();
        }
        String name = Wording.name(in);
        in.accept("*");
        if (in.at("(")) {
            String call = name + "(" + QueryWording.expression("f(" + in.parenthesized() + ")", QueryWording.Block.NONE) + ")";
            String ordinality = in.accept("WITH", "ORDINALITY") ? " with ordinality" : "";
            return lateral + call + ordinality + " " + alias(name);
        }
        int dot = name.lastIndexOf('.');
        String alias = alias(dot < 0 ? name : name.substring(dot + 1));
        return lateral + name + (alias.isEmpty() ? "" : " " + alias);
    }

    private static boolean isQuery(TokenStream inside) {
        int mark = inside.mark();
        while (inside.at("(")) {
            inside.next();
        }
        boolean query = inside.at("SELECT");
        inside.reset(mark);
        return query;
    }

    /** The alias where it is another name, and the names of its columns. */
    private String alias(String own) {
        boolean said = in.accept("AS");
        if (!said && (!in.peek().isName() || in.atAny(AFTER))) {
            names.add(own);
            return "";
        }
        String alias = Wording.word(in.next());
        names.add(alias);
        String columns = in.at("(") ? "(" + Wording.rest(TokenStream.of(in.parenthesized(), Postgresql.LEXICON)) + ")" : "";
        return (alias.equals(own) || isNumbered(alias, own) ? "" : alias) + columns;
    }

    /** The server prints {@code users users_1} where a query around this one has a table {@code users} too (ruleutils.c, set_rtable_names). */
    private static boolean isNumbered(String alias, String own) {
        return alias.startsWith(own + "_") && alias.substring(own.length() + 1).matches("\\d{1,4}");
    }
}
