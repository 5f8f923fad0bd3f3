package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression with queries in it, in one spelling. While the expression is taken apart a name stands for each query, which nobody could have
 * given to a column. What the servers make of the words around a query when they print a view is taken back, as tried on MariaDB 10.11.
 */
final class QueriesInside {
    private static final String STANDS_FOR = "\u0001";
    private static final Pattern ALL_COLUMNS = Pattern.compile("(?i)\\s*SELECT\\s+\\*\\s+FROM\\b");
    private static final Pattern ONE_ROW = Pattern.compile(" limit 1$");

    private final String expression;
    private final TokenStream in;
    private final UnaryOperator<String> spelled;
    private final List<Token> passed = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int done;

    private QueriesInside(String expression, UnaryOperator<String> spelled) {
        this.expression = expression;
        this.in = TokenStream.of(expression, Mysql.LEXICON);
        this.spelled = spelled;
    }

    /**
     * The expression's canonical spelling.
     *
     * @param spelled makes a query canonical
     */
    static String canonical(String expression, ExpressionRules rules, UnaryOperator<String> spelled) {
        return new QueriesInside(expression, spelled).canonical(rules);
    }

    private String canonical(ExpressionRules rules) {
        while (!in.isAtEnd()) {
            if (in.at("(", "SELECT")) {
                query();
            } else {
                passed.add(in.next());
            }
        }
        String canonical = Expressions.canonical(text.append(expression, done, expression.length()).toString(), rules);
        for (int i = 0; i < queries.size(); i++) {
            String name = Identifiers.canonical(STANDS_FOR + i);
            canonical = canonical.replace(name + ", " + name, queries.get(i)).replace(name, "(" + queries.get(i) + ")");
        }
        return canonical;
    }

    /** {@code = ANY} is {@code IN}, {@code <> ALL} is {@code NOT IN}, and what EXISTS selects does not count. */
    private void query() {
        boolean any = stands(1, "ANY", "SOME") && stands(2, "=");
        boolean none = stands(1, "ALL") && stands(2, "<>", "!=");
        text.append(expression, done, any || none ? passed.get(passed.size() - 2).start() : in.peek().start()).append(any ? " IN" : none ? " NOT IN" : "");
        String query = in.parenthesized();
        queries.add(stands(1, "EXISTS") ? ONE_ROW.matcher(spelled.apply(ALL_COLUMNS.matcher(query).replaceFirst("SELECT 1 FROM"))).replaceFirst("") : spelled.apply(query));
        String name = Mysql.QUOTING.quoted(STANDS_FOR + (queries.size() - 1));
        // A list of one would be the same as what is in it.
        text.append(" (").append(any || none || stands(1, "IN") ? name + ", " + name : name).append(") ");
        done = in.isAtEnd() ? expression.length() : in.peek().start();
    }

    /** Whether one of the words stands so many tokens before this place. */
    private boolean stands(int before, String... words) {
        return passed.size() >= before && Stream.of(words).anyMatch(passed.get(passed.size() - before)::is);
    }
}
