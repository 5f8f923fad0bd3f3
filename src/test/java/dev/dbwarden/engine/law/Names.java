package dev.dbwarden.engine.law;

import java.util.List;

/** Names that have to be quoted rightly, and plain ones. */
final class Names {
    private static final List<String> SHAPES = List.of("plain%d", "name_%d", "Mixed Case %d", "größe%d", "a\"b%d", "semi;colon%d", "dash--%d", "dollar$$%d", "dot.%d", "order", "it's%d");

    private Names() {}

    static String random(java.util.Random random, int number) {
        String shape = SHAPES.get(random.nextInt(3) > 0 ? random.nextInt(2) : random.nextInt(SHAPES.size()));
        return shape.equals("order") && number != 7 ? "order_" + number : shape.formatted(number);
    }

    /** The name as it stands in a hint. */
    static String hint(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
