package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.SqlException;
import java.util.List;

/** The spelling in which schemas of MySQL and MariaDB are compared. */
final class MysqlNormalizer implements Normalizer {
    private final Variant variant;

    MysqlNormalizer(Variant variant) {
        this.variant = variant;
    }

    @Override
    public ObjectName name(ObjectName name) {
        return name;
    }

    @Override
    public DataType type(String text) {
        MysqlTypes.Written type = MysqlTypes.parse(text, variant);
        if (!type.json() && (type.charset().isPresent() || type.collation().isPresent())) {
            throw new SqlException("a collation is no part of a type here; write it as the column's \"collation\"", 0);
        }
        return MysqlTypes.dataType(type.name(), variant);
    }

    @Override
    public SqlText expression(String sql) {
        return MysqlTexts.expression(sql);
    }

    @Override
    public SqlText defaultValue(String sql, DataType type) {
        return MysqlTexts.defaultValue(sql, type);
    }

    @Override
    public SqlText definition(String sql) {
        return MysqlTexts.definition(sql);
    }

    @Override
    public Schema schema(Schema raw, List<Problem> problems) {
        return new MysqlSchemaRules(raw, Schema.EMPTY, variant, problems).normal();
    }

    @Override
    public Schema settled(Schema schema, Schema other) {
        return EventMoments.settled(DatabaseDefaults.of(schema, other, variant).settled(schema), other);
    }

    @Override
    public Schema continued(Schema model, Schema snapshot) {
        return EventMoments.continued(settled(model, snapshot), snapshot);
    }
}
