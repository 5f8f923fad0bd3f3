/** Tests of what use cases hold that HTTP does not show. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.app;
