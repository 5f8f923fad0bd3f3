package dev.dbwarden.engine.lint;

import java.util.stream.Stream;

/** Judges one direction of a migration. It sees changes, and what their statements ask of the server, never their SQL. */
public interface Rule {
    About about();

    Stream<Finding> check(Way way);

    default String title() {
        return about().title();
    }

    /** What it means, at length. */
    default Page page() {
        return Page.beside(getClass(), code());
    }

    /** The stable code of its findings. */
    default String code() {
        return about().code();
    }
}
