package dev.dbwarden.service.source.python;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The tokens of a text, as numbers in arrays: a large file has millions. */
final class Tokens {
    enum Kind { NAME, NUMBER, STRING, OPERATOR, NEWLINE, INDENT, DEDENT, END }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private byte[] kinds = new byte[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    /** The words of names and operators, each word once; empty for other tokens. */
    private String[] words = new String[256];
    private final Map<String, String> known = new HashMap<>();
    private int size;

    Tokens(String text) {
        this.text = text;
    }

    void add(Kind kind, int start, int end) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        kinds[size] = (byte) kind.ordinal();
        starts[size] = start;
        words[size] = kind == Kind.NAME || kind == Kind.OPERATOR ? known.computeIfAbsent(text.substring(start, end), word -> word) : "";
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    Kind kind(int index) {
        return KINDS[kinds[index]];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    String text(int index) {
        return text.substring(starts[index], ends[index]);
    }

    /** A name or an operator; empty for other tokens. */
    String word(int index) {
        return words[index];
    }

    boolean is(int index, String word) {
        return words[index].equals(word);
    }
}
