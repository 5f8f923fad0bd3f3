package dev.dbwarden.engine.law;

import java.util.List;

/**
 * What random schemas of a dialect are made of.
 *
 * @param identities what follows the name of the column {@code id}
 * @param extras     what may follow the type of the first of {@code types}
 * @param shapes     what may stand on a table; where rows have to be distinct {@code id} is among the columns
 * @param references what a foreign key says
 * @param islands    small schemas of their own, each in several variants: what may change for what else there is
 */
record Flavour(String dialect, String prologue, List<String> identities, List<RandomType> types, List<String> extras,
        List<Shape> shapes, List<Shape> references, List<List<String>> islands) {
    RandomType type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    boolean comments() {
        return dialect.equals("postgresql");
    }
}
