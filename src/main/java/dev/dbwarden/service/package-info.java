/**
 * The service around the engine.
 *
 * <p>Start at {@link dev.dbwarden.service.rest.MigrationResource}. This package itself holds only what runs beside the service.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service;
