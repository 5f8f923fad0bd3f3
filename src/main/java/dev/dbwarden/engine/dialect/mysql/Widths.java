package dev.dbwarden.engine.dialect.mysql;

import java.util.List;
import java.util.Map;

/** What a type has in its brackets where nothing is written. */
public final class Widths {
    private static final Map<String, List<String>> DEFAULTS = Map.of("decimal", List.of("10", "0"), "char", List.of("1"), "binary", List.of("1"), "bit", List.of("1"));
    /** Of integers; one less where they are unsigned, but for {@code bigint} (MariaDB, SHOW CREATE TABLE). */
    private static final Map<String, Integer> INTEGERS = Map.of("tinyint", 4, "smallint", 6, "mediumint", 9, "int", 11, "bigint", 20);

    private Widths() {}

    /** The type with its brackets filled; of integers only where display widths are shown. */
    public static ColumnType whole(ColumnType type, boolean displayWidths) {
        if (type.base().equals("decimal") && type.arguments().size() == 1) {
            return with(type, List.of(type.arguments().getFirst(), "0"));
        }
        if (!type.arguments().isEmpty()) {
            return type;
        }
        if (displayWidths && INTEGERS.containsKey(type.base())) {
            int width = INTEGERS.get(type.base());
            return with(type, List.of(String.valueOf(type.unsigned() && !type.base().equals("bigint") ? width - 1 : width)));
        }
        return with(type, DEFAULTS.getOrDefault(type.base(), List.of()));
    }

    private static ColumnType with(ColumnType type, List<String> arguments) {
        return new ColumnType(type.base(), arguments, type.unsigned(), type.zerofill(), type.written());
    }
}
