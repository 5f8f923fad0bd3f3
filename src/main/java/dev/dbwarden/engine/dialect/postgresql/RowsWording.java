package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one spelling of which rows a query answers with: the server prints FETCH as LIMIT, and OFFSET before it. */
final class RowsWording {
    private static final Pattern FETCHED = Pattern.compile("\\s*(?:FIRST|NEXT)(?:\\s+(.*?))?\\s+ROWS?\\s+ONLY\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RowsWording() {}

    static void add(TokenStream in, QueryWording expressions, StringJoiner text) {
        String offset = "";
        var others = new StringJoiner(" ");
        while (in.atAny("LIMIT", "OFFSET", "FETCH", "FOR")) {
            String word = Wording.word(in.next());
            String clause = QueryText.segment(in);
            Matcher fetched = FETCHED.matcher(clause);
            if (word.equals("offset")) {
                offset = "offset " + expressions.expression(clause.replaceFirst("(?i)\\s+ROWS?\\s*$", ""), QueryBlock.NONE);
            } else if (word.equals("fetch") && fetched.matches()) {
                others.add("limit " + expressions.expression(fetched.group(1) == null ? "1" : fetched.group(1), QueryBlock.NONE));
            } else if (!word.equals("limit")) {
                others.add(word + " " + Wording.rest(TokenStream.of(clause, Postgresql.LEXICON)));
            } else if (!clause.strip().equalsIgnoreCase("ALL")) {
                others.add("limit " + expressions.expression(clause, QueryBlock.NONE));
            }
        }
        Stream.of(offset, others.toString()).filter(each -> !each.isEmpty()).forEach(text::add);
    }
}
