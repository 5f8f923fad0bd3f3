package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** Keys whose last column is a time for which they hold, from version 18 on (manual, CREATE TABLE): told by an option of the key. */
final class Temporal {
    static final String KEY = "without_overlaps";
    static final String FOREIGN_KEY = "period";
    private static final String PERIOD = "PERIOD";

    private Temporal() {}

    /** The columns of a key, and its options. */
    record Key(List<String> columns, Options options) {}

    /** {@code (a, b WITHOUT OVERLAPS)}. */
    static Key key(TokenStream in, Clauses clauses, Options options) {
        var columns = new ArrayList<String>();
        boolean overlaps = true;
        in.expect("(");
        do {
            columns.add(clauses.name());
            overlaps = !in.accept("WITHOUT", "OVERLAPS");
        } while (overlaps && in.accept(","));
        in.expect(")");
        return new Key(columns, overlaps ? options : options.with(KEY, "true"));
    }

    /** {@code (a, PERIOD b) REFERENCES t (c, PERIOD d)}. */
    static ForeignKey foreignKey(TokenStream in, Clauses clauses, String name) {
        boolean period = isNext(in);
        ForeignKey key = clauses.references(name, columns(in, clauses), () -> columns(in, clauses));
        return period ? key.withOptions(key.options().with(FOREIGN_KEY, "true")) : key;
    }

    private static boolean isNext(TokenStream in) {
        int ahead = 0;
        while (!in.peek(ahead).is(")") && in.peek(ahead).type() != Token.Type.END) {
            if (isPeriod(in, ahead++)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> columns(TokenStream in, Clauses clauses) {
        var columns = new ArrayList<String>();
        in.expect("(");
        do {
            if (isPeriod(in, 0)) {
                in.next();
            }
            columns.add(clauses.name());
        } while (in.accept(","));
        in.expect(")");
        return columns;
    }

    /** The word, where it is no column's name. */
    private static boolean isPeriod(TokenStream in, int ahead) {
        return in.peek(ahead).is(PERIOD) && in.peek(ahead + 1).isName();
    }

    static List<String> key(List<String> columns, Options options) {
        return last(columns, options.has(KEY), "", " WITHOUT OVERLAPS");
    }

    static List<String> foreignKey(List<String> columns, Options options) {
        return last(columns, options.has(FOREIGN_KEY), PERIOD + " ", "");
    }

    private static List<String> last(List<String> columns, boolean temporal, String before, String behind) {
        var items = new ArrayList<>(columns.stream().map(Postgresql.QUOTING::name).toList());
        if (temporal) {
            items.addLast(before + items.removeLast() + behind);
        }
        return items;
    }
}
