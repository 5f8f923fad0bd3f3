package dev.dbwarden.engine.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of table options: which are the server's own choice, and how one goes back to that. */
final class TableAttributes {
    static final String ENGINE = "engine";
    static final String COLLATE = "collate";
    static final String PARTITIONS = "partition_by";
    private static final Map<String, String> ENGINES = Map.of("innodb", "", "myisam", "MyISAM", "memory", "MEMORY", "heap", "MEMORY", "aria", "Aria", "archive", "ARCHIVE",
            "csv", "CSV", "blackhole", "BLACKHOLE", "merge", "MRG_MyISAM", "mrg_myisam", "MRG_MyISAM");
    /** By option, its value where none is said (MySQL manual, 15.1.20; MariaDB knowledge base, CREATE TABLE). */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("row_format", "DEFAULT"), Map.entry("key_block_size", "0"), Map.entry("pack_keys", "DEFAULT"),
            Map.entry("stats_persistent", "DEFAULT"), Map.entry("stats_auto_recalc", "DEFAULT"), Map.entry("stats_sample_pages", "DEFAULT"), Map.entry("checksum", "0"),
            Map.entry("table_checksum", "0"), Map.entry("delay_key_write", "0"), Map.entry("min_rows", "0"), Map.entry("max_rows", "0"), Map.entry("avg_row_length", "0"),
            Map.entry("insert_method", "NO"), Map.entry("compression", ""), Map.entry("encryption", "N"), Map.entry("connection", ""), Map.entry("transactional", "DEFAULT"),
            Map.entry("page_checksum", "DEFAULT"), Map.entry("tablespace", ""), Map.entry("data directory", ""), Map.entry("index directory", ""), Map.entry("password", ""),
            Map.entry("autoextend_size", "0"), Map.entry("engine_attribute", ""), Map.entry("secondary_engine_attribute", ""), Map.entry("secondary_engine", "NULL"));
    /** What Aria does where nothing is said, which its catalog says all the same (MariaDB knowledge base, Aria Storage Engine; tried on 10.11 and 11.4). */
    private static final Map<String, String> ARIA = Map.of("transactional", "1", "page_checksum", "1");
    private static final Set<String> TEXTS = Set.of("compression", "encryption", "connection", "data directory", "index directory", "password", "engine_attribute",
            "secondary_engine_attribute");

    private TableAttributes() {}

    /** The engine's name as the servers spell it; empty for InnoDB, which is what a table has without one. */
    static String engine(String name) {
        return ENGINES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    static boolean isKnown(String option) {
        return DEFAULTS.containsKey(option);
    }

    static boolean isDefault(String option, String value) {
        return DEFAULTS.getOrDefault(option, "DEFAULT").equalsIgnoreCase(value) || value.equalsIgnoreCase("DEFAULT") || value.equals(ARIA.get(option));
    }

    /** The value that takes an option back, as SQL. */
    static String reset(String option) {
        String value = DEFAULTS.getOrDefault(option, "DEFAULT");
        return TEXTS.contains(option) ? Mysql.QUOTING.literal(value) : value;
    }
}
