package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a query: as its author wrote it and as {@code pg_get_viewdef} prints it. Names of columns are not resolved, so that
 * {@code SELECT *}, and a column without its table's name among several tables, are not what the server makes of them.
 */
final class QueryWording {
    private static final Set<String> CLAUSES = Set.of("FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");

    /** Marks the query that stands for a subquery while the expression around it is spelled. */
    private static final char SUBQUERY = 1;
    private static final Pattern PLACE = Pattern.compile("\\( select \"" + SUBQUERY + "(\\d{1,8})\" \\)");

    private final TokenStream in;

    private QueryWording(TokenStream in) {
        this.in = in;
    }

    /** A query up to a closing bracket, a semicolon or the end. */
    static String of(TokenStream in) {
        return new QueryWording(in).query();
    }

    private String query() {
        var text = new StringJoiner(" ");
        if (in.accept("WITH")) {
            text.add(in.accept("RECURSIVE") ? "with recursive" : "with");
            do {
                text.add(Wording.word(in.next()));
                if (in.at("(")) {
                    text.add("(" + names(in.parenthesized()) + ")");
                }
                in.expect("AS");
                while (in.atAny("NOT", "MATERIALIZED")) {
                    text.add(Wording.word(in.next()));
                }
                text.add("(" + inner(in.parenthesized()) + ")");
            } while (in.accept(","));
        }
        text.add(operand());
        while (in.atAny("UNION", "INTERSECT", "EXCEPT")) {
            text.add(Wording.word(in.next()));
            if (in.accept("ALL")) {
                text.add("all");
            } else {
                in.accept("DISTINCT");
            }
            text.add(operand());
        }
        if (in.accept("ORDER", "BY")) {
            text.add("order by " + items(segment(), Block.NONE, true));
        }
        while (in.atAny("LIMIT", "OFFSET", "FETCH", "FOR")) {
            text.add(Wording.word(in.next())).add(Wording.rest(TokenStream.of(segment(), Postgresql.LEXICON)));
        }
        if (isCheckOption(in)) {
            in.next();
            text.add(in.accept("LOCAL") ? "with local" : "with");
            in.accept("CASCADED");
            in.expect("CHECK", "OPTION");
            text.add("check option");
        }
        return text.toString();
    }

    private String operand() {
        if (in.at("(")) {
            return inner(in.parenthesized());
        }
        if (in.accept("VALUES")) {
            return "values " + items(segment(), Block.NONE, false);
        }
        in.expect("SELECT");
        return select();
    }

    private static String inner(String query) {
        return of(TokenStream.of(query, Postgresql.LEXICON));
    }

    private String select() {
        var text = new StringJoiner(" ").add("select");
        in.accept("ALL");
        String distinctOn = "";
        if (in.accept("DISTINCT")) {
            text.add("distinct");
            distinctOn = in.accept("ON") ? in.parenthesized() : "";
        }
        String columns = segment();
        Block block = in.accept("FROM") ? new FromWording(in).block() : Block.NONE;
        if (!distinctOn.isEmpty()) {
            text.add("on (" + items(distinctOn, block, false) + ")");
        }
        text.add(columns(columns, block));
        if (!block.text().isEmpty()) {
            text.add("from").add(block.text());
        }
        if (in.accept("WHERE")) {
            text.add("where " + expression(segment(), block));
        }
        if (in.accept("GROUP", "BY")) {
            text.add("group by " + items(segment(), block, false));
        }
        if (in.accept("HAVING")) {
            text.add("having " + expression(segment(), block));
        }
        if (in.accept("WINDOW")) {
            text.add("window " + Wording.rest(TokenStream.of(segment(), Postgresql.LEXICON)));
        }
        if (in.at("ORDER", "BY") && block.isSingle()) {
            in.next();
            in.next();
            text.add("order by " + items(segment(), block, true));
        }
        return text.toString();
    }

    private String segment() {
        return segment(in);
    }

    /** The text up to the next clause of the same query. */
    static String segment(TokenStream in) {
        int mark = in.mark();
        String before = "";
        while (!in.isAtEnd() && !in.atAny(")", ";") && !isCheckOption(in) && !(isClause(in.peek()) && !before.equals("DISTINCT") && !before.equals("WITHIN"))) {
            before = in.peek().text().toUpperCase(Locale.ROOT);
            if (in.at("(")) {
                in.parenthesized();
            } else {
                in.next();
            }
        }
        return in.textSince(mark);
    }

    private static boolean isCheckOption(TokenStream in) {
        return in.at("WITH", "CHECK") || in.at("WITH", "LOCAL", "CHECK") || in.at("WITH", "CASCADED", "CHECK");
    }

    private static boolean isClause(Token token) {
        return token.type() == Type.WORD && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static String names(String list) {
        return String.join(", ", TokenStream.of(list, Postgresql.LEXICON).list().stream().map(name -> Wording.rest(TokenStream.of(name, Postgresql.LEXICON))).toList());
    }

    private static String columns(String list, Block block) {
        var columns = new ArrayList<String>();
        for (String column : TokenStream.of(list, Postgresql.LEXICON).list()) {
            columns.add(Output.of(column).text(block));
        }
        return String.join(", ", columns);
    }

    /** Expressions between commas; sorted ones with their direction. */
    private static String items(String list, Block block, boolean sorted) {
        var items = new ArrayList<String>();
        for (String item : TokenStream.of(list, Postgresql.LEXICON).list()) {
            String bare = sorted ? item.strip().replaceFirst("(?i)\\s+ASC$", "") : item;
            String direction = sorted && bare.matches("(?is).*\\s(DESC|FIRST|LAST)\\s*") ? bare.replaceFirst("(?is)^.*?\\s(DESC(\\s+NULLS\\s+\\w+)?|NULLS\\s+\\w+)\\s*$", "$1") : "";
            String value = bare.substring(0, bare.length() - direction.length());
            items.add(expression(value, block) + (direction.isEmpty() ? "" : " " + direction.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
        }
        return String.join(", ", items);
    }

    /** An expression of a block: without the name of the only table, its subqueries spelled as queries. */
    static String expression(String sql, Block block) {
        List<Token> tokens = TokenStream.of(sql, Postgresql.LEXICON).remaining();
        var text = new StringJoiner(" ");
        var queries = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") && i + 1 < tokens.size() && (tokens.get(i + 1).is("SELECT") || tokens.get(i + 1).is("WITH"))) {
                int close = close(tokens, i);
                text.add("(SELECT \"" + SUBQUERY + queries.size() + "\")");
                queries.add(inner(sql.substring(token.end(), tokens.get(close).start())));
                i = close;
            } else if (block.isQualifier(tokens, i)) {
                i++;
            } else {
                text.add(token.text());
            }
        }
        return PLACE.matcher(Wording.expression(text.toString())).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < queries.size() ? "(" + queries.get(number) + ")" : place.group());
        });
    }

    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /**
     * What a block selects from.
     *
     * @param names what its tables are called in it
     */
    record Block(String text, List<String> names) {
        static final Block NONE = new Block("", List.of());

        boolean isSingle() {
            return names.size() == 1;
        }

        /** Whether the name of the only table stands here before one of its columns. */
        boolean isQualifier(List<Token> tokens, int at) {
            return isSingle() && at + 2 < tokens.size() && tokens.get(at + 1).is(".") && !tokens.get(at + 2).is("*") && tokens.get(at).isName()
                    && (at == 0 || !tokens.get(at - 1).is(".")) && Wording.word(tokens.get(at)).equals(names.getFirst());
        }
    }

    /**
     * A column of the answer.
     *
     * @param alias the name that it is given; empty where it keeps its own
     */
    record Output(String expression, String alias) {
        private static final Set<String> NO_ALIAS = Set.of("END", "NULL", "TRUE", "FALSE", "PRECISION", "ZONE", "VARYING", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
                "CURRENT_USER", "LOCALTIME", "LOCALTIMESTAMP", "SESSION_USER", "UNKNOWN");
        private static final Set<String> BEFORE_OPERAND = Set.of("AND", "OR", "NOT", "IS", "IN", "LIKE", "ILIKE", "COLLATE", "BETWEEN", "DISTINCT", "FROM", "WHEN", "THEN", "ELSE",
                "CASE", "AT", "TO", "SIMILAR", "ZONE", "TIME", "ANY", "ALL", "INTERVAL");

        static Output of(String column) {
            List<Token> tokens = TokenStream.of(column, Postgresql.LEXICON).remaining();
            int last = tokens.size() - 1;
            if (last < 1 || !tokens.get(last).isName()) {
                return new Output(column, "");
            }
            Token before = tokens.get(last - 1);
            if (before.is("AS")) {
                return new Output(column.substring(0, before.start()), Wording.word(tokens.get(last)));
            }
            boolean ends = switch (before.type()) {
                case NAME, STRING, NUMBER -> true;
                case WORD -> !BEFORE_OPERAND.contains(before.text().toUpperCase(Locale.ROOT));
                case SYMBOL -> before.is(")") || before.is("]");
                case END -> false;
            };
            boolean alias = ends && (tokens.get(last).type() == Type.NAME || !NO_ALIAS.contains(tokens.get(last).text().toUpperCase(Locale.ROOT)));
            return alias ? new Output(column.substring(0, tokens.get(last).start()), Wording.word(tokens.get(last))) : new Output(column, "");
        }

        String text(Block block) {
            String value = QueryWording.expression(expression, block);
            return alias.isEmpty() || alias.equals("\"?column?\"") || alias.equals(ownName()) ? value : value + " as " + alias;
        }

        /** The name that the server gives it: a column's, an attribute's, a function's, or that of what is cast ({@code FigureColname}). */
        private String ownName() {
            List<Token> tokens = TokenStream.of(expression, Postgresql.LEXICON).remaining();
            int at = 0;
            while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
                at += 2;
            }
            if (tokens.get(at).is("(") && close(tokens, at) + 2 == tokens.size() - 1 && tokens.get(tokens.size() - 2).is(".")) {
                return Wording.word(tokens.getLast());
            }
            if (!tokens.get(at).isName()) {
                return tokens.get(at).is("(") && tokens.get(tokens.size() - 1).is(")") ? new Output(expression.strip().substring(1, expression.strip().length() - 1), "").ownName() : "";
            }
            boolean bare = at == tokens.size() - 1 || tokens.get(at + 1).is("::");
            boolean call = at + 1 < tokens.size() && tokens.get(at + 1).is("(") && (close(tokens, at + 1) == tokens.size() - 1 || tokens.get(close(tokens, at + 1) + 1).is("::"));
            return bare || call ? Wording.word(tokens.get(at)) : tokens.get(at).is("CASE") && tokens.getLast().is("END") ? "case" : "";
        }
    }
}
