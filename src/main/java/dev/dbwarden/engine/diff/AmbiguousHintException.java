package dev.dbwarden.engine.diff;

import java.util.List;

/** Rename hints of which each can be read in two ways that both make sense: a table {@code users} with a column {@code name}, and a table {@code name} in a schema {@code users}. */
public final class AmbiguousHintException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<String> messages;

    AmbiguousHintException(List<String> messages) {
        super(String.join("; ", messages));
        this.messages = List.copyOf(messages);
    }

    /** What to say of each, with the ways to write it. */
    public List<String> messages() {
        return messages;
    }
}
