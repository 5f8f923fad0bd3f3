package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;

/** Names in SQL text whose dialect is not at hand. */
public final class Identifiers {
    /** Reads every quoting that a canonical text may hold. */
    private static final Lexicon ANY = new Lexicon("\"`", false, true, true, false, true);

    private Identifiers() {}

    /** Replaces a name wherever it stands as a token of its own, outside literals and comments. */
    public static String rename(String sql, String from, String to) {
        var lexer = new Lexer(sql, ANY);
        var renamed = new StringBuilder();
        int done = 0;
        for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
            boolean same = token.type() == Type.NAME ? token.value().equals(from) : token.type() == Type.WORD && token.value().equalsIgnoreCase(from);
            if (same) {
                renamed.append(sql, done, token.start()).append(isSimple(to) ? to : '"' + to.replace("\"", "\"\"") + '"');
                done = token.end();
            }
        }
        return renamed.append(sql, done, sql.length()).toString();
    }

    /** Whether a name needs no quotes unless it is a reserved word. */
    public static boolean isSimple(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }
}
