package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.TablePart;

/**
 * Names of a table's parts when it is renamed: those that the server makes of the table's name follow it, also where somebody wrote them
 * (MySQL manual, 15.1.36; row_rename_table_for_mysql of InnoDB).
 */
record MadeNames(String from, String to, Variant variant) {
    static String keyPrefix(String table) {
        return table + "_ibfk_";
    }

    String renamed(TablePart part) {
        return switch (part) {
            case ForeignKey key -> renamed(key.name(), keyPrefix(from), keyPrefix(to));
            case Check check -> renamed(check.name(), variant.checkPrefix(from), variant.checkPrefix(to));
            default -> part.name();
        };
    }

    private static String renamed(String name, String before, String after) {
        return name.startsWith(before) ? after + name.substring(before.length()) : name;
    }
}
