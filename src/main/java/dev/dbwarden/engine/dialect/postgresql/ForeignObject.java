package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A foreign-data wrapper or a foreign server, taken apart (manual, CREATE FOREIGN DATA WRAPPER, CREATE SERVER). Foreign tables and the mappings of users
 * hang on a server, so its options and version change in place.
 *
 * @param clauses what it has besides, each as its words and the SQL behind them
 */
record ForeignObject(String kind, ObjectName name, Map<String, String> clauses, SortedMap<String, String> options) implements Dissected {
    private static final List<String> CLAUSES = List.of("TYPE", "VERSION", "FOREIGN DATA WRAPPER", "HANDLER", "VALIDATOR");
    /** What no ALTER changes. */
    private static final List<String> FIXED = List.of("TYPE", "FOREIGN DATA WRAPPER");
    private static final List<String> ROUTINES = List.of("HANDLER", "VALIDATOR");

    static ForeignObject read(String kind, TokenStream in) {
        return new ForeignObject(kind, ObjectName.of(PostgresqlScript.clauses(in).name()), Map.of(), new TreeMap<>()).with(in);
    }

    private ForeignObject with(TokenStream in) {
        Clauses names = PostgresqlScript.clauses(in);
        var read = new TreeMap<>(clauses);
        SortedMap<String, String> given = options;
        while (!in.isAtEnd() && !in.at(";")) {
            if (in.accept("FOREIGN", "DATA", "WRAPPER")) {
                read.put("FOREIGN DATA WRAPPER", Postgresql.QUOTING.name(names.name()));
            } else if (in.accept("OPTIONS")) {
                given = Parameters.options(in, given);
            } else if (in.accept("NO") || in.at("VERSION", "NULL")) {
                read.remove(in.next().text().toUpperCase(Locale.ROOT));
                in.accept("NULL");
            } else if (in.atAny("TYPE", "VERSION")) {
                read.put(in.next().text().toUpperCase(Locale.ROOT), Postgresql.QUOTING.literal(Parameters.text(in.next())));
            } else if (in.atAny("HANDLER", "VALIDATOR")) {
                read.put(in.next().text().toUpperCase(Locale.ROOT), PostgresqlRenderer.name(PostgresqlNormalizer.resolved(names.objectName())));
            } else {
                throw in.unexpected("TYPE, VERSION, FOREIGN DATA WRAPPER, HANDLER, VALIDATOR or OPTIONS");
            }
        }
        return new ForeignObject(kind, name, read, given);
    }

    @Override
    public String sql() {
        var sql = Postgresql.sql("CREATE").words(kind.toUpperCase(Locale.ROOT)).words(PostgresqlRenderer.name(name));
        CLAUSES.stream().filter(clauses::containsKey).forEach(clause -> sql.words(clause).words(clauses.get(clause)));
        return sql.words(Parameters.options(options)).toString();
    }

    @Override
    public ForeignObject altered(TokenStream in, PostgresqlScript script) {
        return with(in);
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof ForeignObject after) || FIXED.stream().anyMatch(clause -> !String.valueOf(clauses.get(clause)).equals(String.valueOf(after.clauses.get(clause))))) {
            return List.of();
        }
        var sql = Postgresql.sql("ALTER").words(kind.toUpperCase(Locale.ROOT)).words(PostgresqlRenderer.name(name));
        for (String clause : CLAUSES) {
            String value = after.clauses.getOrDefault(clause, "");
            if (!value.equals(clauses.getOrDefault(clause, ""))) {
                sql.words(value.isEmpty() && ROUTINES.contains(clause) ? "NO " + clause : clause + " " + (value.isEmpty() ? "NULL" : value));
            }
        }
        return List.of(Statement.of(sql.words(Parameters.options(options, after.options)).toString()));
    }
}
