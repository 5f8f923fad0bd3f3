package dev.dbwarden.engine.schema;

/**
 * A column that numbers its rows from a sequence of its own.
 *
 * @param sequence the sequence's name; empty where the server's own choice is meant
 * @param options  what differs from a fresh sequence of the column's type: {@code start}, {@code increment}, {@code cache} ...
 */
public record Identity(Mode mode, ObjectName sequence, Options options) {
    /** The sequence that the server names itself. */
    public static final ObjectName GENERATED_NAME = ObjectName.of("");

    /** {@code SERIAL} is PostgreSQL's older form: a default that calls {@code nextval} on an owned sequence. */
    public enum Mode { ALWAYS, BY_DEFAULT, SERIAL }

    public static Identity of(Mode mode) {
        return new Identity(mode, GENERATED_NAME, Options.NONE);
    }
}
