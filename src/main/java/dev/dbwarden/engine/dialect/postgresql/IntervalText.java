package dev.dbwarden.engine.dialect.postgresql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an interval as PostgreSQL prints it ({@code intervalstyle = postgres}; datetime.c, EncodeInterval): {@code 90 minutes} is {@code 01:30:00}. */
final class IntervalText {
    private static final Pattern PART = Pattern.compile("\\s*([+-]?\\d{1,9}(?:\\.\\d{1,6})?)\\s*([a-zA-Z]+)");
    private static final Pattern TIME = Pattern.compile("\\s*([+-]?)(\\d{1,8}):(\\d\\d?)(?::(\\d\\d?(?:\\.\\d{1,6})?))?");
    private static final Pattern YEARS_AND_MONTHS = Pattern.compile("\\s*([+-]?)(\\d{1,6})-(\\d\\d?)(?![\\d-])");
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d{1,9}(?:\\.\\d{1,6})?)(\\s+[+-]?\\d{1,8}:.*|\\s*)");
    /** ISO 8601 with designators; where T stood, hours follow. */
    private static final Pattern STANDARD = Pattern.compile("P(?=[\\dT+-])((?:[+-]?\\d+[YMWD])*)(?:T((?:[+-]?\\d+(?:\\.\\d+)?[HMS])+))?");
    private static final BigDecimal MICROSECONDS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(30);
    /** Units in months, days or microseconds: what an interval is made of. */
    private static final Map<String, long[]> UNITS = Map.ofEntries(unit("century", 1200, 0, 0), unit("decade", 120, 0, 0), unit("year", 12, 0, 0), unit("yr", 12, 0, 0), unit("y", 12, 0, 0),
            unit("month", 1, 0, 0), unit("mon", 1, 0, 0), unit("week", 0, 7, 0), unit("w", 0, 7, 0), unit("day", 0, 1, 0), unit("d", 0, 1, 0),
            unit("hour", 0, 0, 3_600_000_000L), unit("hr", 0, 0, 3_600_000_000L), unit("h", 0, 0, 3_600_000_000L), unit("minute", 0, 0, 60_000_000), unit("min", 0, 0, 60_000_000),
            unit("m", 0, 0, 60_000_000), unit("second", 0, 0, 1_000_000), unit("sec", 0, 0, 1_000_000), unit("s", 0, 0, 1_000_000), unit("millisecond", 0, 0, 1000), unit("ms", 0, 0, 1000),
            unit("microsecond", 0, 0, 1), unit("us", 0, 0, 1));

    /** Longer than anybody writes one. */
    private static final int LONGEST = 200;

    private long months;
    private long days;
    private long microseconds;

    private IntervalText() {}

    private static Map.Entry<String, long[]> unit(String name, long months, long days, long microseconds) {
        return Map.entry(name, new long[] {months, days, microseconds});
    }

    /**
     * The canonical text; the very same where it is not made of plain parts. A number without a unit counts the last field that the type has.
     *
     * @param precision how many digits of a second the type keeps; empty where it keeps all
     */
    static String canonical(String content, String lastField, String precision) {
        var interval = new IntervalText();
        try {
            return content.length() <= LONGEST && interval.read(content.strip(), lastField) && interval.isWithin(lastField) ? interval.rounded(precision).text() : content;
        } catch (ArithmeticException tooBig) {
            return content;
        }
    }

    private boolean read(String text, String lastField) {
        Matcher standard = STANDARD.matcher(text);
        if (standard.matches()) {
            String date = standard.group(1).replace("M", "mon ");
            return read(date + " " + (standard.group(2) == null ? "" : standard.group(2)), 0, lastField);
        }
        boolean ago = text.length() > 4 && text.toLowerCase(Locale.ROOT).endsWith(" ago");
        boolean read = !text.isEmpty() && read(ago ? text.substring(0, text.length() - 4).strip() : text, 0, lastField);
        int sign = ago ? -1 : 1;
        months *= sign;
        days *= sign;
        microseconds *= sign;
        return read;
    }

    private boolean read(String text, int from, String lastField) {
        int at = from;
        while (at < text.length() && !text.substring(at).isBlank()) {
            Matcher part = PART.matcher(text).region(at, text.length());
            Matcher time = TIME.matcher(text).region(at, text.length());
            Matcher years = YEARS_AND_MONTHS.matcher(text).region(at, text.length());
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (time.lookingAt()) {
                BigDecimal seconds = new BigDecimal(time.group(4) == null ? "0" : time.group(4)).add(BigDecimal.valueOf(Long.parseLong(time.group(2)) * 3600 + Long.parseLong(time.group(3)) * 60));
                add(seconds.multiply(BigDecimal.valueOf(sign(time.group(1)))), UNITS.get("second"));
                at = time.end();
            } else if (years.lookingAt()) {
                months += sign(years.group(1)) * (Long.parseLong(years.group(2)) * 12 + Long.parseLong(years.group(3)));
                at = years.end();
            } else if (part.lookingAt() && add(new BigDecimal(part.group(1)), unit(part.group(2)))) {
                at = part.end();
            } else if (number.matches() && add(new BigDecimal(number.group(1)), UNITS.get(number.group(2).isBlank() ? lastField : "day"))) {
                at = number.end(1);
            } else {
                return false;
            }
        }
        return true;
    }

    private static int sign(String sign) {
        return sign.equals("-") ? -1 : 1;
    }

    private static long[] unit(String written) {
        String unit = written.toLowerCase(Locale.ROOT);
        String singular = unit.equals("centuries") ? "century" : unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return UNITS.getOrDefault(unit, UNITS.getOrDefault(singular, new long[3]));
    }

    /** Adds so many of a unit; a part of a month is one of thirty days, that of a longer unit has to be whole months (datetime.c, DecodeInterval). */
    private boolean add(BigDecimal count, long[] size) {
        BigDecimal inMonths = count.multiply(BigDecimal.valueOf(size[0]));
        BigDecimal part = inMonths.remainder(BigDecimal.ONE);
        if (size[0] + size[1] + size[2] == 0 || part.signum() != 0 && size[0] > 1) {
            return false;
        }
        months += inMonths.longValue();
        BigDecimal inDays = count.multiply(BigDecimal.valueOf(size[1])).add(part.multiply(DAYS_OF_MONTH));
        days += inDays.longValue();
        BigDecimal rest = inDays.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(86_400)).multiply(MICROSECONDS);
        microseconds = Math.addExact(microseconds, count.multiply(BigDecimal.valueOf(size[2])).add(rest).longValueExact());
        return true;
    }

    /** Whether nothing of it is smaller than the type's last field, which the server would cut off. */
    private boolean isWithin(String lastField) {
        return switch (lastField) {
            case "year" -> months % 12 == 0 && days == 0 && microseconds == 0;
            case "month" -> days == 0 && microseconds == 0;
            case "day" -> microseconds == 0;
            case "hour" -> microseconds % 3_600_000_000L == 0;
            case "minute" -> microseconds % 60_000_000 == 0;
            default -> true;
        };
    }

    /** Halves are rounded away from zero (timestamp.c, AdjustIntervalForTypmod). */
    private IntervalText rounded(String precision) {
        if (precision.matches("[0-6]")) {
            microseconds = BigDecimal.valueOf(microseconds, 6).setScale(Integer.parseInt(precision), RoundingMode.HALF_UP).multiply(MICROSECONDS).longValueExact();
        }
        return this;
    }

    private String text() {
        var parts = new StringJoiner(" ");
        boolean negative = count(parts, months / 12, "year", false);
        negative = count(parts, months % 12, "mon", negative);
        negative = count(parts, days, "day", negative);
        if (microseconds != 0 || parts.length() == 0) {
            long size = Math.abs(microseconds);
            String fraction = size % 1_000_000 == 0 ? "" : ("." + "%06d".formatted(size % 1_000_000)).replaceFirst("0+$", "");
            parts.add((microseconds < 0 ? "-" : negative ? "+" : "") + "%02d:%02d:%02d".formatted(size / 3_600_000_000L, size / 60_000_000 % 60, size / 1_000_000 % 60) + fraction);
        }
        return parts.toString();
    }

    /** Whether the last part was less than nothing, so that the next one has a sign in any case. */
    private static boolean count(StringJoiner parts, long count, String unit, boolean negative) {
        if (count == 0) {
            return negative;
        }
        parts.add((negative && count > 0 ? "+" : "") + count + " " + unit + (count == 1 ? "" : "s"));
        return count < 0;
    }
}
