package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists of named values, {@code (name = value, ..)} and {@code OPTIONS (name 'value', ..)}, by name: their order says nothing. */
final class Parameters {
    private Parameters() {}

    /** {@code (name [= value], ..)}, each value as it is written; empty where there is none. */
    static SortedMap<String, String> read(TokenStream in) {
        var read = new TreeMap<String, String>();
        for (String each : TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list()) {
            TokenStream one = TokenStream.of(each, Postgresql.LEXICON);
            if (!one.isAtEnd()) {
                String name = PostgresqlScript.clauses(one).name();
                read.put(name, one.isAtEnd() ? "" : value(one));
            }
        }
        return read;
    }

    private static String value(TokenStream in) {
        in.expect("=");
        if (in.isAtEnd() || in.at(",")) {
            throw in.unexpected("a value");
        }
        return in.rest();
    }

    /** What a written value says as text: words in lower case, literals without their quotes. */
    static String text(String written) {
        return TokenStream.of(written, Postgresql.LEXICON).tokens().stream().map(Parameters::text).collect(Collectors.joining());
    }

    static String text(Token token) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case STRING -> token.text().startsWith("E'") || token.text().startsWith("e'") ? CommentReader.unescaped(token.value()) : token.value();
            case NAME -> token.value();
            case NUMBER, SYMBOL, END -> token.text();
        };
    }

    /** {@code ([ADD | SET | DROP] name 'value', ..)} on top of what was there. */
    static SortedMap<String, String> options(TokenStream in, Map<String, String> before) {
        var options = new TreeMap<>(before);
        for (String each : TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list()) {
            TokenStream one = TokenStream.of(each, Postgresql.LEXICON);
            boolean action = one.atAny("ADD", "SET", "DROP") && one.peek(1).isName();
            boolean drop = action && one.next().is("DROP");
            String name = PostgresqlScript.clauses(one).name();
            if (drop) {
                options.remove(name);
            } else {
                options.put(name, text(one.next()));
            }
        }
        return options;
    }

    /** {@code OPTIONS (..)}; empty where there are none. */
    static String options(Map<String, String> options) {
        return options.isEmpty() ? "" : options.entrySet().stream().map(each -> option(each.getKey(), each.getValue())).collect(Collectors.joining(", ", "OPTIONS (", ")"));
    }

    /** {@code OPTIONS (ADD .., SET .., DROP ..)}, which leads from some options to others; empty where they are the same. */
    static String options(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<String>();
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changes.add((before.containsKey(name) ? "SET " : "ADD ") + option(name, value));
            }
        });
        gone(before, after).forEach(name -> changes.add("DROP " + Postgresql.QUOTING.name(name)));
        return changes.isEmpty() ? "" : "OPTIONS (" + String.join(", ", changes) + ")";
    }

    private static String option(String name, String value) {
        return Postgresql.QUOTING.name(name) + " " + Postgresql.QUOTING.literal(value);
    }

    static List<String> gone(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
    }
}
