package dev.dbwarden.engine.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
        return patterns.stream().anyMatch(pattern -> regex(pattern).matcher(name).matches());
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
    }
}
