package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.ViewWording.ViewQuery;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The queries that WITH gives a name, for those behind it and the query that follows; with RECURSIVE also for themselves. */
final class NamedQueries {
    /** Reads a query, which may have names for its columns, over tables whose columns are known. */
    @FunctionalInterface
    interface Reading {
        ViewQuery read(String query, List<String> names, Function<ObjectName, List<String>> columnsOf);
    }

    private final TokenStream in;
    private final Reading reading;
    private final Function<ObjectName, List<String>> tables;
    private final Map<String, List<String>> named = new HashMap<>();

    NamedQueries(TokenStream in, Function<ObjectName, List<String>> tables, Reading reading) {
        this.in = in;
        this.tables = tables;
        this.reading = reading;
    }

    /** Reads up to the query that all this is for; what stands there in one spelling. */
    String canonical() {
        in.expect("WITH");
        boolean recursive = in.accept("RECURSIVE");
        var canonical = new ArrayList<String>();
        do {
            canonical.add(named(recursive));
        } while (in.accept(","));
        return (recursive ? "with recursive " : "with ") + String.join(", ", canonical) + " ";
    }

    /** The columns of a named query, or else of a table. */
    List<String> columnsOf(ObjectName name) {
        List<String> columns = name.namespace().isEmpty() ? named.get(name.name().toLowerCase(Locale.ROOT)) : null;
        return columns == null ? tables.apply(name) : columns;
    }

    private String named(boolean recursive) {
        String name = in.next().value().toLowerCase(Locale.ROOT);
        List<String> columns = columns();
        in.expect("AS");
        String query = in.parenthesized();
        if (recursive) {
            named.put(name, columns.isEmpty() ? reading.read(first(query), List.of(), this::columnsOf).columns() : columns);
        }
        ViewQuery read = reading.read(query, columns, this::columnsOf);
        named.put(name, read.columns());
        return Identifiers.canonical(name) + " as (" + read.canonical() + ")";
    }

    private List<String> columns() {
        var columns = new ArrayList<String>();
        if (in.accept("(")) {
            do {
                columns.add(in.next().value().toLowerCase(Locale.ROOT));
            } while (in.accept(","));
            in.expect(")");
        }
        return columns;
    }

    /** The SELECT that a recursion begins with. */
    private static String first(String query) {
        TokenStream in = TokenStream.of(query, Mysql.LEXICON);
        in.skipUntil("UNION");
        return in.textSince(0);
    }
}
