package dev.dbwarden.engine.schema;

/** A part of a table, identified by its key among the table's parts of the same kind. */
public sealed interface TablePart permits Column, PrimaryKey, Unique, Check, Exclusion, ForeignKey, Index {
    Kind kind();

    /** The name on the server; empty where the dialect leaves a constraint without one. */
    String name();

    /** What tells it from its siblings: its name, or its content where it has none. */
    default String key() {
        return name();
    }

    /** The same part under another name. */
    TablePart withName(String newName);

    /** This part after a column of its own table got another name. */
    TablePart renameColumn(String from, String to);

    default PartKey partKey() {
        return new PartKey(kind(), key());
    }

    default Ref ref(ObjectName table) {
        return Ref.part(kind(), table, key());
    }
}
