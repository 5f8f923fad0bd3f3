package dev.dbwarden.service.source;

/**
 * A text that a model is written in.
 *
 * @param name the name of its file, for messages
 */
public record Source(String name, String text) {}
