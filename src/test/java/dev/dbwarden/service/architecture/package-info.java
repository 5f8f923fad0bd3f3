/** What may depend on what. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.architecture;
