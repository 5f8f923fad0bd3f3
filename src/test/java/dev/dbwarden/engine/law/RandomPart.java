package dev.dbwarden.engine.law;

import java.util.List;

/**
 * Something that stands on columns of a table: a constraint, an index, a trigger.
 *
 * @param columns the keys of the columns
 * @param target  the key of the table that a foreign key refers to; -1 for none
 */
record RandomPart(String name, Shape shape, List<Integer> columns, int target) {
    RandomPart withShape(Shape newShape) {
        return new RandomPart(name, newShape, columns, target);
    }
}
