/** Tests of the snapshot's codec that need no server. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.snapshot;
