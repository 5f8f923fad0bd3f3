package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller says of a name that is gone: {@code users.username:email} (a column), {@code posts:articles} (a table or a type),
 * {@code mood.sad:unhappy} (a label of a type), {@code users.username:} (dropped, not renamed). A name in double quotes may hold a dot or a colon.
 * Where that can mean two things, the kind comes first: {@code column users.name:nick}, {@code table users.name:nick}.
 *
 * @param text the hint as it was sent
 * @param kind what is renamed, where the hint says so
 * @param from the old name, read as far as it can be without a schema: the parts between dots
 * @param to   the new name; empty for "dropped"
 */
public record RenameHint(String text, Optional<Kind> kind, List<String> from, Optional<String> to) {
    private static final List<Kind> KINDS = List.of(Kind.TABLE, Kind.ENUM, Kind.DOMAIN, Kind.SEQUENCE, Kind.COLUMN, Kind.LABEL);

    /** Reads a hint; fails with {@link IllegalArgumentException} where it is none. */
    public static RenameHint parse(String text) {
        Optional<Kind> kind = KINDS.stream().filter(each -> text.strip().startsWith(each.word() + " ")).findFirst();
        List<String> sides = split(kind.map(each -> text.strip().substring(each.word().length())).orElse(text), ':');
        if (sides.size() < 2) {
            throw new IllegalArgumentException("'" + text + "' has no colon; write old:new, as in users.username:email or posts:articles");
        }
        var from = new ArrayList<String>();
        for (String part : split(String.join(":", sides.subList(0, sides.size() - 1)), '.')) {
            from.add(ObjectName.parse(part.strip()).name());
        }
        if (from.size() > 3) {
            throw new IllegalArgumentException("'" + text + "' has more than schema, table and column before the colon");
        }
        String to = sides.getLast().strip();
        if (to.isEmpty()) {
            return new RenameHint(text, kind, from, Optional.empty());
        }
        ObjectName name = ObjectName.parse(to.startsWith("\"") || to.chars().filter(c -> c == '.').count() < 2 ? to : to.substring(to.lastIndexOf('.') + 1));
        return new RenameHint(text, kind, from, Optional.of(name.name()));
    }

    /** Whether it may be about a thing of that kind. */
    boolean mayMean(Kind what) {
        return kind.isEmpty() || kind.get() == what;
    }

    /** What stands between the separators outside double quotes. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            quoted ^= text.charAt(at) == '"';
            if (text.charAt(at) == separator && !quoted) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The hint that says that a part of an object was renamed: a column of a table, a label of a type. */
    public static String part(ObjectName owner, String from, String to) {
        return dropped(owner, from) + spelled(to);
    }

    /** The hint that says that a part of an object was not renamed. */
    public static String dropped(ObjectName owner, String part) {
        return owner + "." + spelled(part) + ":";
    }

    private static String spelled(String name) {
        return name.indexOf(':') < 0 && name.equals(name.strip()) ? ObjectName.of(name).toString() : Identifiers.quoted(name);
    }

    /** The hint that says that an object was renamed. */
    public static String object(ObjectName from, ObjectName to) {
        return from + ":" + ObjectName.of(to.name());
    }
}
