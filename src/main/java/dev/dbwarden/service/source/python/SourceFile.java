package dev.dbwarden.service.source.python;

import java.util.Arrays;

/** A text that is read, with its lines. */
public final class SourceFile {
    private final String name;
    private final String text;
    private int[] lineStarts = {};

    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line that an offset is in, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The place in its line, from 1. */
    int column(int offset) {
        return offset - lineStarts()[line(offset) - 1] + 1;
    }

    private int[] lineStarts() {
        if (lineStarts.length == 0) {
            lineStarts = java.util.stream.IntStream.concat(java.util.stream.IntStream.of(0),
                    java.util.stream.IntStream.range(1, text.length() + 1).filter(i -> isLineEnd(i - 1))).toArray();
        }
        return lineStarts;
    }

    private boolean isLineEnd(int offset) {
        char c = text.charAt(offset);
        return c == '\n' || c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n');
    }

    @Override
    public String toString() {
        return name;
    }
}
