package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Spells what a query reads from: tables, functions and queries, and how they are joined, with the kind of join said in the server's order. */
final class FromSpelling {
    private static final List<String> JOIN_WORDS = List.of("GLOBAL", "LOCAL", "ANY", "ALL", "ASOF", "SEMI", "ANTI", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "PASTE");

    private final TokenStream in;
    private final QuerySpelling query;
    private final ExpressionSpelling expressions;
    private final StringBuilder text = new StringBuilder();

    FromSpelling(TokenStream in, QuerySpelling query, ExpressionSpelling expressions) {
        this.in = in;
        this.query = query;
        this.expressions = expressions;
    }

    String from() {
        in.expect("FROM");
        put("FROM");
        put(table());
        while (true) {
            if (in.accept(",")) {
                text.append(',');
                put(table());
            } else if (in.at("ARRAY", "JOIN") || in.at("LEFT", "ARRAY") || in.at("INNER", "ARRAY")) {
                in.accept("INNER");
                put(in.accept("LEFT") ? "LEFT ARRAY JOIN" : "ARRAY JOIN");
                in.expect("ARRAY", "JOIN");
                put(query.commaSeparated(query::column));
            } else if (isJoin()) {
                join();
            } else {
                return text.toString();
            }
        }
    }

    private boolean isJoin() {
        return in.at("JOIN") || JOIN_WORDS.contains(word()) && !in.at("ANY", "(");
    }

    private void join() {
        var words = new ArrayList<String>();
        while (!in.at("JOIN")) {
            String word = word();
            in.next();
            if (!word.equals("OUTER")) {
                words.add(word);
            }
        }
        in.next();
        words.sort((one, other) -> Integer.compare(JOIN_WORDS.indexOf(one), JOIN_WORDS.indexOf(other)));
        if (words.stream().noneMatch(Set.of("LEFT", "RIGHT", "FULL", "INNER", "CROSS", "PASTE")::contains)) {
            words.add("INNER");
        }
        put(String.join(" ", words) + " JOIN");
        put(table());
        if (in.accept("ON")) {
            put("ON");
            put(expressions.expression());
        } else if (in.accept("USING")) {
            boolean bracket = in.accept("(");
            put("USING (" + query.commaSeparated(expressions::expression) + ")");
            if (bracket) {
                in.expect(")");
            }
        }
    }

    private String table() {
        var table = new StringBuilder();
        if (in.accept("(")) {
            table.append('(').append(new QuerySpelling(in).query()).append(')');
            in.expect(")");
        } else {
            String name = expressions.piece(13).text();
            table.append(name.startsWith("default.") ? name.substring("default.".length()) : name);
        }
        boolean last = in.accept("FINAL");
        if (in.accept("AS") || query.isAtAlias()) {
            table.append(" AS ").append(OperandSpelling.name(in.next().value()));
        }
        if (last || in.accept("FINAL")) {
            table.append(" FINAL");
        }
        if (in.accept("SAMPLE")) {
            table.append(" SAMPLE ").append(expressions.expression());
            if (in.accept("OFFSET")) {
                table.append(" OFFSET ").append(expressions.expression());
            }
        }
        return table.toString();
    }

    private String word() {
        return in.peek().type() == Type.WORD ? in.peek().text().toUpperCase(Locale.ROOT) : "";
    }

    private void put(String part) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(part);
    }
}
