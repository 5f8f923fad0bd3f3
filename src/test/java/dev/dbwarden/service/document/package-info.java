/** Tests of how documents are read that need no server. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.document;
