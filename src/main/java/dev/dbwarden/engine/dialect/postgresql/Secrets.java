package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords of mapped users and of subscriptions. A model's statements go into migrations and snapshots, and these into a repository: so they are left out
 * where they are read, with a mark in their place.
 */
final class Secrets {
    private static final Pattern MAPPING = Pattern.compile("\\s*CREATE\\s+USER\\s+MAPPING\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBSCRIPTION = Pattern.compile("\\s*CREATE\\s+SUBSCRIPTION\\b", Pattern.CASE_INSENSITIVE);
    /** What an option is called that holds one, as in {@code catalog/unread.sql}; {@code passfile} names a file, and {@code password_required} is a yes or no. */
    private static final Pattern NAME = Pattern.compile("pass(?!file|word_required)|pwd|secret|token|credential|(api|access|private|account)_?key", Pattern.CASE_INSENSITIVE);
    /** A setting in a connection string (manual, 34.1.1.1). */
    private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*+'?|(?:[^\\s\\\\]|\\\\.)*+)\\s*", Pattern.DOTALL);
    /** A password before the host of a connection URI (manual, 34.1.1.2). */
    private static final Pattern BEFORE_HOST = Pattern.compile("^(\\w+://[^/?#:@]*):[^/]*@");
    private static final Pattern PARAMETER = Pattern.compile("([?&])([^=&]+)=[^&]*");

    private Secrets() {}

    static boolean isSecret(String option) {
        return NAME.matcher(option).find();
    }

    /** The statement without the passwords in it; the very same where there are none. */
    static String without(String sql) {
        try {
            if (MAPPING.matcher(sql).lookingAt()) {
                return Dissected.of(TokenStream.of(sql, Postgresql.LEXICON)).filter(each -> each instanceof UserMapping mapping && mapping.lacks()).map(Dissected::sql).orElse(sql);
            }
            return SUBSCRIPTION.matcher(sql).lookingAt() ? withoutConnections(sql) : sql;
        } catch (SqlException unreadable) {
            return sql;
        }
    }

    private static String withoutConnections(String sql) {
        var kept = new StringBuilder();
        int from = 0;
        List<Token> tokens = TokenStream.of(sql, Postgresql.LEXICON).tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token connection = tokens.get(i + 1);
            if (!tokens.get(i).is("CONNECTION") || connection.type() != Token.Type.STRING) {
                continue;
            }
            String text = Parameters.text(connection);
            String plain = withoutPassword(text);
            if (!plain.equals(text)) {
                kept.append(sql, from, tokens.get(i).start()).append(DefinedObject.LEFT_OUT).append(" CONNECTION ").append(Postgresql.QUOTING.literal(plain));
                from = connection.end();
            }
        }
        return kept.append(sql.substring(from)).toString();
    }

    /** A connection string, in either form. */
    private static String withoutPassword(String connection) {
        if (!connection.contains("://")) {
            return SETTING.matcher(connection).replaceAll(each -> isSecret(each.group(1)) ? "" : Matcher.quoteReplacement(each.group())).strip();
        }
        String bare = PARAMETER.matcher(BEFORE_HOST.matcher(connection).replaceFirst("$1@")).replaceAll(each -> isSecret(each.group(2)) ? "" : Matcher.quoteReplacement(each.group()));
        return bare.contains("?") ? bare : bare.replaceFirst("&", "?");
    }
}
