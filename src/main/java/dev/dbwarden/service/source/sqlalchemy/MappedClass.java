package dev.dbwarden.service.source.sqlalchemy;

import java.util.Map;

/** A class that has a table, its own or that of the class it inherits from; its attributes by the keys of their columns. */
record MappedClass(TableModel table, Map<String, String> keys) {}
