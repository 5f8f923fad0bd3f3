package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression with queries and windows in it, in one spelling. While the expression is taken apart a name stands for each of them, which nobody
 * could have given to a column. What the servers make of the words around a query when they print a view is taken back, as tried on MariaDB 10.11.
 */
final class QueriesInside {
    /** No column has such a name. */
    static final String STANDS_FOR = "\u0001";
    private static final Pattern ALL_COLUMNS = Pattern.compile("(?i)\\s*SELECT\\s+\\*\\s+FROM\\b");
    private static final Pattern ONE_ROW = Pattern.compile(" limit 1$");

    private final String expression;
    private final TokenStream in;
    private final UnaryOperator<String> spelled;
    private final UnaryOperator<String> spelledWindow;
    private final AggregateSpelling aggregates;
    private final FulltextSpelling fulltexts;
    private final List<Token> passed = new ArrayList<>();
    private final List<String> insides = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** What is written in the place of tokens that are still to come. */
    private final Map<Integer, String> replacements = new HashMap<>();
    private int done;

    /**
     * @param spelled       makes a query canonical
     * @param spelledWindow makes what stands behind OVER canonical
     * @param spelledValue  makes an expression inside an aggregate or MATCH canonical
     */
    QueriesInside(String expression, UnaryOperator<String> spelled, UnaryOperator<String> spelledWindow, UnaryOperator<String> spelledValue) {
        this.expression = expression;
        this.in = TokenStream.of(expression, Mysql.LEXICON);
        this.spelled = spelled;
        this.spelledWindow = spelledWindow;
        this.aggregates = new AggregateSpelling(spelledValue);
        this.fulltexts = new FulltextSpelling(spelledValue);
    }

    /** The expression's canonical spelling. */
    String canonical(ExpressionRules rules) {
        while (!in.isAtEnd()) {
            if (SetOperations.isQuery(in)) {
                query();
            } else if ((in.at("(") || in.peek().isName()) && (stands(1, "OVER") || stands(1, "GROUP") && stands(2, "WITHIN"))) {
                window();
            } else if (in.at("(") && !passed.isEmpty() && AggregateSpelling.isFor(passed.getLast(), in.peek(1))) {
                aggregate();
            } else if (in.at("MATCH")) {
                fulltext();
            } else if (in.at("INTERVAL")) {
                interval();
            } else if (in.at("CONVERT", "(") || in.at("CHAR", "(")) {
                using();
            } else if (in.at("SOUNDS", "LIKE")) {
                in.next();
                text.append(expression, done, passed.getLast().end()).append(MysqlSimplification.SOUNDS_LIKE);
                done = in.next().end();
            } else if (SequenceCalls.isNext(in)) {
                sequence();
            } else if (replacements.containsKey(in.mark())) {
                replaceNext(replacements.get(in.mark()));
            } else {
                passed.add(in.next());
            }
        }
        String canonical = Expressions.canonical(text.append(expression, done, expression.length()).toString(), rules);
        for (int i = 0; i < insides.size(); i++) {
            String name = Identifiers.canonical(STANDS_FOR + i);
            canonical = canonical.replace(name + ", " + name, insides.get(i)).replace(name, "(" + insides.get(i) + ")");
        }
        return canonical;
    }

    /** {@code = ANY} is {@code IN}, {@code <> ALL} is {@code NOT IN}, and what EXISTS selects does not count. */
    private void query() {
        boolean any = stands(1, "ANY", "SOME") && stands(2, "=");
        boolean none = stands(1, "ALL") && stands(2, "<>", "!=");
        text.append(expression, done, any || none ? passed.get(passed.size() - 2).start() : in.peek().start()).append(any ? " IN" : none ? " NOT IN" : "");
        String query = in.parenthesized();
        insides.add(stands(1, "EXISTS") ? ONE_ROW.matcher(spelled.apply(ALL_COLUMNS.matcher(query).replaceFirst("SELECT 1 FROM"))).replaceFirst("") : spelled.apply(query));
        // A list of one would be the same as what is in it.
        standIn(any || none || stands(1, "IN") ? 2 : 1);
    }

    private void window() {
        text.append(expression, done, in.peek().start());
        insides.add(spelledWindow.apply(in.at("(") ? in.parenthesized() : in.next().value()));
        standIn(1);
    }

    private void aggregate() {
        text.append(expression, done, passed.getLast().start());
        insides.add(aggregates.canonical(passed.getLast(), in.parenthesized()));
        standIn(1);
    }

    private void fulltext() {
        text.append(expression, done, in.peek().start());
        insides.add(fulltexts.canonical(in));
        standIn(1);
    }

    /** {@code INTERVAL 1 DAY} becomes a call whose function is the unit. */
    private void interval() {
        int mark = in.mark();
        in.next();
        in.skipUntil(MysqlSimplification.UNITS);
        while (in.atAny(MysqlSimplification.UNITS) && in.peek(1).is("(")) {
            in.next();
            in.skipUntil(MysqlSimplification.UNITS);
        }
        String unit = in.peek().text().toLowerCase(Locale.ROOT);
        boolean found = in.atAny(MysqlSimplification.UNITS);
        if (found) {
            replacements.put(in.mark(), ")");
        }
        in.reset(mark);
        replaceNext(found ? Mysql.QUOTING.quoted(Functions.INTERVAL + unit) + "(" : "INTERVAL");
    }

    /** {@code CONVERT(a USING utf8mb4)} becomes a call with two arguments, {@code CHAR(65, 66 USING utf8mb4)} one with three. */
    private void using() {
        int mark = in.mark();
        String function = in.next().text().toLowerCase(Locale.ROOT);
        in.expect("(");
        in.skipUntil("USING", ")");
        boolean found = in.at("USING");
        if (found) {
            replacements.put(in.mark(), ",");
        }
        in.reset(mark);
        replaceNext(found ? Mysql.QUOTING.quoted(function + " using") : function);
    }

    private void sequence() {
        text.append(expression, done, in.peek().start());
        text.append(SequenceCalls.canonical(in));
        done = in.isAtEnd() ? expression.length() : in.peek().start();
    }

    private void replaceNext(String other) {
        text.append(expression, done, in.peek().start()).append(other);
        done = in.peek().end();
        passed.add(in.next());
    }

    /** Writes, so many times, the name that stands for what was read last. */
    private void standIn(int times) {
        String name = Mysql.QUOTING.quoted(STANDS_FOR + (insides.size() - 1));
        text.append(" (").append(String.join(", ", Collections.nCopies(times, name))).append(") ");
        done = in.isAtEnd() ? expression.length() : in.peek().start();
    }

    /** Whether one of the words stands so many tokens before this place. */
    private boolean stands(int before, String... words) {
        return passed.size() >= before && Stream.of(words).anyMatch(passed.get(passed.size() - before)::is);
    }
}
