package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A foreign table, taken apart (manual, CREATE FOREIGN TABLE): columns and checks as of any table, and where its rows are. As it holds none itself, it is
 * made anew where its columns differ; its options change in place.
 *
 * @param ofColumns the options of columns, for those that have some
 */
record ForeignTable(Table table, Map<String, SortedMap<String, String>> ofColumns, String server, SortedMap<String, String> options) implements Dissected {
    static final String KIND = "foreign table";

    /** A partition, one that inherits, and one with serial columns hang on others, and are carried as they were written. */
    static Optional<Dissected> read(TokenStream in, PostgresqlScript script) {
        int start = in.mark();
        ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
        Optional<Dissected> read = in.at("(") ? columns(name, in).flatMap(table -> table.placed(in)) : Optional.empty();
        if (read.isEmpty()) {
            in.reset(start);
        }
        return read;
    }

    private static Optional<ForeignTable> columns(ObjectName name, TokenStream in) {
        Token open = in.peek();
        var ofColumns = new TreeMap<String, SortedMap<String, String>>();
        var plain = new ArrayList<String>();
        for (String element : TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list()) {
            TokenStream one = TokenStream.of(element, Postgresql.LEXICON);
            int mark = one.mark();
            one.next();
            one.skipUntil("OPTIONS");
            String before = one.textSince(mark);
            if (one.accept("OPTIONS")) {
                ofColumns.put(PostgresqlScript.clauses(TokenStream.of(element, Postgresql.LEXICON)).name(), Parameters.options(one, Map.of()));
            }
            plain.add(before + " " + one.rest());
        }
        try {
            Table table = normal(PostgresqlRenderer.name(name) + " (" + String.join(", ", plain) + ")", name);
            return table.columns().stream().anyMatch(PostgresqlRenderer::isSerial) ? Optional.empty() : Optional.of(new ForeignTable(table, ofColumns, "", new TreeMap<>()));
        } catch (SqlException e) {
            throw new SqlException(e.getMessage(), open.start());
        }
    }

    private static Table normal(String definition, ObjectName name) {
        var script = new PostgresqlScript(Schema.EMPTY);
        new TableReader(TokenStream.of(definition, Postgresql.LEXICON), script).create(false);
        return normal(script, name);
    }

    private static Table normal(PostgresqlScript script, ObjectName name) {
        Table table = new PostgresqlNormalizer().schema(script.editor.schema(), new ArrayList<>()).table(name).orElseThrow();
        boolean plain = table.options().isEmpty() && table.parts().stream().allMatch(part -> part instanceof Column || part instanceof Check);
        if (!plain) {
            throw new SqlException("of a foreign table its columns, checks and OPTIONS are read, and nothing else; leave the rest out, and look after it by hand", 0);
        }
        return table;
    }

    private Optional<Dissected> placed(TokenStream in) {
        if (!in.accept("SERVER")) {
            return Optional.empty();
        }
        String place = PostgresqlScript.clauses(in).name();
        return Optional.of(new ForeignTable(table, ofColumns, place, in.accept("OPTIONS") ? Parameters.options(in, Map.of()) : new TreeMap<>()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ObjectName name() {
        return table.name();
    }

    @Override
    public String sql() {
        var renderer = new TableRenderer();
        var lines = new ArrayList<String>();
        table.parts().forEach(part -> lines.add(part instanceof Column column ? renderer.column(table.name(), column, Parameters.options(options(column))) : renderer.constraint(part)));
        Sql sql = Postgresql.sql("CREATE FOREIGN TABLE").words(PostgresqlRenderer.name(table.name()));
        String create = (lines.isEmpty() ? sql.words("()") : sql.lines(lines)).words("SERVER").name(server).words(Parameters.options(options)).toString();
        return create + table.columns().stream().flatMap(column -> TableRenderer.columnOptions(table.name(), column.withOptions(Options.NONE), column).stream())
                .map(statement -> ";\n" + statement.sql()).sorted().collect(Collectors.joining());
    }

    @Override
    public String wording() {
        Table plain = table.withParts(table.parts().map(part -> switch (part) {
            case Column column -> column.withDefault(column.defaultValue().map(ForeignTable::plain))
                    .withGenerated(column.generated().map(generated -> new Generated(plain(generated.expression()), generated.stored())));
            case Check check -> new Check(check.name(), plain(check.condition()), check.options());
            case PrimaryKey _, Unique _, Exclusion _, ForeignKey _, Index _ -> part;
        }));
        return Wording.rest(TokenStream.of(new ForeignTable(plain, ofColumns, server, options).sql(), Postgresql.LEXICON));
    }

    private static SqlText plain(SqlText text) {
        return SqlText.plain(text.canonical());
    }

    private SortedMap<String, String> options(Column column) {
        return ofColumns.getOrDefault(column.name(), new TreeMap<>());
    }

    @Override
    public ForeignTable altered(TokenStream in, PostgresqlScript script) {
        ForeignTable altered = this;
        do {
            int mark = in.mark();
            in.skipUntil(",", ";");
            altered = altered.altered(in.textSince(mark));
        } while (in.accept(","));
        return altered;
    }

    private ForeignTable altered(String action) {
        TokenStream in = TokenStream.of(action, Postgresql.LEXICON);
        if (in.at("RENAME", "TO") || in.at("SET", "SCHEMA")) {
            throw in.unexpected("another action: a foreign table cannot be renamed; create it under its new name");
        }
        if (in.accept("OPTIONS")) {
            return new ForeignTable(table, ofColumns, server, Parameters.options(in, options));
        }
        if (in.accept("ALTER") && (in.accept("COLUMN") || in.peek().isName())) {
            String column = PostgresqlScript.clauses(in).name();
            if (in.accept("OPTIONS")) {
                var changed = new TreeMap<>(ofColumns);
                changed.put(column, Parameters.options(in, ofColumns.getOrDefault(column, new TreeMap<>())));
                return new ForeignTable(table, changed, server, options);
            }
        }
        var script = new PostgresqlScript(Schema.of(List.of(table)));
        new AlterTableReader(TokenStream.of(PostgresqlRenderer.name(table.name()) + " " + action, Postgresql.LEXICON), script).alter();
        return new ForeignTable(normal(script, table.name()), ofColumns, server, options);
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof ForeignTable after) || !server.equals(after.server) || !table.equals(after.table)) {
            return List.of();
        }
        var actions = new ArrayList<String>();
        for (Column column : table.columns()) {
            String changes = Parameters.options(options(column), after.options(column));
            if (!changes.isEmpty()) {
                actions.add("ALTER COLUMN " + Postgresql.QUOTING.name(column.name()) + " " + changes);
            }
        }
        String changes = Parameters.options(options, after.options);
        if (!changes.isEmpty()) {
            actions.add(changes);
        }
        return List.of(Statement.of(Postgresql.sql("ALTER FOREIGN TABLE").words(PostgresqlRenderer.name(table.name())).words(String.join(", ", actions)).toString()));
    }
}
