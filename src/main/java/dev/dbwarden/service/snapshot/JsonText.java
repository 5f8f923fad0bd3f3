package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** JSON as it is written, from its start to its end: some containers have each member on a line of its own, the others stand in one line. */
final class JsonText {
    /** As many containers as are open in each other in most documents. */
    private static final int FEW = 16;

    private final StringBuilder text;
    private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
    /** Which of the open containers have each member on a line of its own. */
    private boolean[] broken = new boolean[FEW];
    /** How many containers are open, and whether the innermost has no member yet. */
    private int depth;
    private boolean first = true;

    /** @param length how many characters it will have, roughly */
    JsonText(int length) {
        text = new StringBuilder(length);
    }

    JsonText open(char bracket, boolean isBroken) {
        if (depth == broken.length) {
            broken = Arrays.copyOf(broken, 2 * depth);
        }
        broken[depth++] = isBroken;
        text.append(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        depth--;
        if (broken[depth] && !first) {
            line(depth);
        }
        text.append(bracket);
        first = false;
        return this;
    }

    /** Where the next member of the innermost container begins. */
    JsonText member() {
        if (broken[depth - 1]) {
            if (!first) {
                text.append(',');
            }
            line(depth);
        } else if (!first) {
            text.append(", ");
        }
        first = false;
        return this;
    }

    /** The next member of an object, up to its value; its key is one of the format's own, which JSON writes as it is. */
    JsonText member(String key) {
        member();
        text.append('"').append(key).append("\": ");
        return this;
    }

    /** The same under a name that somebody gave. */
    JsonText named(String name) {
        member().string(name);
        text.append(": ");
        return this;
    }

    JsonText string(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            encoder.quoteAsString(value, text);
        }
        text.append('"');
        return this;
    }

    /** A number, a truth value or null. */
    JsonText literal(String value) {
        text.append(value);
        return this;
    }

    JsonText put(String key, String value) {
        return member(key).string(value);
    }

    JsonText put(String key, boolean value) {
        return member(key).literal(value ? "true" : "false");
    }

    JsonText put(String key, long value) {
        return member(key).literal(Long.toString(value));
    }

    JsonText put(String key, Optional<String> value) {
        return value.isPresent() ? put(key, value.get()) : this;
    }

    JsonText put(String key, Collection<String> values) {
        member(key).open('[', false);
        values.forEach(value -> member().string(value));
        return close(']');
    }

    JsonText putUnlessEmpty(String key, String value) {
        return value.isEmpty() ? this : put(key, value);
    }

    private void line(int indent) {
        text.append('\n');
        for (int i = 0; i < indent; i++) {
            text.append("  ");
        }
    }

    /** Whether JSON writes a text as it is, as it does nearly all of them. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
