package dev.dbwarden.service.security;

import java.util.Set;

/**
 * Who sends a request, and what is granted.
 *
 * @param name      the client's name in the configuration, or {@code anonymous}
 * @param databases names of databases, or {@code *} for all
 */
public record Caller(String name, Set<Role> roles, Set<String> databases) {
    /** One without a credential: no database is granted. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), Set.of());
    static final String ALL = "*";

    public Caller {
        roles = Set.copyOf(roles);
        databases = Set.copyOf(databases);
    }

    public boolean isKnown() {
        return !equals(ANONYMOUS);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean mayUse(String database) {
        return databases.contains(database) || databases.contains(ALL);
    }
}
