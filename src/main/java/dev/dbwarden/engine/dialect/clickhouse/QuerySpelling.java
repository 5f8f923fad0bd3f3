package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Reads a query and spells it as the server keeps it: keywords in capitals, one space, AS before every name, LIMIT with its offset first. */
final class QuerySpelling {
    /** Words that go on with a query where a name without AS could stand. */
    private static final Set<String> CLAUSES = Set.of("SELECT", "FROM", "WHERE", "PREWHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "SETTINGS",
            "FORMAT", "INTO", "UNION", "EXCEPT", "INTERSECT", "ON", "USING", "JOIN", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "GLOBAL", "ANY", "ALL", "ASOF", "SEMI",
            "ANTI", "ARRAY", "FINAL", "SAMPLE", "AS", "ASC", "DESC", "NULLS", "WITH", "COLLATE", "INTERPOLATE", "STEP", "TO", "FETCH", "ROWS", "RANGE", "PASTE", "BY",
            "COMMENT", "OUTER", "PARALLEL");
    /** Words that a clause or an operand begins with, where a comma may stand before them for nothing. */
    private static final Set<String> AFTER_LAST_COMMA = Set.of("PREWHERE", "WHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "SETTINGS", "FORMAT", "INTO",
            "UNION", "EXCEPT", "INTERSECT", "COMMENT");
    private static final String[] OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};

    private final TokenStream in;
    private final ExpressionSpelling expressions;
    private final StringJoiner text = new StringJoiner(" ");
    private boolean compound;
    private boolean isProjection;

    QuerySpelling(TokenStream in) {
        this.in = in;
        this.expressions = new ExpressionSpelling(in);
    }

    /** A query up to a closing bracket, the end or a word that is no part of it; brackets around one SELECT fall out, as on the server. */
    String query() {
        Optional<String> bracketed = operand();
        compound = in.atAny(OPERATORS);
        if (!compound && bracketed.isPresent()) {
            compound = true;
            return bracketed.get();
        }
        while (in.atAny(OPERATORS)) {
            boolean union = in.at("UNION");
            text.add(keyword());
            if (in.atAny("ALL", "DISTINCT")) {
                text.add(keyword());
            } else if (!union) {
                text.add("ALL");
            }
            operand();
        }
        return text.toString();
    }

    /** Reads an operand; what stands in its brackets where that is more than one SELECT. */
    private Optional<String> operand() {
        if (!in.accept("(")) {
            select();
            return Optional.empty();
        }
        var inside = new QuerySpelling(in);
        String query = inside.query();
        in.expect(")");
        text.add(inside.compound ? "(" + query + ")" : query);
        return inside.compound ? Optional.of(query) : Optional.empty();
    }

    private void select() {
        if (in.accept("WITH")) {
            text.add("WITH");
            in.accept("RECURSIVE");
            text.add(commaSeparated(this::common));
        }
        boolean fromFirst = in.at("FROM");
        String from = fromFirst ? new FromSpelling(in, this, expressions).from() : "";
        in.expect("SELECT");
        selected();
        if (fromFirst) {
            text.add(from);
        }
        clauses();
    }

    private String common() {
        if (in.peek().isName() && in.peek(1).is("AS") && in.peek(2).is("(")) {
            String name = expressions.piece(14).text();
            in.expect("AS", "(");
            String query = new QuerySpelling(in).query();
            in.expect(")");
            return name + " AS (" + query + ")";
        }
        return expressions.named().text();
    }

    private void selected() {
        text.add("SELECT");
        if (in.accept("DISTINCT")) {
            text.add("DISTINCT");
            if (in.accept("ON")) {
                text.add("ON");
                text.add(expressions.expression());
            }
        }
        text.add(commaSeparated(this::column));
    }

    String column() {
        String expression = expressions.named().text();
        return isAtAlias() ? expression + " AS " + OperandSpelling.name(in.next().value()) : expression;
    }

    /** Whether a name stands here that needs no AS. */
    boolean isAtAlias() {
        return in.peek().type() == Type.NAME || in.peek().type() == Type.WORD && !CLAUSES.contains(ClickhouseTokens.word(in));
    }

    private void clauses() {
        while (true) {
            switch (ClickhouseTokens.word(in)) {
                case "FROM" -> text.add(new FromSpelling(in, this, expressions).from());
                case "PREWHERE", "WHERE", "HAVING", "QUALIFY" -> {
                    text.add(keyword());
                    text.add(expressions.expression());
                }
                case "GROUP" -> groupBy();
                case "WINDOW" -> {
                    text.add(keyword());
                    text.add(commaSeparated(() -> OperandSpelling.name(in.next().value()) + asWindow()));
                }
                case "ORDER" -> text.add(orderBy());
                case "LIMIT" -> limit();
                case "OFFSET" -> {
                    text.add(keyword());
                    text.add(expressions.expression());
                    in.accept("ROWS");
                    in.accept("ROW");
                }
                case "SETTINGS" -> {
                    text.add(keyword());
                    text.add(commaSeparated(expressions::expression));
                }
                default -> {
                    return;
                }
            }
        }
    }

    private String asWindow() {
        in.expect("AS");
        return " AS " + window();
    }

    private void groupBy() {
        in.expect("GROUP", "BY");
        text.add("GROUP BY");
        if (in.accept("GROUPING", "SETS")) {
            text.add("GROUPING SETS");
        }
        if (in.at("ROLLUP", "(") || in.at("CUBE", "(")) {
            String with = " WITH " + keyword();
            in.expect("(");
            text.add(commaSeparated(expressions::expression) + with);
            in.expect(")");
            return;
        }
        text.add(in.accept("ALL") ? "ALL" : commaSeparated(expressions::expression));
        while (in.accept("WITH")) {
            text.add("WITH " + keyword());
        }
    }

    /** A projection's query: its rows are ordered by what stands in the brackets around the whole of its order. */
    String projected() {
        isProjection = true;
        return query();
    }

    /** From ORDER BY on; ASC is the default. */
    String orderBy() {
        in.expect("ORDER", "BY");
        if (isProjection && isInBrackets()) {
            in.next();
            String keys = commaSeparated(expressions::expression);
            in.expect(")");
            return "ORDER BY " + keys;
        }
        if (in.accept("ALL")) {
            return "ORDER BY ALL" + direction();
        }
        return "ORDER BY " + commaSeparated(() -> {
            var element = new StringBuilder(expressions.named().text()).append(direction());
            if (in.accept("COLLATE")) {
                element.append(" COLLATE ").append(expressions.expression());
            }
            if (in.accept("WITH", "FILL")) {
                element.append(" WITH FILL");
                while (in.atAny("FROM", "TO", "STEP", "STALENESS")) {
                    element.append(' ').append(ClickhouseTokens.word(in));
                    in.next();
                    element.append(' ').append(expressions.expression());
                }
            }
            return element.toString();
        });
    }

    private boolean isInBrackets() {
        if (!in.at("(")) {
            return false;
        }
        int mark = in.mark();
        in.parenthesized();
        boolean whole = in.at(")");
        in.reset(mark);
        return whole;
    }

    private String direction() {
        String direction = in.accept("DESC") || in.accept("DESCENDING") ? " DESC" : "";
        if (direction.isEmpty() && !in.accept("ASC")) {
            in.accept("ASCENDING");
        }
        return in.accept("NULLS") ? direction + " NULLS " + in.next().text().toUpperCase(Locale.ROOT) : direction;
    }

    private void limit() {
        in.expect("LIMIT");
        String first = expressions.expression();
        String second = "";
        if (in.accept(",")) {
            second = expressions.expression();
        } else if (in.accept("OFFSET")) {
            second = first;
            first = expressions.expression();
        }
        text.add("LIMIT " + (second.isEmpty() ? first : first + ", " + second));
        if (in.accept("WITH", "TIES")) {
            text.add("WITH TIES");
        }
        if (in.accept("BY")) {
            text.add("BY " + commaSeparated(expressions::expression));
        }
    }

    /** A window in brackets. */
    String window() {
        in.expect("(");
        var window = new ArrayList<String>();
        if (in.peek().isName() && !in.atAny("PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS")) {
            window.add(OperandSpelling.name(in.next().value()));
        }
        if (in.accept("PARTITION", "BY")) {
            window.add("PARTITION BY " + commaSeparated(expressions::expression));
        }
        if (in.at("ORDER")) {
            window.add(orderBy());
        }
        if (!in.at(")")) {
            window.add(frame());
        }
        in.expect(")");
        return "(" + String.join(" ", window) + ")";
    }

    /** {@code ROWS} and its like; a frame of one bound ends at the current row. */
    private String frame() {
        String unit = keyword();
        boolean isWhole = in.accept("BETWEEN");
        var bounds = new ArrayList<String>();
        while (!in.at(")") && !in.isAtEnd()) {
            bounds.add(in.peek().type() == Type.WORD ? keyword() : expressions.piece(8).text());
        }
        return unit + " BETWEEN " + String.join(" ", bounds) + (isWhole ? "" : " AND CURRENT ROW");
    }

    String commaSeparated(java.util.function.Supplier<String> item) {
        var items = new ArrayList<String>();
        do {
            if (!items.isEmpty() && isAfterLastComma()) {
                break;
            }
            items.add(item.get());
        } while (in.accept(","));
        return String.join(", ", items);
    }

    /** {@code offset} and its like are names of columns where no operand of the clause follows. */
    private boolean isAfterLastComma() {
        String word = ClickhouseTokens.word(in);
        return word.equals("FROM") || AFTER_LAST_COMMA.contains(word) && in.peek(1).type() != Type.SYMBOL && in.peek(1).type() != Type.END && !in.peek(1).is("AS") && !in.peek(1).is("FROM");
    }

    private String keyword() {
        return in.next().text().toUpperCase(Locale.ROOT);
    }
}
