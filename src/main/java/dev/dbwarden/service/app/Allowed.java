package dev.dbwarden.service.app;

import dev.dbwarden.service.api.ChangeAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request lets pass by name although it is otherwise refused.
 *
 * @param names {@code <change type>:<object>}, as in {@code drop_table:audit_log}; or {@code *} for everything
 */
record Allowed(Set<String> names) {
    private static final String EVERYTHING = "*";

    static Allowed of(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int colon = name.indexOf(':');
            if (!name.equals(EVERYTHING) && (colon <= 0 || colon == name.length() - 1)) {
                throw Inputs.malformed("/allow/" + i, "'" + name + "' names no change", "send <change type>:<object>, as in drop_table:audit_log, or *");
            }
        }
        return new Allowed(new HashSet<>(names));
    }

    boolean everything() {
        return names.contains(EVERYTHING);
    }

    boolean covers(String name) {
        return everything() || names.contains(name);
    }

    boolean covers(ChangeAnswer change) {
        return covers(name(change));
    }

    /** What a request has to send for the change to pass. */
    static String name(ChangeAnswer change) {
        return change.type() + ":" + object(change);
    }

    /** {@code users}, {@code users.email}, {@code users.users_email_idx}, or {@code active_users} for what is no part of a table. */
    private static String object(ChangeAnswer change) {
        return Stream.of(change.table(), change.column(), change.object()).flatMap(Optional::stream).collect(Collectors.joining("."));
    }
}
