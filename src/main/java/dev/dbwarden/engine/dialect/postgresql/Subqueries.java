package dev.dbwarden.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subqueries of an expression, spelled as queries, and what stands for them while the expression around them is spelled. */
final class Subqueries {
    private static final char MARK = 1;
    private static final Pattern PLACE = Pattern.compile("\\( select \"" + MARK + "(\\d{1,8})c?\" \\)");
    private static final Pattern COUNT = Pattern.compile("\\( select \"" + MARK + "\\d{1,8}c\" \\)");
    private static final Pattern COUNTING = Pattern.compile("select count\\([^(),]*\\) (from|where) .*", Pattern.DOTALL);

    private final List<String> queries = new ArrayList<>();

    /** What stands for a query. */
    String place(String query) {
        queries.add(query);
        return "(SELECT \"" + MARK + (queries.size() - 1) + (COUNTING.matcher(query).matches() ? "c" : "") + "\")";
    }

    /** A canonical text with the queries at their places. */
    String back(String canonical) {
        return PLACE.matcher(canonical).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < queries.size() ? "(" + queries.get(number) + ")" : place.group());
        });
    }

    /** Whether that stands for a query which counts. */
    static boolean isCount(String place) {
        return COUNT.matcher(place).matches();
    }
}
