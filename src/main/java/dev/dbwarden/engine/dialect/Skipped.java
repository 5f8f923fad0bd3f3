package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;

/**
 * A statement of a script that was passed over, because it holds no schema.
 *
 * @param statement its first words: {@code INSERT}, {@code CREATE ROLE}, {@code ALTER TABLE .. OWNER TO}
 * @param offset    where it begins
 */
public record Skipped(String statement, int offset) {
    /** What the clients of databases understand and the servers do not: {@code \\connect}, {@code .mode}, {@code DELIMITER}. */
    public static final String CLIENT_COMMAND = "command of the client";

    public static Skipped of(TokenStream in) {
        List<Token> tokens = in.tokens();
        String first = word(tokens.getFirst());
        boolean ofObject = tokens.size() > 1 && List.of("CREATE", "ALTER", "DROP").contains(first);
        String words = ofObject ? first + " " + word(tokens.get(1)) : first;
        return new Skipped(words + among(tokens, "OWNER", "TO") + among(tokens, "IF", "NOT", "EXISTS"), tokens.getFirst().start());
    }

    static Skipped command(int offset) {
        return new Skipped(CLIENT_COMMAND, offset);
    }

    private static String word(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }

    private static String among(List<Token> tokens, String... words) {
        for (int at = 2; at + words.length <= Math.min(tokens.size(), 9); at++) {
            int found = 0;
            while (found < words.length && tokens.get(at + found).is(words[found])) {
                found++;
            }
            if (found == words.length) {
                return " .. " + String.join(" ", words);
            }
        }
        return "";
    }
}
