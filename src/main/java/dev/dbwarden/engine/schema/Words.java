package dev.dbwarden.engine.schema;

import java.util.LinkedHashSet;
import java.util.List;

/** Renames a name where it is used: in lists of columns and in SQL text, outside literals and comments. */
final class Words {
    private Words() {}

    static List<String> rename(List<String> names, String from, String to) {
        return names.contains(from) ? names.stream().map(name -> name.equals(from) ? to : name).toList() : names;
    }

    /** The text itself, which speaks of {@code to} too where it speaks of {@code from}. */
    static SqlText alsoNamed(SqlText text, String from, String to) {
        if (!text.words().contains(from)) {
            return text;
        }
        var words = new LinkedHashSet<>(text.words());
        words.add(to);
        return text.withWords(words);
    }

    static SqlText rename(SqlText text, String from, String to) {
        if (!text.words().contains(from)) {
            return text;
        }
        var words = new LinkedHashSet<>(text.words());
        words.remove(from);
        words.add(to);
        return text.rename(from, to).withWords(words);
    }
}
