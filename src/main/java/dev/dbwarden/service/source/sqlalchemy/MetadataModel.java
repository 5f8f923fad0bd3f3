package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code MetaData} says about its tables.
 *
 * @param schema     the schema of tables that name none
 * @param convention the naming convention; SQLAlchemy's own one names indexes only
 */
record MetadataModel(Optional<String> schema, Map<Value, Value> convention) {
    static final MetadataModel PLAIN = new MetadataModel(Optional.empty(), Map.of());
}
