package dev.dbwarden.engine.dialect;

/**
 * Something in the input that has to be mended.
 *
 * @param message what is wrong, and the way out
 * @param offset  where in the text; -1 where the place is a pointer
 * @param pointer where in the model, as a JSON pointer; empty where the place is an offset
 */
public record Problem(String message, int offset, String pointer) {
    public static Problem at(int offset, String message) {
        return new Problem(message, offset, "");
    }

    public static Problem at(String pointer, String message) {
        return new Problem(message, -1, pointer);
    }
}
