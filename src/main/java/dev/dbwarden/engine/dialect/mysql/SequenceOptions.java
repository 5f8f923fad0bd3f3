package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Options;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of MariaDB's sequences: {@code as}, {@code start}, {@code increment}, {@code min}, {@code max}, {@code cache}, {@code cycle} and {@code engine};
 * those that say what is so anyway fall out (knowledge base, CREATE SEQUENCE; tried on 10.11).
 */
final class SequenceOptions {
    static final String AS = "as";
    private static final String USUAL_TYPE = "BIGINT";
    private static final String USUAL_CACHE = "1000";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}");
    private static final Map<String, Integer> BITS = Map.of("TINYINT", 8, "SMALLINT", 16, "MEDIUMINT", 24, "INT", 32, "BIGINT", 64);
    private static final Set<String> NUMBERS = Set.of("start", "increment", "min", "max", "cache");
    private static final Set<String> OTHERS = Set.of(AS, "cycle", TableAttributes.ENGINE);

    private SequenceOptions() {}

    /** Every option that counts, also those that say what is so anyway. */
    static Options whole(Options options) {
        boolean down = countsDown(options);
        String type = options.find(AS).orElse(USUAL_TYPE).toUpperCase(Locale.ROOT);
        Options whole = with(with(options, "increment", "1"), "cache", USUAL_CACHE);
        whole = with(with(whole, "min", down ? least(type).toString() : "1"), "max", down ? "-1" : most(type).toString());
        return with(whole, "start", whole.find(down ? "max" : "min").orElseThrow());
    }

    /** Those that differ from {@code CREATE SEQUENCE name}; fails where a server would. */
    static Options normal(Options options) {
        options.values().forEach(SequenceOptions::check);
        Options normal = options.without(TableAttributes.ENGINE);
        String engine = options.find(TableAttributes.ENGINE).map(TableAttributes::engine).orElse("");
        normal = engine.isEmpty() ? normal : normal.with(TableAttributes.ENGINE, engine);
        normal = options.has(AS) ? normal.with(AS, type(options.find(AS).orElseThrow())) : normal;
        Options whole = whole(normal);
        BigInteger min = number(whole, "min");
        BigInteger max = number(whole, "max");
        BigInteger start = number(whole, "start");
        String type = whole.find(AS).orElse(USUAL_TYPE);
        if (min.compareTo(max) >= 0 || start.compareTo(min) < 0 || start.compareTo(max) > 0 || min.compareTo(least(type)) < 0 || max.compareTo(most(type)) > 0) {
            throw new IllegalArgumentException("it starts at " + start + " and counts from " + min + " to " + max + ", which no server makes (error 4085); it has to start between the two, and they from "
                    + least(type) + " to " + most(type));
        }
        Options bare = without(without(normal, "increment", "1"), "cache", USUAL_CACHE);
        Options usual = whole(bare.without("min").without("max"));
        Options open = without(without(bare, "min", usual.find("min").orElseThrow()), "max", usual.find("max").orElseThrow());
        Options started = without(open, "start", whole(open.without("start")).find("start").orElseThrow());
        return started.find(AS).filter(USUAL_TYPE::equals).isPresent() ? started.without(AS) : started;
    }

    static boolean countsDown(Options options) {
        return options.find("increment").filter(value -> value.startsWith("-")).isPresent();
    }

    static BigInteger number(Options options, String name) {
        return new BigInteger(options.find(name).orElseThrow());
    }

    private static void check(String name, String value) {
        if (NUMBERS.contains(name) ? !NUMBER.matcher(value).matches() : !OTHERS.contains(name)) {
            throw new IllegalArgumentException("its " + name + " cannot be " + value);
        }
    }

    private static String type(String written) {
        String type = written.toUpperCase(Locale.ROOT).replaceFirst("^INTEGER\\b", "INT").replaceFirst(" SIGNED$", "");
        if (!BITS.containsKey(type.replaceFirst(" UNSIGNED$", ""))) {
            throw new IllegalArgumentException("it cannot be of the type " + written + "; it takes whole numbers");
        }
        return type;
    }

    /** The ends of a type stand for themselves in no sequence. */
    private static BigInteger least(String type) {
        return type.endsWith(" UNSIGNED") ? BigInteger.ONE : BigInteger.ONE.shiftLeft(bits(type) - 1).negate().add(BigInteger.ONE);
    }

    private static BigInteger most(String type) {
        return BigInteger.ONE.shiftLeft(type.endsWith(" UNSIGNED") ? bits(type) : bits(type) - 1).subtract(BigInteger.TWO);
    }

    private static int bits(String type) {
        return BITS.getOrDefault(type.replaceFirst(" UNSIGNED$", ""), 64);
    }

    private static Options with(Options options, String name, String usual) {
        return options.has(name) ? options : options.with(name, usual);
    }

    private static Options without(Options options, String name, String usual) {
        return options.find(name).filter(usual::equals).isPresent() ? options.without(name) : options;
    }
}
