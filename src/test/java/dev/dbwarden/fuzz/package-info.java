/**
 * What strangers send, made by a machine: each reader is fed bytes until one of them hurts.
 *
 * <p>Start at {@link dev.dbwarden.fuzz.FuzzedReader}. {@code script/fuzz} feeds them without end, {@code FuzzTest} what was found so far.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.fuzz;
