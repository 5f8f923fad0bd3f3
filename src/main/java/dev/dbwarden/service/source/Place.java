package dev.dbwarden.service.source;

/**
 * A line of a file.
 *
 * @param line from 1
 */
public record Place(String file, int line) {}
