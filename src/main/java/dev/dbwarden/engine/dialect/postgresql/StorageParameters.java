package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Storage parameters, {@code (fillfactor = 70, toast.autovacuum_enabled = off)}, each an option of its own. PostgreSQL's grammar
 * (reloptions) has a name of one or two parts, and one word, number or literal as its value, which is true where it is left out.
 */
final class StorageParameters {
    private static final String PREFIX = "with.";
    /** Of tables before PostgreSQL 12; none has them any more. */
    private static final String OIDS = "oids";

    private StorageParameters() {}

    /** Those that were there, and on top of them what stands in the brackets. */
    static Options set(Options options, TokenStream in) {
        Options set = options;
        for (Map.Entry<String, String> each : read(in).entrySet()) {
            set = each.getKey().equals(OIDS) ? set : set.with(PREFIX + each.getKey(), each.getValue());
        }
        return set;
    }

    /** Those that were there without what stands in the brackets. */
    static Options reset(Options options, TokenStream in) {
        Options left = options;
        for (String name : read(in).keySet()) {
            left = left.without(PREFIX + name);
        }
        return left;
    }

    private static Map<String, String> read(TokenStream in) {
        var read = new LinkedHashMap<String, String>();
        in.expect("(");
        do {
            String name = name(in);
            read.put(name, in.accept("=") ? value(in) : "true");
        } while (in.accept(","));
        in.expect(")");
        return read;
    }

    private static String name(TokenStream in) {
        String first = PostgresqlScript.clauses(in).name();
        return in.accept(".") ? first + "." + PostgresqlScript.clauses(in).name() : first;
    }

    private static String value(TokenStream in) {
        String sign = in.atAny("-", "+") ? in.next().text() : "";
        Token.Type type = in.peek().type();
        if (type != Token.Type.NUMBER && (!sign.isEmpty() || type == Token.Type.SYMBOL || type == Token.Type.END)) {
            throw in.unexpected("a word, a number or a literal");
        }
        return (sign.equals("-") ? sign : "") + Parameters.text(in.next());
    }

    /** As a list for {@code WITH} and {@code SET}. */
    static String list(Options options) {
        return options.values().entrySet().stream().filter(option -> isOne(option.getKey()))
                .map(option -> spelled(option.getKey()) + " = " + value(option.getValue())).collect(Collectors.joining(", "));
    }

    static boolean isOne(String option) {
        return option.startsWith(PREFIX);
    }

    /** The name of an option that is one, as SQL. */
    static String spelled(String option) {
        return Arrays.stream(option.substring(PREFIX.length()).split("\\.", 2)).map(Postgresql.QUOTING::name).collect(Collectors.joining("."));
    }

    private static String value(String value) {
        return value.matches("[A-Za-z0-9_.+-]+") ? value : Postgresql.QUOTING.literal(value);
    }
}
