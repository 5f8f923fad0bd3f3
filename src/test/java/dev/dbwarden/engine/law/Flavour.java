package dev.dbwarden.engine.law;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** How many of so many random schemas are tried: fewer of a dialect that speaks nearly as another one does. */
    int withoutServer(int count) {
        return dialect.equals("mysql") ? count / 4 : count;
    }

    /** How many of so many random schemas are tried on a server, where databases come and go slowly on some. */
    int onServer(int count) {
        return dialect.equals("mariadb") ? count / 4 : count;
    }

    /** Whether NOT NULL may follow the type; ClickHouse refuses it after one that says by itself that a value may be missing. */
    boolean takesNotNull(RandomType type) {
        return !type.name().startsWith("Nullable(");
    }

    /** Whether comments are statements of their own. */
    boolean comments() {
        return dialect.equals("postgresql");
    }

    /** Whether comments stand at what they are about. */
    boolean attachesComments() {
        return quote() == '`';
    }

    private char quote() {
        return dialect.equals("mariadb") || dialect.equals("mysql") ? '`' : '"';
    }

    /** A name as SQL, in quotes where it is not plain. */
    String sql(String name) {
        String quote = String.valueOf(quote());
        return name.matches("[a-z_][a-z0-9_]*") && !name.equals("order") ? name : quote + name.replace(quote, quote + quote) + quote;
    }

    /** The same without some clauses. */
    Flavour without(Predicate<String> left) {
        return new Flavour(dialect, prologue, identities, types, extras.stream().filter(left.negate()).toList(),
                shapes.stream().filter(shape -> !left.test(shape.text())).toList(), references, islands);
    }

    /** The same with one more island. */
    Flavour with(List<String> island) {
        return new Flavour(dialect, prologue, identities, types, extras, shapes, references, Stream.concat(islands.stream(), Stream.of(island)).toList());
    }

    /** The same for a dialect that is as good as this one. */
    Flavour of(String other) {
        return new Flavour(other, prologue, identities, types, extras, shapes, references, islands);
    }
}
