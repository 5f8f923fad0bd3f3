package dev.dbwarden.service.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do with the databases that it is granted. */
public enum Role {
    /** List, export, compare. */
    READ,
    /** Prove migrations on scratch databases, which creates and drops databases there. */
    VERIFY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
