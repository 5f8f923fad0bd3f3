package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements that come along with indexes and views in a document. One that says something else than the rest of its
 * entry, because only the rest was edited, falls out.
 */
final class SqliteWritten {
    private SqliteWritten() {}

    static Schema honest(Schema schema) {
        return Schema.of(schema.objects().map(SqliteWritten::honest).toList());
    }

    private static SchemaObject honest(SchemaObject object) {
        return switch (object) {
            case Table table when table.indexes().stream().anyMatch(index -> index.written().isPresent()) ->
                    table.withParts(table.parts().map(part -> part instanceof Index index && !holds(table.name(), index) ? withoutStatement(index) : part));
            case View view when view.written().isPresent() && !holds(view) ->
                    new View(view.name(), view.materialized(), view.columns(), view.query(), view.parts(), view.options(), view.comment());
            default -> object;
        };
    }

    /** Whether there is a statement, and it is about the table of that name. */
    static boolean isOn(ObjectName table, Index index) {
        return index.written().isPresent()
                && read(index.written(), SqliteObjectReader::indexStatement).filter(read -> read.table().name().equalsIgnoreCase(table.name())).isPresent();
    }

    private static boolean holds(ObjectName table, Index index) {
        return index.written().isPresent() && read(index.written(), SqliteObjectReader::indexStatement)
                .filter(read -> read.table().name().equalsIgnoreCase(table.name()) && same(read.index(), index)).isPresent();
    }

    /** Whether two indexes are one, their columns found in any case. */
    private static boolean same(Index read, Index index) {
        List<Index.Key> keys = index.keys();
        boolean sameKeys = read.keys().size() == keys.size();
        for (int i = 0; sameKeys && i < keys.size(); i++) {
            Index.Key normal = SqliteKeys.normal(keys.get(i));
            sameKeys = read.keys().get(i).column().equalsIgnoreCase(normal.column()) && read.keys().get(i).expression().equals(normal.expression())
                    && read.keys().get(i).modifiers().equals(normal.modifiers());
        }
        return sameKeys && read.name().equals(index.name()) && read.unique() == index.unique() && read.where().equals(index.where());
    }

    private static boolean holds(View view) {
        return read(view.written(), SqliteObjectReader::viewStatement)
                .filter(read -> read.name().name().equals(view.name().name()) && read.columns().equals(view.columns()) && read.query().equals(view.query())).isPresent();
    }

    private static Index withoutStatement(Index index) {
        return new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), index.options(), Written.NOT);
    }

    private static <T> Optional<T> read(Written written, Function<SqliteObjectReader, T> reading) {
        try {
            TokenStream in = SqliteNames.from(TokenStream.of(written.sql(), Sqlite.LEXICON), written.sql());
            in.expect("CREATE");
            in.accept("VIEW");
            return Optional.of(reading.apply(new SqliteObjectReader(new SqliteCatalog(Schema.EMPTY), in))).filter(_ -> in.isAtEnd());
        } catch (SqlException unreadable) {
            return Optional.empty();
        }
    }
}
