/** Tests of the service through HTTP, one class a resource. */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.rest;
