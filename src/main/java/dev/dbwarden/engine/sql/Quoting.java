package dev.dbwarden.engine.sql;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a dialect writes names and literals.
 *
 * @param quote            the character around a quoted name
 * @param reserved         words (lower case) that are no names without quotes
 * @param plain            whether a name means itself without quotes, reserved words aside
 * @param escapesBackslash whether a backslash in a literal has to be doubled
 * @param escapesInNames   whether a backslash in a quoted name has to be doubled
 */
public record Quoting(char quote, Set<String> reserved, Predicate<String> plain, boolean escapesBackslash, boolean escapesInNames) {
    /** Of a dialect whose quoted names know only the doubled quote. */
    public Quoting(char quote, Set<String> reserved, Predicate<String> plain, boolean escapesBackslash) {
        this(quote, reserved, plain, escapesBackslash, false);
    }

    /** A name, in quotes only where it needs them. */
    public String name(String name) {
        return plain.test(name) && !reserved.contains(name.toLowerCase(Locale.ROOT)) ? name : quoted(name);
    }

    public String quoted(String name) {
        String mark = String.valueOf(quote);
        String escaped = escapesInNames ? name.replace("\\", "\\\\") : name;
        return mark + escaped.replace(mark, mark + mark) + mark;
    }

    /** A text literal; the null character, which no document keeps, stands in it as an escape where the dialect has escapes. */
    public String literal(String text) {
        String escaped = escapesBackslash ? text.replace("\\", "\\\\").replace("\0", "\\0") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }
}
