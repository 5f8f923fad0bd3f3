package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import java.util.List;

/** Gives everything the one spelling in which the dialect's differ compares. Every method is idempotent. */
public interface Normalizer {
    /** A name as the server resolves it: the default namespace left out. */
    ObjectName name(ObjectName name);

    /** Reads a type; fails with {@link dev.dbwarden.engine.sql.SqlException} where it is malformed or not one that the dialect has. */
    DataType type(String text);

    /** A condition or value that is compared as an expression. */
    SqlText expression(String sql);

    /** A column's default, in the light of the column's type. */
    SqlText defaultValue(String sql, DataType type);

    /** A statement or query that is carried whole. */
    SqlText definition(String sql);

    /**
     * The whole: names for what the server would name, references filled in, what is spelled in two ways spelled in one.
     * Adds what contradicts itself to the problems.
     */
    Schema schema(Schema raw, List<Problem> problems);

    /**
     * A schema completed by what another one knows of the database itself, which decides what a table has that says nothing: its character set.
     * A model does not know the database, the export of a live one does; between them nothing of that is a change.
     */
    default Schema settled(Schema schema, Schema other) {
        return schema;
    }

    /**
     * A model settled by its snapshot, and completed by what it leaves to the server where that stays as it is: when an event began. The other way round
     * a snapshot is not completed: what a model begins to say is a change.
     */
    default Schema continued(Schema model, Schema snapshot) {
        return settled(model, snapshot);
    }

    /**
     * What a database of this dialect can hold of a normal schema: that is compared, and proved. The rest is documentation, which
     * stays in models and snapshots and makes no migration.
     */
    default Schema held(Schema schema) {
        return schema;
    }

    /** Whether a table with these options has columns that it does not declare: those of a parent, or of a type. */
    default boolean takesColumns(Options options) {
        return false;
    }
}
