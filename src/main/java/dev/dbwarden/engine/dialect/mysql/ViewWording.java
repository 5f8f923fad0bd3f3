package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The queries of views in the spelling in which the servers keep them (MySQL manual, 15.1.23): every column with its table in front and its
 * name behind, {@code *} written out, the names of the view's columns in the query. A query that the reader does not know stays as it is.
 */
final class ViewWording {
    private static final int MAX_DEPTH = 20;

    private final Schema schema;
    private final Map<ObjectName, Optional<ViewQuery>> known = new HashMap<>();
    private int depth;

    ViewWording(Schema schema) {
        this.schema = schema;
    }

    View worded(View view) {
        return query(view).map(query -> new View(view.name(), false, List.of(), new SqlText(query.sql(), query.canonical(), view.query().words(), Mysql.LEXICON), Parts.NONE, view.options(), view.comment()))
                .orElse(view);
    }

    private Optional<ViewQuery> query(View view) {
        Optional<ViewQuery> found = known.get(view.name());
        if (found == null) {
            if (++depth > MAX_DEPTH) {
                depth--;
                return Optional.empty();
            }
            found = read(view);
            known.put(view.name(), found);
            depth--;
        }
        return found;
    }

    private Optional<ViewQuery> read(View view) {
        try {
            return Optional.of(new ViewQueryReader(view.query().sql(), view.columns(), this::columns).read());
        } catch (SqlException other) {
            return Optional.empty();
        }
    }

    /** The columns of a table or a view, in lower case; none where they are not known. */
    private List<String> columns(ObjectName name) {
        return schema.table(name).map(table -> table.columns().stream().map(column -> column.name().toLowerCase(Locale.ROOT)).toList())
                .or(() -> schema.all(View.class).filter(view -> view.name().equals(name)).findFirst().flatMap(this::query).map(ViewQuery::columns)).orElse(List.of());
    }

    /**
     * A query that was read.
     *
     * @param columns   the names of its columns, in lower case
     * @param sql       the author's query, with the names of the view's columns in it
     * @param canonical its one spelling
     * @param strength  what holds that together
     */
    record ViewQuery(List<String> columns, String sql, String canonical, Strength strength) {}

    /** What holds a query together: what has ORDER BY, LIMIT or WITH outside brackets is in brackets wherever others stand beside it. */
    enum Strength { ORDERED, UNION, INTERSECT, SELECT }
}
