package dev.dbwarden.engine.dialect.mysql;

import java.util.List;

/**
 * A type without its character set.
 *
 * @param base      the name that the servers have for it, in lower case: {@code int}, {@code varchar}
 * @param arguments what stands in brackets, one by one, as SQL
 * @param written   whether the first argument was written, and is no default
 */
public record ColumnType(String base, List<String> arguments, boolean unsigned, boolean zerofill, boolean written) {
    public ColumnType {
        arguments = List.copyOf(arguments);
    }

    /** This type without what stands in brackets. */
    public ColumnType bare() {
        return new ColumnType(base, List.of(), unsigned, zerofill, written);
    }

    @Override
    public String toString() {
        return base + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")") + (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
    }
}
