package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names in SQL text whose dialect is not at hand. */
public final class Identifiers {
    /** Reads every quoting that a canonical text may hold. */
    public static final Lexicon ANY = new Lexicon("\"`", false, true, true, false, true);

    /** Words that mean something else than a name where they stand without quotes. */
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "is", "isnull", "notnull", "like", "ilike", "similar", "between", "glob",
            "match", "regexp", "overlaps", "null", "true", "false", "case", "when", "then", "else", "end", "cast", "array", "row", "any", "all", "some",
            "exists", "select", "with", "values", "distinct", "from", "for", "as", "on", "collate", "at", "operator", "escape", "variadic", "filter",
            "over", "within", "order", "where", "user", "current_user", "session_user", "current_role", "current_date", "current_time", "current_timestamp",
            "localtime", "localtimestamp", "current_catalog", "current_schema", "default", "union", "group", "having", "limit", "using");

    private Identifiers() {}

    /** A name in the canonical spelling: in quotes where it would be something else without. */
    public static String canonical(String name) {
        return isSimple(name) && !KEYWORDS.contains(name) ? name : quoted(name);
    }

    /** A name between double quotes, as in every text whose dialect is not at hand. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The names that stand in a text, quoted or not; a word without quotes as it is written and in lower case. */
    public static Set<String> names(String text) {
        var names = new HashSet<String>();
        var lexer = new Lexer(text, ANY);
        try {
            for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
                if (token.isName()) {
                    names.add(token.value());
                    names.add(token.type() == Type.WORD ? token.value().toLowerCase(Locale.ROOT) : token.value());
                }
            }
        } catch (SqlException open) {
            names.add(text);
        }
        return names;
    }

    /** Replaces a name wherever it stands as a token of its own, outside literals and comments. */
    public static String rename(String sql, String from, String to) {
        return rename(sql, from, to, ANY);
    }

    /** The same in a text of a dialect. */
    public static String rename(String sql, String from, String to, Lexicon lexicon) {
        return rename(sql, from, to, 0, lexicon);
    }

    /** Replaces a column's name in the statement that makes an index: behind the names of the index and of its table. */
    public static String renameInBrackets(String sql, String from, String to) {
        var lexer = new Lexer(sql, ANY);
        Token token = lexer.next();
        while (token.type() != Type.END && !token.is("(")) {
            token = lexer.next();
        }
        return rename(sql, from, to, token.start(), ANY);
    }

    private static String rename(String sql, String from, String to, int start, Lexicon lexicon) {
        var lexer = new Lexer(sql, lexicon);
        var renamed = new StringBuilder();
        int done = 0;
        for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
            boolean same = token.type() == Type.NAME ? token.value().equals(from) : token.type() == Type.WORD && token.value().equalsIgnoreCase(from);
            if (same && token.start() >= start) {
                boolean quoted = token.type() == Type.NAME && lexicon.identifierQuotes().indexOf(token.text().charAt(0)) >= 0;
                char quote = quoted ? token.text().charAt(0) : lexicon.identifierQuotes().charAt(0);
                renamed.append(sql, done, token.start()).append(isSimple(to) ? to : quote + to.replace(String.valueOf(quote), "" + quote + quote) + quote);
                done = token.end();
            }
        }
        return renamed.append(sql, done, sql.length()).toString();
    }

    /** Whether a name needs no quotes unless it is a reserved word, where words without quotes are read in lower case. */
    public static boolean isSimple(String name) {
        return isWord(name) && name.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Whether a name is made of ASCII letters, digits and underscores and begins with no digit: it needs no quotes unless it is a reserved word. */
    public static boolean isWord(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }
}
