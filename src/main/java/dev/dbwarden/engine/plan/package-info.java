/**
 * Changes in an order that works.
 *
 * <p>Start at {@link dev.dbwarden.engine.plan.Planner}. Knows no dialect: what a dialect cannot do in place it says in its adapter.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.engine.plan;
