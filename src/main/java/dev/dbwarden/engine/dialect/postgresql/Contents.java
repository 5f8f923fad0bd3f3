package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents of literals as PostgreSQL writes them back: JSON and arrays without white space, intervals in parts, names folded. */
final class Contents {
    private static final Pattern MINUTES = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d");
    private static final Pattern ZONE = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?) ?(Z|z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern MIDNIGHT = Pattern.compile("^(\\d{4,}-\\d\\d-\\d\\d) 00:00:00(?:\\.0+)?(?:\\+00(?::00)?)?$");
    private Contents() {}

    /** JSON or an array without white space around its punctuation. */
    static String squeezed(String content) {
        var squeezed = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (quoted && c == '\\' && i + 1 < content.length()) {
                squeezed.append(c);
                c = content.charAt(++i);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                int end = i + 1;
                while (end < content.length() && Character.isWhitespace(content.charAt(end))) {
                    end++;
                }
                boolean needless = isEdge(content, i - 1) || isEdge(content, end);
                squeezed.append(needless ? "" : content.substring(i, end));
                i = end - 1;
                continue;
            }
            squeezed.append(c);
        }
        return squeezed.toString();
    }

    /** Whether there is punctuation at an offset, or nothing. */
    private static boolean isEdge(String content, int at) {
        return at < 0 || at >= content.length() || ",:{}[]".indexOf(content.charAt(at)) >= 0;
    }

    /** A point in time as it is printed: without a time of day that is midnight, with its seconds otherwise. */
    static String time(String content) {
        String text = content.strip().replaceFirst("^(\\d{4,}-\\d\\d-\\d\\d)T", "$1 ");
        Matcher minutes = MINUTES.matcher(text);
        return MIDNIGHT.matcher(minutes.matches() ? text + ":00" : text).replaceFirst("$1");
    }

    /** A point of time as the server prints it: without a zone where the type has none, as what is written there is ignored (manual, 8.5.1.3). */
    static String timestamp(String content, boolean zoned) {
        String text = content.strip().equalsIgnoreCase("epoch") ? "1970-01-01 00:00:00+00" : content.strip();
        Matcher zone = ZONE.matcher(text);
        if (!zone.matches()) {
            return time(text);
        }
        String utc = zone.group(2).matches("(?i)Z|[+-]00(:?00)?") ? "+00" : zone.group(2);
        String whole = zone.group(1).matches(".*[ T]\\d\\d:\\d\\d") ? zone.group(1) + ":00" : zone.group(1);
        return time(zoned ? whole + utc : whole);
    }

    /** A name in a literal, as the server reads it: folded where it is not quoted, without {@code public}. */
    static String name(String content) {
        try {
            var name = new StringBuilder();
            for (Token token : Lexer.tokens(content, Postgresql.LEXICON)) {
                if (!token.isName() && !token.is(".")) {
                    return content;
                }
                String part = token.type() == Token.Type.NAME ? Identifiers.canonical(token.value()) : token.text().toLowerCase(Locale.ROOT);
                name.append(part);
            }
            return name.toString().replaceFirst("^(public|pg_catalog)\\.", "");
        } catch (SqlException open) {
            return content;
        }
    }
}
