/**
 * JSON and YAML as trees, read strictly, with a place for everything that is wrong.
 *
 * <p>Start at {@link dev.dbwarden.service.document.Documents}. Knows nothing of schemas.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.document;
