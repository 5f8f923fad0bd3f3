package dev.dbwarden.engine.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a database is meant, by patterns in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param schemas the namespaces; empty for all but the server's own
 * @param tables  the tables, as {@code name} or {@code schema.name}; empty for all
 * @param exclude the tables left out, also where {@code tables} names them
 * @param within  another scope, that has to let through what this one does
 */
public record Scope(List<String> schemas, List<String> tables, List<String> exclude, Optional<Scope> within) {
    /** Everything. */
    public static final Scope ALL = new Scope(List.of(), List.of(), List.of());

    public Scope(List<String> schemas, List<String> tables, List<String> exclude) {
        this(schemas, tables, exclude, Optional.empty());
    }

    public Scope {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        exclude = List.copyOf(exclude);
    }

    /** What both let through. */
    public Scope within(Scope other) {
        return equals(ALL) ? other : new Scope(schemas, tables, exclude, Optional.of(within.map(inner -> inner.within(other)).orElse(other)));
    }

    public boolean includesSchema(String name) {
        return (schemas.isEmpty() || matches(schemas, name)) && within.map(scope -> scope.includesSchema(name)).orElse(true);
    }

    /** Whether the table is meant; {@code schema} is empty where the dialect has none. */
    public boolean includesTable(String schema, String name) {
        String qualified = schema.isEmpty() ? name : schema + "." + name;
        boolean wanted = tables.isEmpty() || matches(tables, name) || matches(tables, qualified);
        return wanted && !matches(exclude, name) && !matches(exclude, qualified) && within.map(scope -> scope.includesTable(schema, name)).orElse(true);
    }

    private static boolean matches(List<String> patterns, String name) {
        int[] points = name.codePoints().toArray();
        return patterns.stream().anyMatch(pattern -> fits(pattern.codePoints().toArray(), points));
    }

    /** In at most as many steps as the product of both lengths: what fails goes back to the last star only. A regular expression goes back to each, and patterns come from callers. */
    private static boolean fits(int[] pattern, int[] name) {
        int at = 0;
        int star = -1;
        int tried = 0;
        for (int i = 0; i < name.length;) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                tried = i;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == name[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++tried;
            } else {
                return false;
            }
        }
        return Arrays.stream(pattern, at, pattern.length).allMatch(point -> point == '*');
    }
}
