package dev.dbwarden.engine.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Character sets and collations: a collation names its character set, a character set has a default collation. */
final class Collations {
    /** {@code SHOW CHARACTER SET}; that of {@code utf8mb4} differs between the servers. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("armscii8", "armscii8_general_ci"), Map.entry("ascii", "ascii_general_ci"), Map.entry("big5", "big5_chinese_ci"), Map.entry("binary", "binary"),
            Map.entry("cp1250", "cp1250_general_ci"), Map.entry("cp1251", "cp1251_general_ci"), Map.entry("cp1256", "cp1256_general_ci"),
            Map.entry("cp1257", "cp1257_general_ci"), Map.entry("cp850", "cp850_general_ci"), Map.entry("cp852", "cp852_general_ci"),
            Map.entry("cp866", "cp866_general_ci"), Map.entry("cp932", "cp932_japanese_ci"), Map.entry("dec8", "dec8_swedish_ci"),
            Map.entry("eucjpms", "eucjpms_japanese_ci"), Map.entry("euckr", "euckr_korean_ci"), Map.entry("gb18030", "gb18030_chinese_ci"),
            Map.entry("gb2312", "gb2312_chinese_ci"), Map.entry("gbk", "gbk_chinese_ci"), Map.entry("geostd8", "geostd8_general_ci"),
            Map.entry("greek", "greek_general_ci"), Map.entry("hebrew", "hebrew_general_ci"), Map.entry("hp8", "hp8_english_ci"),
            Map.entry("keybcs2", "keybcs2_general_ci"), Map.entry("koi8r", "koi8r_general_ci"), Map.entry("koi8u", "koi8u_general_ci"),
            Map.entry("latin1", "latin1_swedish_ci"), Map.entry("latin2", "latin2_general_ci"), Map.entry("latin5", "latin5_turkish_ci"),
            Map.entry("latin7", "latin7_general_ci"), Map.entry("macce", "macce_general_ci"), Map.entry("macroman", "macroman_general_ci"),
            Map.entry("sjis", "sjis_japanese_ci"), Map.entry("swe7", "swe7_swedish_ci"), Map.entry("tis620", "tis620_thai_ci"), Map.entry("ucs2", "ucs2_general_ci"),
            Map.entry("ujis", "ujis_japanese_ci"), Map.entry("utf16", "utf16_general_ci"), Map.entry("utf16le", "utf16le_general_ci"),
            Map.entry("utf32", "utf32_general_ci"), Map.entry("utf8mb3", "utf8mb3_general_ci"));
    /** How collations begin that are those of several character sets, which have to be said beside them (MariaDB 10.10). */
    private static final String OF_SEVERAL = "uca1400_";
    /** {@code SHOW CHARACTER SET}: by character set, its {@code Maxlen} where it is not 1. */
    private static final Map<String, Integer> WIDE = Map.ofEntries(Map.entry("utf8mb4", 4), Map.entry("utf16", 4), Map.entry("utf16le", 4), Map.entry("utf32", 4), Map.entry("gb18030", 4),
            Map.entry("utf8mb3", 3), Map.entry("ujis", 3), Map.entry("eucjpms", 3), Map.entry("ucs2", 2), Map.entry("big5", 2), Map.entry("cp932", 2), Map.entry("euckr", 2),
            Map.entry("gb2312", 2), Map.entry("gbk", 2), Map.entry("sjis", 2));

    private Collations() {}

    /** The name that the servers have now: {@code utf8} is {@code utf8mb3} (MySQL manual, 12.9.2). */
    static String charset(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") ? "utf8mb3" : lower;
    }

    /**
     * The collation's whole name.
     *
     * @param charset what a name without a character set is about: {@code uca1400_ai_ci} is one of several (MariaDB 10.10)
     */
    static String collation(String name, String charset) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("utf8_")) {
            return "utf8mb3" + lower.substring(4);
        }
        return isWhole(lower) || charset.isEmpty() ? lower : charset + "_" + lower;
    }

    private static boolean isWhole(String collation) {
        String charset = charsetOf(collation);
        return charset.equals("utf8mb4") || DEFAULTS.containsKey(charset);
    }

    /** The character set that a collation is for; empty for no collation. */
    static String charsetOf(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** The default of a character set, where a server has not been told otherwise. */
    static String defaultOf(String charset, Variant variant) {
        return charset.equals("utf8mb4") ? variant.utf8mb4Collation() : DEFAULTS.getOrDefault(charset, charset + "_general_ci");
    }

    static boolean isKnown(String charset) {
        return charset.equals("utf8mb4") || DEFAULTS.containsKey(charset);
    }

    /** Whether it stands for the collation that a character set has by itself, which servers are free to choose: it has the character set's name. */
    static boolean isDefault(String collation) {
        return isKnown(collation);
    }

    /** What is said by character set, collation or both; fails where there is no such thing. */
    static Optional<String> of(Optional<String> charset, Optional<String> collation, String inherited) {
        Optional<String> set = charset.map(Collations::charset);
        set.ifPresent(name -> require(isKnown(name), name, "character set"));
        if (collation.isPresent()) {
            String whole = collation(collation.get(), set.orElse(charsetOf(inherited)));
            require(isWhole(whole) || whole.startsWith(OF_SEVERAL), whole, "collation");
            return Optional.of(whole);
        }
        return set;
    }

    private static void require(boolean known, String name, String what) {
        if (!known) {
            throw new IllegalArgumentException("there is no " + what + " '" + name + "'");
        }
    }

    /** How it is said. */
    static String clause(String collation) {
        return "CHARACTER SET " + charsetOf(collation) + (isDefault(collation) ? "" : " COLLATE " + collation);
    }

    /** The most bytes that a character takes; four where the character set is not said. */
    static int widest(String charset) {
        return charset.isEmpty() ? 4 : WIDE.getOrDefault(charset, 1);
    }
}
