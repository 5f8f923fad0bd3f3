package dev.dbwarden.service.snapshot;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the fields in a schema document, by the object that holds them: what the reader knows and the writer writes. */
final class Keys {
    static final Set<String> HEADER = keys("version", "exported_at", "database", "dialect", "revision", "checksum", "parent", "_warning", "dbwarden_version");
    static final Set<String> SECTIONS = keys("schemas", "extensions", "enums", "domains", "sequences", "tables", "views", "objects");
    static final Set<String> DOCUMENT = union(HEADER, SECTIONS);
    static final Set<String> NAMESPACE = keys("options", "comment");
    static final Set<String> EXTENSION = keys("schema");
    static final Set<String> ENUM = keys("labels", "comment", "renamed_from");
    static final Set<String> DOMAIN = keys("type", "nullable", "default", "collation", "checks", "comment", "renamed_from");
    static final Set<String> SEQUENCE = keys("options", "owned_by", "comment", "renamed_from");
    static final Set<String> OWNER = keys("table", "column");
    static final Set<String> OBJECT = keys("kind", "name", "part", "definition");
    static final Set<String> VIEW = keys("query", "sql", "materialized", "columns", "indexes", "options", "comment");
    static final Set<String> TABLE = keys("columns", "primary_key", "uniques", "checks", "exclusions", "foreign_keys", "indexes", "options", "comment",
            "renamed_from", "statistics");
    static final Set<String> STATISTICS = keys("estimated_rows", "bytes");
    static final Set<String> COLUMN = keys("type", "nullable", "primary_key", "unique", "default", "identity", "generated", "collation", "comment",
            "options", "foreign_key", "references", "autoincrement", "on_delete", "on_update", "renamed_from");
    static final Set<String> IDENTITY = keys("mode", "sequence", "options");
    static final Set<String> GENERATED = keys("expression", "stored");
    static final Set<String> CONSTRAINT = keys("name", "columns", "options");
    static final Set<String> CHECK = keys("name", "expression", "options");
    static final Set<String> EXCLUSION = keys("name", "definition");
    static final Set<String> FOREIGN_KEY = keys("name", "columns", "referenced_table", "referenced_columns", "on_delete", "on_update", "options");
    static final Set<String> INDEX = keys("name", "columns", "keys", "unique", "method", "include", "where", "options", "sql");
    static final Set<String> INDEX_KEY = keys("column", "expression", "modifiers");

    private Keys() {}

    /** Each field of a document is looked for here, where a hash set is done while {@code Set.of} still divides. */
    private static Set<String> keys(String... keys) {
        return Collections.unmodifiableSet(new HashSet<>(List.of(keys)));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return Collections.unmodifiableSet(all);
    }
}
