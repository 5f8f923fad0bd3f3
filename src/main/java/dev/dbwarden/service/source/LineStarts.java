package dev.dbwarden.service.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin, so that many places in it cost one pass. */
record LineStarts(int[] offsets) {
    static LineStarts of(String text) {
        return new LineStarts(IntStream.concat(IntStream.of(0), IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1)).toArray());
    }

    /** The line that holds the offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The place of the offset in its line, from 1. */
    int column(int offset) {
        return offset - offsets[line(offset) - 1] + 1;
    }
}
