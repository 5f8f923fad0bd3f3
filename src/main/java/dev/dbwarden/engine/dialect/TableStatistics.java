package dev.dbwarden.engine.dialect;

/**
 * How big a table is.
 *
 * @param estimatedRows as the server estimates them; negative where it does not
 * @param bytes         with its indexes; negative where it is not known
 */
public record TableStatistics(long estimatedRows, long bytes) {}
