package dev.dbwarden.engine.lint;

import java.util.List;

/** The rules, in the order of their codes. */
public final class Rules {
    private static final List<Rule> ALL = List.of();

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
