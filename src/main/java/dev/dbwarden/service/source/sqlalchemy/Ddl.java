package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.python.Location;

/** A statement of DDL, and the place in the models that it comes from. */
public record Ddl(String sql, Location at) {}
