package dev.dbwarden.engine.dialect;


/**
 * A statement in its place in a script.
 *
 * @param change the index of the change that it is for
 */
public record Scripted(Statement statement, int change) {}
