package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents of literals as PostgreSQL writes them back: JSON and arrays without white space, moments in UTC, names folded. */
final class Contents {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:(\\d\\d)(\\d\\d)|-(\\d{1,2})-(\\d{1,2}))(|[ T].*)");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "((?i)jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + " (\\d{1,2}),? (\\d{4})(| \\d{1,2}:\\d\\d.*)");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[ -]" + MONTH + "[ -](\\d{4})(| \\d{1,2}:\\d\\d.*)");
    private static final Pattern DAYTIME = Pattern.compile("([ T]?)(\\d{1,2})(:\\d\\d.*)");
    private static final Pattern MINUTES = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d");
    private static final Pattern ZONE = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?) ?(Z|z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern PRECISE = Pattern.compile("\\d{4,}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?");
    private static final Pattern MIDNIGHT = Pattern.compile("^(\\d{4,}-\\d\\d-\\d\\d) 00:00:00(?:\\.0+)?(?:\\+00(?::00)?)?$");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");
    private static final Pattern QUOTED_ELEMENT = Pattern.compile("\"(?!(?i:null)\")(\\w(?:[\\w .@/+-]*\\w)?)\"");
    private static final Pattern SIMPLE_KEY = Pattern.compile("\\.\"([A-Za-z_]\\w*)\"");
    private static final Pattern QUOTED_WORD = Pattern.compile("'(\\w+)'");
    private static final DateTimeFormatter PRINTED = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true).toFormatter(Locale.ROOT);

    /** Longer than anybody writes a search or a path. */
    private static final int LONGEST = 2000;

    private Contents() {}

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

    /** A date or a point in time with all its digits; the very same where it is spelled otherwise. */
    static String padded(String content) {
        String text = numbered(content.strip());
        Matcher date = DATE.matcher(text);
        return !date.matches() ? daytime(text) : date.group(1) + "-" + (date.group(2) == null ? two(date.group(4)) + "-" + two(date.group(5)) : date.group(2) + "-" + date.group(3)) + daytime(date.group(6));
    }

    /** A date with its month's number in place of its name, which says what the others are: {@code Jan 5, 2020} and {@code 5 January 2020}. */
    private static String numbered(String text) {
        Matcher first = MONTH_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(3) + "-" + month(first.group(1)) + "-" + two(first.group(2)) + first.group(4);
        }
        Matcher second = DAY_FIRST.matcher(text);
        return second.matches() ? second.group(3) + "-" + month(second.group(2)) + "-" + two(second.group(1)) + second.group(4) : text;
    }

    private static String month(String name) {
        return two(String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1));
    }

    private static String daytime(String text) {
        Matcher time = DAYTIME.matcher(text);
        return time.matches() ? time.group(1) + two(time.group(2)) + time.group(3) : text;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** A point in time as it is printed: without a time of day that is midnight, with its seconds otherwise. */
    static String time(String content) {
        String text = padded(content).replaceFirst("^(\\d{4,}-\\d\\d-\\d\\d)T", "$1 ");
        Matcher minutes = MINUTES.matcher(text);
        return MIDNIGHT.matcher(minutes.matches() ? text + ":00" : text).replaceFirst("$1");
    }

    /** A point of time as the server prints it: without a zone where the type has none, as what is written there is ignored (manual, 8.5.1.3). */
    static String timestamp(String content, boolean zoned) {
        String text = content.strip().equalsIgnoreCase("epoch") ? "1970-01-01 00:00:00+00" : padded(content);
        Matcher zone = ZONE.matcher(text);
        if (!zone.matches()) {
            String moment = time(text);
            return zoned && PRECISE.matcher(moment).matches() ? moment + "+00" : moment;
        }
        if (zoned && zone.group(1).charAt(4) == '-' && !zone.group(2).matches("(?i)Z|[+-]00(:?00)?")) {
            return time(inUtc(zone.group(1), zone.group(2)) + "+00");
        }
        String utc = zone.group(2).matches("(?i)Z|[+-]00(:?00)?") ? "+00" : zone.group(2);
        String whole = zone.group(1).matches(".*[ T]\\d\\d:\\d\\d") ? zone.group(1) + ":00" : zone.group(1);
        return time(zoned ? whole + utc : whole);
    }

    private static String inUtc(String local, String offset) {
        try {
            return LocalDateTime.parse(local.replace(' ', 'T')).minusSeconds(ZoneOffset.of(offset).getTotalSeconds()).format(PRINTED);
        } catch (DateTimeException noTime) {
            return local + offset;
        }
    }

    /** An amount without its sign of the dollar, which the server prints where its locale says nothing else. */
    static String money(String content) {
        String amount = content.strip().replaceFirst("^(-?)\\$", "$1").replaceAll(",(?=\\d{3}(\\D|$))", "");
        return AMOUNT.matcher(amount).matches() ? new BigDecimal(amount).setScale(2).toPlainString() : content;
    }

    /** A query of text search without the quotes around plain words and without white space. */
    static String lexemes(String content) {
        if (content.length() > LONGEST) {
            return content;
        }
        String bare = QUOTED_WORD.matcher(content).replaceAll("$1");
        return bare.indexOf('\'') < 0 && bare.indexOf('\\') < 0 ? bare.replaceAll("\\s*([&|!()<>:*-]+)\\s*", "$1").strip() : content;
    }

    /** Bytes in hexadecimal digits; what has escapes stays as it is. */
    static String bytes(String content) {
        if (content.startsWith("\\x")) {
            return content.toLowerCase(Locale.ROOT);
        }
        return content.indexOf('\\') >= 0 ? content : "\\x" + HexFormat.of().formatHex(content.getBytes(StandardCharsets.UTF_8));
    }

    /** An array without white space around its elements, nor quotes around those that need none. */
    static String elements(String content) {
        String bare = QUOTED_ELEMENT.matcher(content).replaceAll("$1");
        return bare.indexOf('"') >= 0 || bare.indexOf('\\') >= 0 ? content : squeezed(bare).replaceAll("(?i)(?<=[{,])null(?=[,}])", "NULL");
    }

    /** A path without white space between its signs, nor brackets around the whole of it; keys without quotes that need none. */
    static String path(String content) {
        if (content.length() > LONGEST) {
            return content;
        }
        String bare = SIMPLE_KEY.matcher(content.strip().replaceFirst("^lax\\s+", "")).replaceAll(".$1");
        if (bare.indexOf('"') < 0) {
            bare = bare.replaceAll("\\s*([?()\\[\\]=<>!&|,*+/-]+)\\s*", "$1");
        } else {
            bare = bare.replaceAll("\\s*\\?\\s*\\(", "?(");
        }
        boolean enclosed = bare.startsWith("(") && bare.endsWith(")") && bare.indexOf('(', 1) < 0;
        return enclosed ? bare.substring(1, bare.length() - 1) : bare;
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
