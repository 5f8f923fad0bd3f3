package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.Token;
import java.util.List;

/** Spells virtual tables. */
final class SqliteVirtualTables {
    private SqliteVirtualTables() {}

    /** CREATE VIRTUAL TABLE; a full-text index over another table's content is filled from it (sqlite.org/fts5.html, 6.13). */
    static List<String> create(DefinedObject table) {
        String definition = table.definition().sql();
        if (!hasForeignContent(Lexer.tokens(definition, Sqlite.LEXICON))) {
            return List.of(definition);
        }
        String name = new Sql(Sqlite.QUOTING).name(table.name().name()).toString();
        return List.of(definition, "INSERT INTO " + name + "(" + name + ") VALUES ('rebuild')");
    }

    private static boolean hasForeignContent(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("CONTENT") && tokens.get(i + 1).is("=") && !tokens.get(i + 2).value().isEmpty()) {
                return tokens.stream().anyMatch(token -> token.is("FTS5") || token.is("FTS4"));
            }
        }
        return false;
    }
}
