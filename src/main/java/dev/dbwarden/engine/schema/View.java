package dev.dbwarden.engine.schema;

import java.util.List;
import java.util.Optional;

/**
 * A view.
 *
 * @param columns the names given to its columns; empty where the query names them
 * @param query   what follows AS
 * @param options {@code with}, {@code tablespace}, {@code using}, {@code check_option}, {@code with_no_data}, {@code recursive}
 * @param written the author's statement, for a dialect whose catalog keeps it
 */
public record View(ObjectName name, boolean materialized, List<String> columns, SqlText query, Parts parts, Options options,
        Optional<String> comment, Written written) implements Relation {
    /** A view whose spelling nobody keeps. */
    public View(ObjectName name, boolean materialized, List<String> columns, SqlText query, Parts parts, Options options, Optional<String> comment) {
        this(name, materialized, columns, query, parts, options, comment, Written.NOT);
    }

    public View {
        columns = List.copyOf(columns);
    }

    @Override
    public Ref ref() {
        return Ref.object(materialized ? Kind.MATERIALIZED_VIEW : Kind.VIEW, name);
    }

    @Override
    public View withName(ObjectName newName) {
        return new View(newName, materialized, columns, query, parts, options, comment);
    }

    @Override
    public View withParts(Parts newParts) {
        return new View(name, materialized, columns, query, newParts, options, comment, written);
    }

    public View withQuery(SqlText newQuery) {
        return newQuery == query ? this : new View(name, materialized, columns, newQuery, parts, options, comment, written);
    }

    public View withComment(Optional<String> newComment) {
        return new View(name, materialized, columns, query, parts, options, newComment, written);
    }
}
