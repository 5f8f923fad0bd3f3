package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code CREATE FOREIGN TABLE}, and takes apart what the table has of its own and what it has from its parents. A statement in a snapshot stands
 * alone: there nobody knows the parents, and it is as it says.
 */
final class ForeignTableReader {
    private static final List<String> PARENTS = List.of("partition_of", "partition_bound", "inherits");
    private static final DataType UNKNOWN = DataType.user(ObjectName.of("unknown"), "");

    private ForeignTableReader() {}

    /** After {@code CREATE FOREIGN TABLE [IF NOT EXISTS]}. */
    static Optional<Dissected> read(TokenStream in, PostgresqlScript script) {
        ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
        boolean partition = in.accept("PARTITION", "OF");
        var parents = new ArrayList<ObjectName>();
        if (partition) {
            parents.add(script.seen(PostgresqlScript.clauses(in).objectName()));
        }
        Token open = in.peek();
        List<String> elements = in.at("(") ? TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list() : List.of();
        if (in.accept("INHERITS")) {
            TokenStream list = TokenStream.of(in.parenthesized(), Postgresql.LEXICON);
            do {
                parents.add(script.seen(PostgresqlScript.clauses(list).objectName()));
            } while (list.accept(","));
        }
        int mark = in.mark();
        in.skipUntil("SERVER", ";");
        String bound = in.textSince(mark);
        String names = parents.stream().map(PostgresqlRenderer::name).collect(Collectors.joining(", "));
        var ofColumns = new TreeMap<String, SortedMap<String, String>>();
        List<String> plain = partition ? elements : elements.stream().map(element -> plain(element, ofColumns)).toList();
        String list = partition && plain.isEmpty() ? "" : " (" + String.join(", ", plain) + ") ";
        String definition = PostgresqlRenderer.name(name) + (partition ? " PARTITION OF " + names + " " : "") + list
                + (partition || parents.isEmpty() ? "" : "INHERITS (" + names + ") ") + bound;
        try {
            var beside = beside(parents, script, partition ? names(plain) : List.of());
            new TableReader(TokenStream.of(definition, Postgresql.LEXICON), beside).create(false);
            Table table = own(name, beside, script);
            in.expect("SERVER");
            String place = PostgresqlScript.clauses(in).name();
            return Optional.of(new ForeignTable(table, ofColumns, place, in.accept("OPTIONS") ? Parameters.options(in, Map.of()) : new TreeMap<>()));
        } catch (SqlException e) {
            throw new SqlException(e.getMessage(), open.start());
        }
    }

    /** A column without its {@code OPTIONS}, which are put aside. */
    private static String plain(String element, Map<String, SortedMap<String, String>> ofColumns) {
        TokenStream one = TokenStream.of(element, Postgresql.LEXICON);
        int mark = one.mark();
        one.next();
        one.skipUntil("OPTIONS");
        String before = one.textSince(mark);
        if (one.accept("OPTIONS")) {
            ofColumns.put(PostgresqlScript.clauses(TokenStream.of(element, Postgresql.LEXICON)).name(), Parameters.options(one, Map.of()));
        }
        return before + " " + one.rest();
    }

    private static List<String> names(List<String> elements) {
        return elements.stream().map(element -> TokenStream.of(element, Postgresql.LEXICON)).filter(one -> !one.atAny("CONSTRAINT", "CHECK"))
                .map(one -> PostgresqlScript.clauses(one).name()).toList();
    }

    /** A script of a table's parents alone; of one that nobody knows the columns that the table names are enough. */
    static PostgresqlScript beside(List<ObjectName> parents, PostgresqlScript script, List<String> columns) {
        return new PostgresqlScript(Schema.of(parents.stream().distinct().map(parent -> whole(parent, script)
                .orElseGet(() -> new Table(parent, Parts.of(columns.stream().map(ForeignTableReader::unknown).toList()), Options.NONE, Optional.empty()))).toList()));
    }

    /** A column with a default that no other has, so that NULL is told from it. */
    private static Column unknown(String name) {
        return Column.of(name, UNKNOWN).withDefault(Optional.of(SqlText.plain(UNKNOWN.name())));
    }

    /** A parent with the columns and checks that it has itself or from its own, of which nobody needs to know. */
    private static Optional<Table> whole(ObjectName name, PostgresqlScript script) {
        Function<ObjectName, Optional<Table>> tables = each -> ForeignTable.table(each, script.editor::find);
        return tables.apply(name).map(table -> Descent.natural(tables).detached(table)).map(table -> new Table(name,
                Parts.of(table.parts().stream().filter(part -> part instanceof Column || part instanceof Check).toList()), Options.NONE, Optional.empty()));
    }

    /** What a table has of its own, as the server would have it; its sequences become the script's. */
    static Table own(ObjectName name, PostgresqlScript beside, PostgresqlScript script) {
        Schema schema = new PostgresqlNormalizer().schema(beside.editor.schema(), new ArrayList<>());
        Table table = schema.table(name).orElseThrow();
        boolean plain = PARENTS.containsAll(table.options().values().keySet()) && table.parts().stream().allMatch(part -> part instanceof Column || part instanceof Check);
        if (!plain) {
            throw new SqlException("of a foreign table its columns, checks, parents and OPTIONS are read, and nothing else; leave the rest out, and look after it by hand", 0);
        }
        table.columns().stream().filter(PostgresqlRenderer::isSerial).forEach(column -> script.editor.add(SerialReader.free(column.identity().orElseThrow(), column, name)));
        Table counting = table.withParts(table.parts().map(part -> part instanceof Column column ? Descent.withoutSequence(column) : part));
        Table above = Descent.natural(schema::table).detached(table.withParts(Parts.NONE));
        Stream<Column> inherited = counting.columns().stream().sorted(Comparator.comparing(Column::name))
                .flatMap(column -> above.column(column.name()).flatMap(each -> differing(column, each)).stream());
        Stream<Column> further = counting.columns().stream().filter(column -> above.column(column.name()).isEmpty());
        return counting.withParts(Parts.of(Stream.of(inherited, further, counting.checks().stream().sorted(Comparator.comparing(Check::name))).<TablePart>flatMap(Function.identity()).toList()));
    }

    /** What a column has that its parent's has not; empty where there is nothing. */
    static Optional<Column> differing(Column own, Column above) {
        Optional<SqlText> value = value(own);
        Column bare = own.withDefault(Optional.empty()).withGenerated(Optional.empty()).withNullable(true).withIdentity(Optional.empty()).withOptions(own.options().without(ForeignTable.NO_DEFAULT));
        Column differing = bare.withNullable(own.nullable() || !above.nullable()).withDefault(value.equals(value(above)) ? Optional.empty() : value)
                .withOptions(value.isEmpty() && value(above).isPresent() ? bare.options().with(ForeignTable.NO_DEFAULT, "true") : bare.options())
                .withGenerated(own.generated().equals(above.generated()) ? Optional.empty() : own.generated());
        return differing.equals(bare) && bare.options().equals(above.options()) ? Optional.empty() : Optional.of(differing);
    }

    private static Optional<SqlText> value(Column column) {
        return column.defaultValue().filter(value -> !value.canonical().equalsIgnoreCase("NULL"));
    }

    static Column absolute(Column differing, Column above) {
        return above.withNullable(differing.nullable() && above.nullable()).withGenerated(differing.generated().or(above::generated)).withOptions(differing.options().without(ForeignTable.NO_DEFAULT))
                .withDefault(differing.options().has(ForeignTable.NO_DEFAULT) ? Optional.empty() : differing.defaultValue().or(() -> value(above)));
    }
}
