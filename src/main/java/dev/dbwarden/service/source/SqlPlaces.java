package dev.dbwarden.service.source;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where in a script tables and columns are made. It only looks at the shape of statements; what it does not know is left out. */
final class SqlPlaces {
    private static final Set<String> BETWEEN = Set.of("TEMP", "TEMPORARY", "UNLOGGED", "GLOBAL", "LOCAL", "OR", "REPLACE", "FOREIGN", "VIRTUAL");
    private static final Set<String> NO_COLUMN = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE", "INDEX", "KEY", "LIKE", "PERIOD", "FULLTEXT", "SPATIAL", "PROJECTION");

    private final List<Token> tokens;
    private final Map<String, Integer> offsets = new HashMap<>();
    private int at;

    private SqlPlaces(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Offsets by name in lower case: {@code users}, {@code users.email}. */
    static Map<String, Integer> of(String script, Lexicon lexicon) {
        try {
            return new SqlPlaces(Lexer.tokens(script, lexicon)).read();
        } catch (SqlException _) {
            return Map.of();
        }
    }

    private Map<String, Integer> read() {
        while (at < tokens.size()) {
            if (accept("CREATE")) {
                while (at < tokens.size() && BETWEEN.contains(upper(tokens.get(at)))) {
                    at++;
                }
                if (accept("TABLE")) {
                    accept("IF", "NOT", "EXISTS");
                    columns(table());
                }
            } else if (accept("ALTER", "TABLE")) {
                accept("IF", "EXISTS");
                accept("ONLY");
                added(name());
            } else {
                at++;
            }
        }
        return offsets;
    }

    private String table() {
        int start = at;
        String name = name();
        put(name, start);
        return name;
    }

    private String name() {
        var name = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isName()) {
            name.append(tokens.get(at++).value());
            if (!accept(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    private void columns(String table) {
        if (!accept("(")) {
            return;
        }
        boolean first = true;
        for (int depth = 1; at < tokens.size() && depth > 0; at++) {
            Token token = tokens.get(at);
            if (first && token.isName() && (token.type() == Token.Type.NAME || !NO_COLUMN.contains(upper(token)))) {
                put(table + "." + token.value(), at);
            }
            first = depth == 1 && token.is(",");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private void added(String table) {
        for (; at < tokens.size() && !tokens.get(at).is(";"); at++) {
            if (accept("ADD")) {
                accept("COLUMN");
                accept("IF", "NOT", "EXISTS");
                if (at < tokens.size() && tokens.get(at).isName() && !NO_COLUMN.contains(upper(tokens.get(at)))) {
                    put(table + "." + tokens.get(at).value(), at);
                }
            }
        }
    }

    private boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private void put(String name, int token) {
        if (token < tokens.size()) {
            offsets.putIfAbsent(name.toLowerCase(Locale.ROOT), tokens.get(token).start());
        }
    }

    private static String upper(Token token) {
        return token.type() == Token.Type.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }
}
