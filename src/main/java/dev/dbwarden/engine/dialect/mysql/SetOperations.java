package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.ViewWording.Strength;
import dev.dbwarden.engine.dialect.mysql.ViewWording.ViewQuery;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Queries with UNION, EXCEPT or INTERSECT between them, with the brackets that count. INTERSECT binds tighter (MySQL manual, 15.2.18; tried on MariaDB 10.11). */
final class SetOperations {
    private static final String[] OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};
    private static final String[] WITH_ALL_BEHIND = {"UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT"};
    private static final int MOST_BRACKETS = 20;

    private final TokenStream in;
    private final Function<String, ViewQuery> reading;
    private final Supplier<String> ordering;

    /**
     * @param reading  reads one of the queries
     * @param ordering reads ORDER BY and LIMIT behind all of them
     */
    SetOperations(TokenStream in, Function<String, ViewQuery> reading, Supplier<String> ordering) {
        this.in = in;
        this.reading = reading;
        this.ordering = ordering;
    }

    /** Whether a query stands in the brackets that come next, perhaps in further ones, and not a value that is computed with one. */
    static boolean isQuery(TokenStream in) {
        int brackets = 0;
        while (brackets <= MOST_BRACKETS && in.peek(brackets).is("(")) {
            brackets++;
        }
        return brackets > 0 && (in.peek(brackets).is("SELECT") || in.peek(brackets).is("WITH")) && isQuery(in, brackets);
    }

    private static boolean isQuery(TokenStream in, int brackets) {
        int mark = in.mark();
        in.expect("(");
        boolean query = brackets == 1 || isQuery(in, brackets - 1);
        if (query && brackets > 1) {
            in.parenthesized();
            query = in.at(")") || in.atAny(WITH_ALL_BEHIND);
        }
        in.reset(mark);
        return query;
    }

    /** Whether an operator stands outside brackets. */
    static boolean areIn(String sql) {
        TokenStream look = TokenStream.of(sql, Mysql.LEXICON);
        look.skipUntil(OPERATORS);
        return !look.isAtEnd();
    }

    /** Everything up to the end. */
    ViewQuery read() {
        ViewQuery query = tight();
        while (in.atAny("UNION", "EXCEPT")) {
            query = joined(query, operator(), tight(), Strength.UNION);
        }
        return in.isAtEnd() ? query : ordered(query, ordering.get());
    }

    /** A query with ORDER BY and LIMIT behind it, or with nothing. */
    static ViewQuery ordered(ViewQuery query, String ordering) {
        return ordering.isEmpty() ? query : new ViewQuery(query.columns(), query.sql(), bracketed(query, query.strength() == Strength.ORDERED) + ordering, Strength.ORDERED);
    }

    private ViewQuery tight() {
        ViewQuery query = operand();
        while (in.at("INTERSECT")) {
            query = joined(query, operator(), operand(), Strength.INTERSECT);
        }
        return query;
    }

    private ViewQuery operand() {
        if (in.at("(")) {
            return reading.apply(in.parenthesized());
        }
        int mark = in.mark();
        in.skipUntil(WITH_ALL_BEHIND);
        return reading.apply(in.textSince(mark));
    }

    private String operator() {
        String word = in.next().text().toLowerCase(Locale.ROOT);
        boolean all = in.accept("ALL");
        if (!all) {
            in.accept("DISTINCT");
        }
        return " " + word + (all ? " all " : " ");
    }

    private static ViewQuery joined(ViewQuery left, String operator, ViewQuery right, Strength strength) {
        boolean goesOn = left.strength() == Strength.SELECT || left.strength() == strength;
        return new ViewQuery(left.columns(), left.sql(), bracketed(left, !goesOn) + operator + bracketed(right, right.strength() != Strength.SELECT), strength);
    }

    private static String bracketed(ViewQuery query, boolean inBrackets) {
        return inBrackets ? "(" + query.canonical() + ")" : query.canonical();
    }
}
