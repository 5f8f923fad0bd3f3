package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of indexes: a column or an expression, then COLLATE, then a direction. */
final class SqliteKeys {
    private SqliteKeys() {}

    /** Reads a key from its tokens, whose text they are. */
    static Index.Key key(List<Token> tokens, String text) {
        int offset = tokens.getFirst().start();
        int end = tokens.size();
        var modifiers = new ArrayList<String>();
        if (end > 1 && (tokens.get(end - 1).is("ASC") || tokens.get(end - 1).is("DESC"))) {
            end--;
            if (tokens.get(end).is("DESC")) {
                modifiers.add("DESC");
            }
        }
        if (end > 2 && tokens.get(end - 2).is("COLLATE")) {
            modifiers.addFirst("COLLATE " + SqliteNormalizer.collation(tokens.get(end - 1).value()).orElse("BINARY"));
            end -= 2;
        }
        String modified = String.join(" ", modifiers);
        Token only = tokens.getFirst();
        if (end == 1 && only.type() != Token.Type.NUMBER && only.type() != Token.Type.SYMBOL) {
            return new Index.Key(only.value(), Optional.empty(), modified);
        }
        String expression = text.substring(0, tokens.get(end - 1).end() - offset);
        return new Index.Key("", Optional.of(SqliteTexts.expression(SqliteTexts.withoutBrackets(expression))), modified);
    }

    /** The key with its modifiers in their one spelling. */
    static Index.Key normal(Index.Key key) {
        if (key.modifiers().isEmpty()) {
            return key;
        }
        String text = "x " + key.modifiers();
        return new Index.Key(key.column(), key.expression(), key(Lexer.tokens(text, Sqlite.LEXICON), text).modifiers());
    }
}
