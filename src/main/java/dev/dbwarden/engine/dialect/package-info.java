/**
 * What every dialect has to do: read, normalize, adapt, render.
 *
 * <p>Start at {@link dev.dbwarden.engine.dialect.Dialect}; the known ones are in {@link dev.dbwarden.engine.dialect.Dialects}.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.dialect;
