package dev.dbwarden.engine.dialect;

import java.util.List;

/**
 * The statements of one way, and in whose words and at what cost to others they are spelled.
 *
 * @param statements in their order
 */
public record Script(String dialect, Strategy strategy, List<Scripted> statements) {
    public Script {
        statements = List.copyOf(statements);
    }
}
