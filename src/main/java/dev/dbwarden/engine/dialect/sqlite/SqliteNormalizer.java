package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The spelling in which schemas of SQLite are compared.
 *
 * <p>Names keep their spelling, and references take over the one of the declaration. Comments fall out: SQLite has no place for
 * them, so a change of a comment is no change of the database, and the proof by replay would never find them.
 * {@code DEFAULT NULL} stays a default, because the catalog tells it from none.
 */
public final class SqliteNormalizer implements Normalizer {
    @Override
    public ObjectName name(ObjectName name) {
        return switch (name.namespace().toLowerCase(Locale.ROOT)) {
            case "main" -> ObjectName.of(name.name());
            case "temp" -> new ObjectName("temp", name.name());
            default -> name;
        };
    }

    @Override
    public DataType type(String text) {
        return SqliteTypes.parse(text);
    }

    @Override
    public SqlText expression(String sql) {
        return SqliteTexts.expression(sql);
    }

    @Override
    public SqlText defaultValue(String sql, DataType type) {
        return SqliteTexts.defaultValue(sql);
    }

    @Override
    public SqlText definition(String sql) {
        return SqliteTexts.definition(sql);
    }

    @Override
    public Schema schema(Schema raw, List<Problem> problems) {
        return new SqliteSchemaRules(SqliteWritten.honest(raw), Schema.EMPTY, problems).normal();
    }

    /** A collation; empty for BINARY, which is what a column has without one. The names of the built-in ones are in upper case. */
    static Optional<String> collation(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "BINARY" -> Optional.empty();
            case "NOCASE", "RTRIM" -> Optional.of(upper);
            default -> Optional.of(name);
        };
    }
}
