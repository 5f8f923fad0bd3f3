package dev.dbwarden.engine.sql;

import java.util.Collection;
import java.util.List;

/** Builds one SQL statement from typed parts: the only place where names and literals enter SQL. */
public final class Sql {
    private final Quoting quoting;
    private final StringBuilder text = new StringBuilder();

    public Sql(Quoting quoting) {
        this.quoting = quoting;
    }

    /** Keywords, or SQL that is whole already. */
    public Sql words(String words) {
        if (!words.isEmpty()) {
            space().append(words);
        }
        return this;
    }

    /** A name; several make a qualified one, empty ones left out. */
    public Sql name(String... parts) {
        space();
        boolean first = true;
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(first ? "" : ".").append(quoting.name(part));
                first = false;
            }
        }
        return this;
    }

    public Sql literal(String value) {
        space().append(quoting.literal(value));
        return this;
    }

    /** Names in brackets. */
    public Sql names(Collection<String> names) {
        return items(names.stream().map(quoting::name).toList());
    }

    /** Parts in brackets on one line. */
    public Sql items(List<String> items) {
        space().append('(').append(String.join(", ", items)).append(')');
        return this;
    }

    /** Parts in brackets, one a line. */
    public Sql lines(List<String> items) {
        space().append("(\n    ").append(String.join(",\n    ", items)).append("\n)");
        return this;
    }

    private StringBuilder space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '(') {
            text.append(' ');
        }
        return text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
