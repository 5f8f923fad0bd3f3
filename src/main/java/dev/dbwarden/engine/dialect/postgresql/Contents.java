package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents of literals as PostgreSQL writes them back: JSON and arrays without white space, intervals in parts, names folded. */
final class Contents {
    private static final Pattern PART = Pattern.compile("\\s*([+-]?\\d{1,9})\\s*([a-zA-Z]+)");
    private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,8}):(\\d\\d)(?::(\\d\\d))?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d");
    private static final Pattern ZONE = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?) ?(Z|z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern MIDNIGHT = Pattern.compile("^(\\d{4,}-\\d\\d-\\d\\d) 00:00:00(?:\\.0+)?(?:\\+00(?::00)?)?$");
    /** Units in months, days or seconds: what an interval is made of. */
    private static final Map<String, long[]> UNITS = Map.ofEntries(unit("year", 12, 0, 0), unit("yr", 12, 0, 0), unit("y", 12, 0, 0),
            unit("month", 1, 0, 0), unit("mon", 1, 0, 0), unit("week", 0, 7, 0), unit("w", 0, 7, 0), unit("day", 0, 1, 0), unit("d", 0, 1, 0),
            unit("hour", 0, 0, 3600), unit("hr", 0, 0, 3600), unit("h", 0, 0, 3600), unit("minute", 0, 0, 60), unit("min", 0, 0, 60), unit("m", 0, 0, 60),
            unit("second", 0, 0, 1), unit("sec", 0, 0, 1), unit("s", 0, 0, 1));

    private Contents() {}

    private static Map.Entry<String, long[]> unit(String name, long months, long days, long seconds) {
        return Map.entry(name, new long[] {months, days, seconds});
    }

    /** JSON or an array without white space around its punctuation. */
    static String squeezed(String content) {
        var squeezed = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (quoted && c == '\\' && i + 1 < content.length()) {
                squeezed.append(c);
                c = content.charAt(++i);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                int end = i + 1;
                while (end < content.length() && Character.isWhitespace(content.charAt(end))) {
                    end++;
                }
                boolean needless = isEdge(content, i - 1) || isEdge(content, end);
                squeezed.append(needless ? "" : content.substring(i, end));
                i = end - 1;
                continue;
            }
            squeezed.append(c);
        }
        return squeezed.toString();
    }

    /** Whether there is punctuation at an offset, or nothing. */
    private static boolean isEdge(String content, int at) {
        return at < 0 || at >= content.length() || ",:{}[]".indexOf(content.charAt(at)) >= 0;
    }

    /** {@code 90 minutes} is {@code 01:30:00}; what is not made of plain parts stays as it is. */
    static String interval(String content) {
        long months = 0;
        long days = 0;
        long seconds = 0;
        int at = 0;
        String text = content.strip();
        while (at < text.length()) {
            Matcher part = PART.matcher(text).region(at, text.length());
            Matcher time = TIME.matcher(text).region(at, text.length());
            if (part.lookingAt()) {
                String unit = part.group(2).toLowerCase(Locale.ROOT);
                long[] size = UNITS.getOrDefault(unit, UNITS.get(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit));
                if (size == null) {
                    return content;
                }
                long count = Long.parseLong(part.group(1));
                months += count * size[0];
                days += count * size[1];
                seconds += count * size[2];
                at = part.end();
            } else if (time.lookingAt()) {
                seconds += Long.parseLong(time.group(1)) * 3600 + Long.parseLong(time.group(2)) * 60 + (time.group(3) == null ? 0 : Long.parseLong(time.group(3)));
                at = time.end();
            } else {
                return content;
            }
        }
        return text.isEmpty() || months < 0 || days < 0 || seconds < 0 ? content : parts(months, days, seconds);
    }

    private static String parts(long months, long days, long seconds) {
        var parts = new StringJoiner(" ");
        count(parts, months / 12, "year");
        count(parts, months % 12, "mon");
        count(parts, days, "day");
        if (seconds > 0 || parts.length() == 0) {
            parts.add("%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
        }
        return parts.toString();
    }

    private static void count(StringJoiner parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count > 1 ? "s" : ""));
        }
    }

    /** A point in time as it is printed: without a time of day that is midnight, with its seconds otherwise. */
    static String time(String content) {
        String text = content.strip().replaceFirst("^(\\d{4,}-\\d\\d-\\d\\d)T", "$1 ");
        Matcher minutes = MINUTES.matcher(text);
        return MIDNIGHT.matcher(minutes.matches() ? text + ":00" : text).replaceFirst("$1");
    }

    /** A point of time as the server prints it: without a zone where the type has none, as what is written there is ignored (manual, 8.5.1.3). */
    static String timestamp(String content, boolean zoned) {
        String text = content.strip().equalsIgnoreCase("epoch") ? "1970-01-01 00:00:00+00" : content.strip();
        Matcher zone = ZONE.matcher(text);
        if (!zone.matches()) {
            return time(text);
        }
        String utc = zone.group(2).matches("(?i)Z|[+-]00(:?00)?") ? "+00" : zone.group(2);
        String whole = zone.group(1).matches(".*[ T]\\d\\d:\\d\\d") ? zone.group(1) + ":00" : zone.group(1);
        return time(zoned ? whole + utc : whole);
    }

    /** A name in a literal, as the server reads it: folded where it is not quoted, without {@code public}. */
    static String name(String content) {
        try {
            var name = new StringBuilder();
            for (Token token : Lexer.tokens(content, Postgresql.LEXICON)) {
                if (!token.isName() && !token.is(".")) {
                    return content;
                }
                String part = token.type() == Token.Type.NAME ? Identifiers.canonical(token.value()) : token.text().toLowerCase(Locale.ROOT);
                name.append(part);
            }
            return name.toString().replaceFirst("^(public|pg_catalog)\\.", "");
        } catch (SqlException open) {
            return content;
        }
    }
}
