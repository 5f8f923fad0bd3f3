package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.TokenStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options of sequences, of their own and of identity columns; those that say what is so anyway fall out (manual, CREATE SEQUENCE). */
final class PostgresqlSequences {
    private static final Map<String, BigInteger[]> RANGES = Map.of(
            "SMALLINT", range(16), "INTEGER", range(32), "BIGINT", range(64));

    private PostgresqlSequences() {}

    private static BigInteger[] range(int bits) {
        BigInteger end = BigInteger.ONE.shiftLeft(bits - 1);
        return new BigInteger[] {end.negate(), end.subtract(BigInteger.ONE)};
    }

    /** Takes one option if one is next; {@code OWNED BY} and the sequence's name are the caller's. */
    static Optional<Options> option(TokenStream in, Options options) {
        if (in.accept("AS")) {
            return Optional.of(options.with("as", PostgresqlTypes.parse(in).text()));
        }
        if (in.accept("START")) {
            in.accept("WITH");
            return Optional.of(options.with("start", number(in)));
        }
        if (in.accept("RESTART")) {
            if (in.accept("WITH") || in.peek().type() == dev.dbwarden.engine.sql.Token.Type.NUMBER) {
                number(in);
            }
            return Optional.of(options);
        }
        if (in.accept("INCREMENT")) {
            in.accept("BY");
            return Optional.of(options.with("increment", number(in)));
        }
        if (in.accept("NO", "MINVALUE")) {
            return Optional.of(options.without("min"));
        }
        if (in.accept("NO", "MAXVALUE")) {
            return Optional.of(options.without("max"));
        }
        if (in.accept("MINVALUE")) {
            return Optional.of(options.with("min", number(in)));
        }
        if (in.accept("MAXVALUE")) {
            return Optional.of(options.with("max", number(in)));
        }
        if (in.accept("CACHE")) {
            return Optional.of(options.with("cache", number(in)));
        }
        if (in.accept("NO", "CYCLE")) {
            return Optional.of(options.without("cycle"));
        }
        if (in.accept("CYCLE")) {
            return Optional.of(options.with("cycle", "true"));
        }
        if (in.accept("LOGGED")) {
            return Optional.of(options.without("unlogged"));
        }
        if (in.accept("UNLOGGED")) {
            return Optional.of(options.with("unlogged", "true"));
        }
        return Optional.empty();
    }

    private static String number(TokenStream in) {
        boolean negative = in.accept("-");
        in.accept("+");
        String digits = in.next().text();
        try {
            return (negative ? "-" : "") + new BigInteger(digits);
        } catch (NumberFormatException notANumber) {
            throw in.unexpected("a whole number");
        }
    }

    /** Without what a sequence of that type has anyway. */
    static Options normal(Options options, String defaultType) {
        if (options.isEmpty()) {
            return options;
        }
        Options normal = options;
        String type = options.find("as").orElse(defaultType).toUpperCase(Locale.ROOT);
        BigInteger[] range = RANGES.getOrDefault(type, RANGES.get("BIGINT"));
        normal = type.equals(defaultType) ? normal.without("as") : normal;
        boolean down = options.find("increment").filter(value -> value.startsWith("-")).isPresent();
        String min = down ? range[0].toString() : "1";
        String max = down ? "-1" : range[1].toString();
        String start = down ? options.find("max").orElse(max) : options.find("min").orElse(min);
        normal = without(normal, "increment", "1");
        normal = without(normal, "cache", "1");
        normal = without(normal, "min", min);
        normal = without(normal, "max", max);
        return without(normal, "start", start);
    }

    private static Options without(Options options, String name, String usual) {
        return options.find(name).filter(usual::equals).isPresent() ? options.without(name) : options;
    }

    /** Options as SQL. */
    static String sql(Options options) {
        var sql = new StringBuilder();
        options.find("as").ifPresent(value -> sql.append(" AS ").append(value));
        options.find("start").ifPresent(value -> sql.append(" START WITH ").append(value));
        options.find("increment").ifPresent(value -> sql.append(" INCREMENT BY ").append(value));
        options.find("min").ifPresent(value -> sql.append(" MINVALUE ").append(value));
        options.find("max").ifPresent(value -> sql.append(" MAXVALUE ").append(value));
        options.find("cache").ifPresent(value -> sql.append(" CACHE ").append(value));
        options.find("cycle").ifPresent(_ -> sql.append(" CYCLE"));
        return sql.toString().strip();
    }

    /** What brings a sequence's value inside new bounds, which the server refuses otherwise; a value that fits goes on. */
    static List<String> moves(String sequence, Options before, Options after, String defaultType) {
        BigInteger least = bound(after, "min", defaultType);
        BigInteger most = bound(after, "max", defaultType);
        String setval = "SELECT setval(" + Postgresql.QUOTING.literal(sequence) + ", ";
        var moves = new ArrayList<String>();
        if (least.compareTo(bound(before, "min", defaultType)) > 0) {
            moves.add(setval + least + ", false) FROM " + sequence + " WHERE last_value < " + least);
        }
        if (most.compareTo(bound(before, "max", defaultType)) < 0) {
            moves.add(setval + most + ") FROM " + sequence + " WHERE last_value > " + most);
        }
        return moves;
    }

    private static BigInteger bound(Options options, String which, String defaultType) {
        boolean down = options.find("increment").filter(value -> value.startsWith("-")).isPresent();
        BigInteger[] range = RANGES.getOrDefault(options.find("as").orElse(defaultType).toUpperCase(Locale.ROOT), RANGES.get("BIGINT"));
        BigInteger usual = which.equals("min") ? (down ? range[0] : BigInteger.ONE) : (down ? BigInteger.ONE.negate() : range[1]);
        return options.find(which).map(BigInteger::new).orElse(usual);
    }

    /** All options as ALTER SEQUENCE has to say them, so that what was set before goes back. */
    static String reset(Options options, String defaultType) {
        String type = options.find("as").orElse(defaultType);
        boolean down = options.find("increment").filter(value -> value.startsWith("-")).isPresent();
        BigInteger[] range = RANGES.getOrDefault(type.toUpperCase(Locale.ROOT), RANGES.get("BIGINT"));
        String start = options.find("start").orElse(down ? options.find("max").orElse("-1") : options.find("min").orElse("1"));
        return "AS " + type + " START WITH " + start + " INCREMENT BY " + options.find("increment").orElse("1")
                + options.find("min").map(value -> " MINVALUE " + value).orElse(" NO MINVALUE")
                + options.find("max").map(value -> " MAXVALUE " + value).orElse(" NO MAXVALUE")
                + " CACHE " + options.find("cache").orElse("1") + (options.has("cycle") ? " CYCLE" : " NO CYCLE");
    }

}
