package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The spelling in which schemas of SQLite are compared.
 *
 * <p>Names keep their spelling, and references take over the one of the declaration. Comments stay in the schema and are not
 * compared: SQLite has no place for them, so a change of a comment is no change of the database.
 */
public final class SqliteNormalizer implements Normalizer {
    @Override
    public ObjectName name(ObjectName name) {
        return name.namespace().equalsIgnoreCase("main") ? ObjectName.of(name.name()) : name;
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

    @Override
    public Schema held(Schema schema) {
        return schema.objects().anyMatch(SqliteNormalizer::isCommented) ? Schema.of(schema.objects().map(SqliteNormalizer::withoutComments).toList()) : schema;
    }

    private static boolean isCommented(SchemaObject object) {
        return object.comment().isPresent() || object instanceof Table table && table.columns().stream().anyMatch(column -> column.comment().isPresent());
    }

    private static SchemaObject withoutComments(SchemaObject object) {
        return switch (object) {
            case Table table when isCommented(table) -> table.withComment(Optional.empty())
                    .withParts(table.parts().map(part -> part instanceof Column column ? column.withComment(Optional.empty()) : part));
            case View view -> view.withComment(Optional.empty());
            default -> object;
        };
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
