/** Registered databases over HTTP, on real servers and on ones that misbehave. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.database;
