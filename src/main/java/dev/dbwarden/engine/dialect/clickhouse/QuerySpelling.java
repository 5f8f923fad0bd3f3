package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a query and spells it as the server keeps it: keywords in capitals, one space, AS before every name, LIMIT with its offset first. */
final class QuerySpelling {
    /** Words that go on with a query where a name without AS could stand. */
    private static final Set<String> CLAUSES = Set.of("FROM", "WHERE", "PREWHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "SETTINGS",
            "FORMAT", "INTO", "UNION", "EXCEPT", "INTERSECT", "ON", "USING", "JOIN", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "GLOBAL", "ANY", "ALL", "ASOF", "SEMI",
            "ANTI", "ARRAY", "FINAL", "SAMPLE", "AS", "ASC", "DESC", "NULLS", "WITH", "COLLATE", "INTERPOLATE", "STEP", "TO", "FETCH", "ROWS", "RANGE", "PASTE", "BY",
            "COMMENT", "OUTER", "PARALLEL");
    private static final List<String> JOIN_WORDS = List.of("GLOBAL", "LOCAL", "ANY", "ALL", "ASOF", "SEMI", "ANTI", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "PASTE");

    private final TokenStream in;
    private final ExpressionSpelling expressions;
    private final StringBuilder text = new StringBuilder();

    QuerySpelling(TokenStream in) {
        this.in = in;
        this.expressions = new ExpressionSpelling(in);
    }

    /** A query up to a closing bracket, the end or a word that is no part of it. */
    String query() {
        operand();
        while (in.atAny("UNION", "EXCEPT", "INTERSECT")) {
            put(keyword());
            if (in.atAny("ALL", "DISTINCT")) {
                put(keyword());
            }
            operand();
        }
        return text.toString();
    }

    private void operand() {
        if (in.at("(")) {
            in.next();
            put("(" + new QuerySpelling(in).query() + ")");
            in.expect(")");
            return;
        }
        if (in.accept("WITH")) {
            put("WITH");
            in.accept("RECURSIVE");
            put(commaSeparated(this::common));
        }
        boolean fromFirst = in.at("FROM");
        if (fromFirst) {
            int mark = text.length();
            from();
            String from = text.substring(mark);
            text.setLength(mark);
            in.expect("SELECT");
            selected();
            text.append(from);
        } else {
            in.expect("SELECT");
            selected();
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
        put("SELECT");
        if (in.accept("DISTINCT")) {
            put("DISTINCT");
            if (in.accept("ON")) {
                put("ON");
                put(expressions.expression());
            }
        }
        put(commaSeparated(this::column));
    }

    private String column() {
        String expression = expressions.named().text();
        return in.peek().type() == Type.NAME || in.peek().type() == Type.WORD && !CLAUSES.contains(word()) ? expression + " AS " + OperandSpelling.name(in.next().value()) : expression;
    }

    private void clauses() {
        while (true) {
            switch (word()) {
                case "FROM" -> from();
                case "PREWHERE", "WHERE", "HAVING", "QUALIFY" -> {
                    put(keyword());
                    put(expressions.expression());
                }
                case "GROUP" -> groupBy();
                case "WINDOW" -> {
                    put(keyword());
                    put(commaSeparated(() -> OperandSpelling.name(in.next().value()) + asWindow()));
                }
                case "ORDER" -> put(orderBy());
                case "LIMIT" -> limit();
                case "OFFSET" -> {
                    put(keyword());
                    put(expressions.expression());
                    in.accept("ROWS");
                    in.accept("ROW");
                }
                case "SETTINGS" -> {
                    put(keyword());
                    put(commaSeparated(expressions::expression));
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

    private void from() {
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
                put(commaSeparated(this::column));
            } else if (isJoin()) {
                join();
            } else {
                return;
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
            put("USING (" + commaSeparated(expressions::expression) + ")");
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
        if (in.accept("AS") || in.peek().type() == Type.NAME || in.peek().type() == Type.WORD && !CLAUSES.contains(word())) {
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

    private void groupBy() {
        in.expect("GROUP", "BY");
        put("GROUP BY");
        if (in.accept("GROUPING", "SETS")) {
            put("GROUPING SETS");
        }
        put(in.accept("ALL") ? "ALL" : commaSeparated(expressions::expression));
        while (in.accept("WITH")) {
            put("WITH " + keyword());
        }
    }

    /** From ORDER BY on; ASC is the default. */
    String orderBy() {
        in.expect("ORDER", "BY");
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
                    element.append(' ').append(word());
                    in.next();
                    element.append(' ').append(expressions.expression());
                }
            }
            return element.toString();
        });
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
        put("LIMIT " + (second.isEmpty() ? first : first + ", " + second));
        if (in.accept("WITH", "TIES")) {
            put("WITH TIES");
        }
        if (in.accept("BY")) {
            put("BY " + commaSeparated(expressions::expression));
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
        while (!in.at(")") && !in.isAtEnd()) {
            window.add(in.peek().type() == Type.WORD ? in.next().text().toUpperCase(Locale.ROOT) : expressions.piece(8).text());
        }
        in.expect(")");
        return "(" + String.join(" ", window) + ")";
    }

    private String commaSeparated(java.util.function.Supplier<String> item) {
        var items = new ArrayList<String>();
        do {
            if (!items.isEmpty() && CLAUSES.contains(word()) && !in.peek(1).is("(")) {
                break;
            }
            items.add(item.get());
        } while (in.accept(","));
        return String.join(", ", items);
    }

    private String keyword() {
        return in.next().text().toUpperCase(Locale.ROOT);
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
