@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source;
