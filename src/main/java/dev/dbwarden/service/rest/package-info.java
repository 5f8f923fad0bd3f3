/**
 * HTTP: resources, the forms of a request, the renderings of an answer, and the one problem mapper.
 *
 * <p>Start at {@link dev.dbwarden.service.rest.MigrationResource}. Holds no decisions about schemas.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.rest;
