/**
 * Models of SQLAlchemy, from their source: what its declarative system makes of classes and tables, and the DDL that its compiler emits for them.
 *
 * <p>Start at {@link dev.dbwarden.service.source.sqlalchemy.SqlAlchemySource}. Knows nothing of requests, and nothing of the engine's schema: its result
 * is DDL, with the place of the model that each statement comes from.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source.sqlalchemy;
