package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import java.util.List;

/** The spelling in which schemas of ClickHouse are compared: the one that the server keeps. */
public final class ClickhouseNormalizer implements Normalizer {
    static final String DEFAULT_DATABASE = "default";

    @Override
    public ObjectName name(ObjectName name) {
        return name.namespace().equals(DEFAULT_DATABASE) ? ObjectName.of(name.name()) : name;
    }

    @Override
    public DataType type(String text) {
        return TypeSpelling.of(text);
    }

    @Override
    public SqlText expression(String sql) {
        return ClickhouseTexts.expression(sql);
    }

    @Override
    public SqlText defaultValue(String sql, DataType type) {
        return ClickhouseTexts.expression(sql);
    }

    @Override
    public SqlText definition(String sql) {
        return ClickhouseTexts.definition(sql);
    }

    @Override
    public Schema schema(Schema raw, List<Problem> problems) {
        return new ClickhouseSchemaRules(problems).normal(raw);
    }

    /** Without what statements say and no server keeps. */
    @Override
    public Schema held(Schema schema) {
        return schema.objects().allMatch(object -> held(object) == object) ? schema : Schema.of(schema.objects().map(ClickhouseNormalizer::held).toList());
    }

    private static SchemaObject held(SchemaObject object) {
        return switch (object) {
            case Table table -> StatementExtras.kept(table.options()) == table.options() ? table : table.withOptions(StatementExtras.kept(table.options()));
            case View view -> StatementExtras.kept(view.options()) == view.options() ? view
                    : new View(view.name(), view.materialized(), view.columns(), view.query(), view.parts(), StatementExtras.kept(view.options()), view.comment(), view.written());
            case Namespace namespace -> StatementExtras.kept(namespace.options()) == namespace.options() ? namespace
                    : new Namespace(namespace.name(), StatementExtras.kept(namespace.options()), namespace.comment());
            default -> object;
        };
    }
}
