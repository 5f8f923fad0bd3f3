package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.schema.ObjectName;
import java.util.Optional;

/**
 * What a caller says of a name that is gone: {@code users.username:email} (a column), {@code posts:articles} (a table or a type),
 * {@code users.username:} (dropped, not renamed).
 *
 * @param text the hint as it was sent
 * @param from the old name, read as far as it can be without a schema: the parts between dots
 * @param to   the new name; empty for "dropped"
 */
public record RenameHint(String text, java.util.List<String> from, Optional<String> to) {

    /** Reads a hint; fails with {@link IllegalArgumentException} where it is none. */
    public static RenameHint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' has no colon; write old:new, as in users.username:email or posts:articles");
        }
        var from = new java.util.ArrayList<String>();
        for (String part : text.substring(0, colon).split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            from.add(ObjectName.parse(part.strip()).name());
        }
        if (from.size() > 3) {
            throw new IllegalArgumentException("'" + text + "' has more than schema, table and column before the colon");
        }
        String to = text.substring(colon + 1).strip();
        if (to.isEmpty()) {
            return new RenameHint(text, from, Optional.empty());
        }
        ObjectName name = ObjectName.parse(to.startsWith("\"") || to.chars().filter(c -> c == '.').count() < 2 ? to : to.substring(to.lastIndexOf('.') + 1));
        return new RenameHint(text, from, Optional.of(name.name()));
    }

    /** The hint that says that a column was renamed. */
    public static String column(ObjectName table, String from, String to) {
        return table + "." + ObjectName.of(from) + ":" + ObjectName.of(to);
    }

    /** The hint that says that an object was renamed. */
    public static String object(ObjectName from, ObjectName to) {
        return from + ":" + ObjectName.of(to.name());
    }
}
