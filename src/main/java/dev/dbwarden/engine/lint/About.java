package dev.dbwarden.engine.lint;

import java.util.Set;

/**
 * What a rule is. What it means stands beside it, see {@link Page}.
 *
 * @param code     stable: {@code DW101}
 * @param severity of its findings in an upgrade
 * @param title    one line
 * @param dialects those that it is about; empty for all
 * @param habit    whether it is good practice rather than a danger: looked at only where it is asked for
 */
public record About(String code, Severity severity, String title, Set<String> dialects, boolean habit) {
    public static About of(String code, Severity severity, String title, String... dialects) {
        return new About(code, severity, title, Set.of(dialects), false);
    }

    public static About habit(String code, String title, String... dialects) {
        return new About(code, Severity.INFO, title, Set.of(dialects), true);
    }

    boolean isAbout(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }
}
