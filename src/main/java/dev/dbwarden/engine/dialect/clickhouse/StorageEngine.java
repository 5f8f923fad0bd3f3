package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Options;
import java.util.Set;

/** What an engine does with a table's rows, by the name in its clause. */
record StorageEngine(String name) {
    private static final Set<String> STORING = Set.of("Log", "TinyLog", "StripeLog", "Memory", "Set", "Join", "EmbeddedRocksDB", "KeeperMap");
    /** Engines whose columns can be altered in place, besides the MergeTree family (tried out with 26.5). */
    private static final Set<String> RESHAPED_IN_PLACE = Set.of("Memory", "Null", "Buffer", "Merge", "Distributed");
    private static final Set<String> COMMENTED_IN_PLACE = Set.of("Log", "TinyLog", "StripeLog", "Memory", "Null", "Buffer", "Merge", "Distributed");

    static StorageEngine of(Options options) {
        String engine = options.find(TableOptions.ENGINE).orElse("MergeTree");
        int bracket = engine.indexOf('(');
        return new StorageEngine(bracket < 0 ? engine : engine.substring(0, bracket));
    }

    /** The engine without the prefix that says where its parts are kept. */
    String family() {
        return name.replaceFirst("^(Replicated|Shared)(?=\\w*MergeTree$)", "");
    }

    boolean isMergeTree() {
        return name.endsWith("MergeTree");
    }

    /** Whether merges make one row out of several, when nobody can tell: all of the family do but the plain one. */
    boolean collapses() {
        return isMergeTree() && !family().equals("MergeTree");
    }

    /** Whether rows that are put in can be read back from the table itself. */
    boolean holdsRows() {
        return isMergeTree() || STORING.contains(name);
    }

    boolean altersColumns() {
        return isMergeTree() || RESHAPED_IN_PLACE.contains(name);
    }

    boolean altersComment() {
        return isMergeTree() || COMMENTED_IN_PLACE.contains(name);
    }
}
