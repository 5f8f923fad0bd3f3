package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names that the server gives to constraints, indexes and sequences that have none ({@code makeObjectName}, {@code ChooseRelationName}). */
final class PostgresqlNames {
    /** {@code NAMEDATALEN - 1}: the longest name that the server keeps, in bytes. */
    static final int LONGEST = 63;

    private PostgresqlNames() {}

    /** What a thing is called while another one takes its place. */
    static ObjectName aside(ObjectName name) {
        return name.withName(clipped(name.name(), LONGEST - 5) + "__old");
    }

    static String primaryKey(String table) {
        return made(table, "", "pkey");
    }

    static String unique(String table, List<String> columns) {
        return made(table, joined(columns), "key");
    }

    static String foreignKey(String table, List<String> columns) {
        return made(table, joined(columns), "fkey");
    }

    /** {@code column} is empty unless the condition is about exactly one. */
    static String check(String table, String column) {
        return made(table, column, "check");
    }

    static String exclusion(String table, List<String> columns) {
        return made(table, joined(columns), "excl");
    }

    static String index(String table, List<String> keys) {
        return made(table, joined(keys), "idx");
    }

    static String sequence(String table, String column) {
        return made(table, column, "seq");
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A name with a number behind it, where the plain one is taken. */
    static String numbered(String table, String columns, String label, int number) {
        return made(table, columns, number == 0 ? label : label + number);
    }

    /** Column names joined, up to the length of a name ({@code ChooseIndexNameAddition}). */
    static String joined(List<String> columns) {
        return clipped(String.join("_", columns), LONGEST);
    }

    private static String made(String first, String second, String label) {
        int room = LONGEST - label.length() - 1 - (second.isEmpty() ? 0 : 1);
        int ones = bytes(first);
        int others = bytes(second);
        while (ones + others > room) {
            if (ones > others) {
                ones--;
            } else {
                others--;
            }
        }
        return clipped(first, ones) + (second.isEmpty() ? "" : "_" + clipped(second, others)) + "_" + label;
    }

    /** The longest start of a text that fits; a character is never cut. */
    static String clipped(String text, int bytes) {
        if (bytes(text) <= bytes) {
            return text;
        }
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
