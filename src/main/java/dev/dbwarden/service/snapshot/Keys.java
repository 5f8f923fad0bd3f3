package dev.dbwarden.service.snapshot;

import java.util.Set;

/** The names of the fields in a schema document, by the object that holds them: what the reader knows and the writer writes. */
final class Keys {
    static final Set<String> HEADER = Set.of("version", "exported_at", "database", "dialect", "revision", "checksum", "parent", "_warning", "dbwarden_version");
    static final Set<String> SECTIONS = Set.of("schemas", "extensions", "enums", "domains", "sequences", "tables", "views", "objects");
    static final Set<String> DOCUMENT = union(HEADER, SECTIONS);
    static final Set<String> NAMESPACE = Set.of("options", "comment");
    static final Set<String> EXTENSION = Set.of("schema");
    static final Set<String> ENUM = Set.of("labels", "comment", "renamed_from");
    static final Set<String> DOMAIN = Set.of("type", "nullable", "default", "collation", "checks", "comment", "renamed_from");
    static final Set<String> SEQUENCE = Set.of("options", "owned_by", "comment", "renamed_from");
    static final Set<String> OWNER = Set.of("table", "column");
    static final Set<String> OBJECT = Set.of("kind", "name", "part", "definition");
    static final Set<String> VIEW = Set.of("query", "sql", "materialized", "columns", "indexes", "options", "comment");
    static final Set<String> TABLE = Set.of("columns", "primary_key", "uniques", "checks", "exclusions", "foreign_keys", "indexes", "options", "comment",
            "renamed_from", "statistics");
    static final Set<String> STATISTICS = Set.of("estimated_rows", "bytes");
    static final Set<String> COLUMN = Set.of("type", "nullable", "primary_key", "unique", "default", "identity", "generated", "collation", "comment",
            "options", "foreign_key", "references", "autoincrement", "on_delete", "on_update", "renamed_from");
    static final Set<String> IDENTITY = Set.of("mode", "sequence", "options");
    static final Set<String> GENERATED = Set.of("expression", "stored");
    static final Set<String> CONSTRAINT = Set.of("name", "columns", "options");
    static final Set<String> CHECK = Set.of("name", "expression", "options");
    static final Set<String> EXCLUSION = Set.of("name", "definition");
    static final Set<String> FOREIGN_KEY = Set.of("name", "columns", "referenced_table", "referenced_columns", "on_delete", "on_update", "options");
    static final Set<String> INDEX = Set.of("name", "columns", "keys", "unique", "method", "include", "where", "options", "sql");
    static final Set<String> INDEX_KEY = Set.of("column", "expression", "modifiers");

    private Keys() {}

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new java.util.HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
