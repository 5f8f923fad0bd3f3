/** Callers, without HTTP. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.security;
