package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spells what a query reads from: tables, functions and queries, and how they are joined, with the kind of join said in the server's order. */
final class FromSpelling {
    private static final List<String> JOIN_WORDS = List.of("GLOBAL", "LOCAL", "ANY", "ALL", "ASOF", "SEMI", "ANTI", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "PASTE");

    /** What a name begins with that needs no database. */
    private static final String HOME = OperandSpelling.name(ClickhouseNormalizer.DEFAULT_DATABASE) + ".";

    private final TokenStream in;
    private final QuerySpelling query;
    private final ExpressionSpelling expressions;

    FromSpelling(TokenStream in, QuerySpelling query, ExpressionSpelling expressions) {
        this.in = in;
        this.query = query;
        this.expressions = expressions;
    }

    String from() {
        in.expect("FROM");
        var text = new StringBuilder("FROM ").append(table());
        while (true) {
            if (in.accept(",")) {
                text.append(", ").append(table());
            } else if (in.at("ARRAY", "JOIN") || in.at("LEFT", "ARRAY") || in.at("INNER", "ARRAY")) {
                in.accept("INNER");
                text.append(in.accept("LEFT") ? " LEFT ARRAY JOIN " : " ARRAY JOIN ");
                in.expect("ARRAY", "JOIN");
                text.append(query.commaSeparated(query::column));
            } else if (isJoin()) {
                text.append(' ').append(join());
            } else {
                return text.toString();
            }
        }
    }

    private boolean isJoin() {
        return in.at("JOIN") || JOIN_WORDS.contains(ClickhouseTokens.word(in)) && !in.at("ANY", "(");
    }

    private String join() {
        var words = new ArrayList<String>();
        while (!in.at("JOIN")) {
            String word = ClickhouseTokens.word(in);
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
        String joined = String.join(" ", words) + " JOIN " + table();
        if (in.accept("ON")) {
            return joined + " ON " + expressions.expression();
        }
        return in.accept("USING") ? joined + " USING (" + columns() + ")" : joined;
    }

    /** The columns behind USING, which need no brackets. */
    private String columns() {
        boolean bracket = in.accept("(");
        String columns = query.commaSeparated(expressions::expression);
        if (bracket) {
            in.expect(")");
        }
        return columns;
    }

    private String table() {
        var table = new StringBuilder();
        if (in.accept("(")) {
            table.append('(').append(new QuerySpelling(in).query()).append(')');
            in.expect(")");
        } else {
            String name = expressions.piece(13).text();
            table.append(name.startsWith(HOME) ? name.substring(HOME.length()) : name);
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
}
