package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.python.Location;

/** Something in a program that is no part of its models' schema, and that its author should know of. */
record Outside(Location at, String message) {
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
