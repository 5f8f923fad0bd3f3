/**
 * What holds for every schema and every change, tried on random ones.
 *
 * <p>Start at {@link dev.dbwarden.engine.law.LawsTest}. The generator writes SQL of its own, so that no renderer judges itself.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.law;
