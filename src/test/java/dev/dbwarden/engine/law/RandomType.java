package dev.dbwarden.engine.law;

import java.util.List;

/**
 * A type that random columns have.
 *
 * @param sample   a value as SQL, in which {@code %d} is the number of the row
 * @param defaults values as SQL
 * @param becomes  the types whose values every sample can become, and come back from
 */
record RandomType(String name, String sample, List<String> defaults, List<String> becomes) {
    String value(int row) {
        return sample.formatted(row);
    }

    static RandomType of(String name, String sample, List<String> defaults, String... becomes) {
        return new RandomType(name, sample, defaults, List.of(becomes));
    }
}
