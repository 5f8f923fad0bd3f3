package dev.dbwarden.engine.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a {@code tsvector} as PostgreSQL prints it (tsvector.c, tsvectorout): each word once, in quotes and in order, with its places. */
final class LexemesText {
    private static final Pattern LEXEME = Pattern.compile("\\s*(?:'([^'\\\\]+)'|([^\\s'\\\\:]+))(?::(\\d{1,5}[A-Da-d]?(?:,\\d{1,5}[A-Da-d]?)*))?(?=\\s|$)");
    private static final Comparator<String> ORDER = (one, other) -> Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    /** Longer than anybody writes one. */
    private static final int LONGEST = 2000;

    private LexemesText() {}

    /** The canonical text; the very same where it is not made of plain words. */
    static String canonical(String content) {
        String text = content.stripTrailing();
        var lexemes = new TreeMap<String, TreeMap<Integer, String>>(ORDER);
        Matcher lexeme = LEXEME.matcher(text);
        int end = 0;
        while (text.length() <= LONGEST && end < text.length() && lexeme.region(end, text.length()).lookingAt()) {
            Map<Integer, String> places = lexemes.computeIfAbsent(lexeme.group(1) == null ? lexeme.group(2) : lexeme.group(1), _ -> new TreeMap<>());
            for (String place : lexeme.group(3) == null ? new String[0] : lexeme.group(3).split(",")) {
                int number = Integer.parseInt(place.replaceAll("\\D", ""));
                String weight = place.replaceAll("\\d", "").toUpperCase(Locale.ROOT).replace("D", "");
                if (number == 0 || places.containsKey(number)) {
                    return content;
                }
                places.put(number, weight);
            }
            end = lexeme.end();
        }
        return end < text.length() ? content : lexemes.entrySet().stream().map(each -> "'" + each.getKey() + "'" + (each.getValue().isEmpty() ? "" : ":"
                + each.getValue().entrySet().stream().map(place -> place.getKey() + place.getValue()).collect(Collectors.joining(",")))).collect(Collectors.joining(" "));
    }
}
