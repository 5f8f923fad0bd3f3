package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign table, taken apart (manual, CREATE FOREIGN TABLE): columns and checks as of any table, where its rows are, and what it is a partition or an heir
 * of. As it holds no rows itself, it is made anew where its columns differ; its options change in place. A column that counts calls a sequence that is
 * an object of its own.
 *
 * @param table     what it has of its own: of a column that it has from a parent what differs from there
 * @param ofColumns the options of columns, for those that have some
 */
record ForeignTable(Table table, Map<String, SortedMap<String, String>> ofColumns, String server, SortedMap<String, String> options) implements Dissected {
    static final String KIND = "foreign table";
    private static final Pattern PARENTS = Pattern.compile("PARTITION\\s+OF\\s|INHERITS\\s*\\(", Pattern.CASE_INSENSITIVE);
    /** The option of a column that has no default although its parent's has one. */
    static final String NO_DEFAULT = "no_default";

    /** A table, or what a foreign table is made of. */
    static Optional<Table> table(ObjectName name, Function<Ref, Optional<SchemaObject>> find) {
        return find.apply(Ref.object(Kind.TABLE, name)).map(Table.class::cast)
                .or(() -> find.apply(new Ref(KIND, name, "")).flatMap(ForeignTable::of).map(ForeignTable::table));
    }

    /** The schema in which foreign tables say nothing again that they have from their parents; the very same where there is none. */
    static Schema bare(Schema schema) {
        if (schema.all(DefinedObject.class).noneMatch(ForeignTable::hasParents)) {
            return schema;
        }
        var script = new PostgresqlScript(schema);
        return Schema.of(schema.objects().map(object -> object instanceof DefinedObject defined && hasParents(defined) ? bare(defined, script) : object).toList());
    }

    private static SchemaObject bare(DefinedObject object, PostgresqlScript script) {
        try {
            DefinedObject bare = Dissected.of(TokenStream.of(object.definition().sql(), Postgresql.LEXICON), script).map(Dissected::object).orElse(object);
            return bare.equals(object) ? object : bare;
        } catch (SqlException | IllegalArgumentException unreadable) {
            return object;
        }
    }

    private static boolean hasParents(DefinedObject object) {
        return object.kind().equals(KIND) && PARENTS.matcher(object.definition().sql()).find();
    }

    /** A foreign table that is taken apart. */
    static Optional<ForeignTable> of(SchemaObject object) {
        return object.ref().kind().equals(KIND) ? Dissected.of(object).map(ForeignTable.class::cast) : Optional.empty();
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
        Sql sql = Postgresql.sql("CREATE FOREIGN TABLE").words(PostgresqlRenderer.name(table.name()));
        Optional<ObjectName> whole = table.options().find("partition_of").map(ObjectName::parse);
        whole.ifPresent(parent -> sql.words("PARTITION OF").words(PostgresqlRenderer.name(parent)));
        List<String> lines = table.parts().stream().map(part -> part instanceof Column column ? line(column, whole.isPresent()) : new TableRenderer().constraint(part)).toList();
        Sql create = !lines.isEmpty() ? sql.lines(lines) : whole.isEmpty() ? sql.words("()") : sql;
        TableOptions.clauses(table.options(), create);
        Stream<String> storage = table.columns().stream().map(column -> column.withOptions(column.options().without(NO_DEFAULT)))
                .flatMap(column -> TableRenderer.columnOptions(table.name(), column.withOptions(Options.NONE), column).stream()).map(Statement::sql);
        Stream<String> inherited = ofColumns.entrySet().stream().filter(each -> !each.getValue().isEmpty() && !isWhole(each.getKey()))
                .map(each -> alter(List.of("ALTER COLUMN " + Postgresql.QUOTING.name(each.getKey()) + " " + Parameters.options(Map.of(), each.getValue()))));
        return create.words("SERVER").name(server).words(Parameters.options(options)) + Stream.concat(storage, inherited).sorted().map(statement -> ";\n" + statement).collect(Collectors.joining());
    }

    /** Whether a column stands with its type, and so with its options: one of a partition does not. */
    private boolean isWhole(String column) {
        return table.column(column).isPresent() && !isPartition();
    }

    boolean isPartition() {
        return table.options().has("partition_of");
    }

    private String line(Column own, boolean inherited) {
        Column column = own.options().has(NO_DEFAULT) ? own.withDefault(Optional.of(SqlText.plain("NULL"))) : own;
        if (!inherited) {
            return new TableRenderer().column(table.name(), column, Parameters.options(options(column)));
        }
        Sql sql = Postgresql.sql("").name(column.name()).words("WITH OPTIONS");
        column.defaultValue().ifPresent(value -> sql.words("DEFAULT").words(value.sql()));
        column.generated().ifPresent(generated -> sql.words("GENERATED ALWAYS AS (" + generated.expression().sql() + ")").words(generated.stored() ? "STORED" : "VIRTUAL"));
        return sql.words(column.nullable() ? "" : "NOT NULL").toString().strip();
    }

    private String alter(List<String> actions) {
        return Postgresql.sql("ALTER FOREIGN TABLE").words(PostgresqlRenderer.name(table.name())).words(String.join(", ", actions)).toString();
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
            altered = altered.altered(in.textSince(mark), script);
        } while (in.accept(","));
        return altered;
    }

    private ForeignTable altered(String action, PostgresqlScript script) {
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
        int mark = in.mark();
        Stream<ObjectName> added = in.accept("INHERIT") ? Stream.of(script.seen(PostgresqlScript.clauses(in).objectName())) : Stream.empty();
        in.reset(mark);
        PostgresqlScript beside = ForeignTableReader.beside(Stream.concat(table.parents().map(ObjectName::parse), added).toList(), script, List.of());
        beside.editor.add(absolute(beside.editor::table));
        new AlterTableReader(TokenStream.of(PostgresqlRenderer.name(table.name()) + " " + action, Postgresql.LEXICON), beside).alter();
        ForeignTable altered = new ForeignTable(ForeignTableReader.own(table.name(), beside, script), ofColumns, server, options);
        table.columns().stream().map(Column::name).filter(column -> altered.table.column(column).isEmpty())
                .forEach(column -> new DropReader(script).dropOwned(new Sequence.ColumnRef(table.name(), column)));
        return altered;
    }

    /** As a partition of a table (manual, ALTER TABLE, ATTACH PARTITION). */
    ForeignTable attached(ObjectName parent, String bound, PostgresqlScript script) {
        PostgresqlScript beside = ForeignTableReader.beside(List.of(parent), script, List.of());
        Table above = beside.table(parent);
        Table own = table.withParts(Parts.of(table.parts().stream().filter(part -> !(part instanceof Check) || above.parts().stream().noneMatch(part::equals)).toList()))
                .withOptions(Options.of("partition_of", parent.toString()).with("partition_bound", bound));
        beside.editor.add(own);
        return new ForeignTable(ForeignTableReader.own(table.name(), beside, script), ofColumns, server, options);
    }

    /** As a table of its own, which keeps all that it had from its parent (same place, DETACH PARTITION). */
    ForeignTable detached(PostgresqlScript script) {
        PostgresqlScript beside = ForeignTableReader.beside(table.parents().map(ObjectName::parse).toList(), script, List.of());
        Table whole = Descent.natural(beside.editor::table).detached(absolute(beside.editor::table));
        return new ForeignTable(whole.withOptions(Options.NONE), ofColumns, server, options);
    }

    /** After a column of a parent changed, and with it what this table has of it. */
    ForeignTable following(Column before, Column after) {
        return with(before, own -> ForeignTableReader.differing(OwnColumns.followed(ForeignTableReader.absolute(own, before), before, after), after));
    }

    /** After a column of a parent changed, and nothing here. */
    ForeignTable without(Column before, Column after) {
        Column own = table.column(before.name()).map(each -> ForeignTableReader.absolute(each, before)).orElse(before);
        Parts others = Parts.of(table.parts().stream().filter(part -> !(part instanceof Column column && column.name().equals(before.name()))).toList());
        return new ForeignTable(table.withParts(ForeignTableReader.differing(own, after).map(others::with).orElse(others)), ofColumns, server, options);
    }

    private ForeignTable with(Column above, Function<Column, Optional<Column>> change) {
        Parts changed = Parts.of(table.parts().stream().flatMap(part -> part instanceof Column column && column.name().equals(above.name()) ? change.apply(column).stream() : Stream.of(part)).toList());
        return new ForeignTable(table.withParts(changed), ofColumns, server, options);
    }

    /** What a table's new name makes of the foreign tables that are made of it. */
    static List<Change> following(ObjectName from, ObjectName to, Collection<SchemaObject> objects) {
        return objects.stream().<Change>mapMulti((object, put) -> of(object).filter(foreign -> foreign.table.parents().anyMatch(from.toString()::equals))
                .ifPresent(foreign -> put.accept(new AlterObject(object, foreign.with(foreign.table.renameParent(from, to).options()).object())))).toList();
    }

    /** The same with other parents, or another bound. */
    ForeignTable with(Options parents) {
        return new ForeignTable(table.withOptions(parents), ofColumns, server, options);
    }

    /** The table with all that is so at the columns that it says something of. */
    private Table absolute(Function<ObjectName, Optional<Table>> parents) {
        Table above = Descent.natural(parents).detached(table.withParts(Parts.NONE));
        return table.withParts(table.parts().map(part -> part instanceof Column column && above.column(column.name()).isPresent() ? ForeignTableReader.absolute(column, above.column(column.name()).get()) : part));
    }

    /** As a table does that is made of others (manual, CREATE TABLE). */
    @Override
    public String lock() {
        return isPartition() ? PostgresqlRenderer.EXCLUSIVE : table.options().has("inherits") ? PostgresqlRenderer.MAINTENANCE : "";
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof ForeignTable after) || !server.equals(after.server) || !table.equals(after.table)) {
            return List.of();
        }
        var actions = new ArrayList<String>();
        Stream.concat(table.columns().stream().map(Column::name), Stream.concat(ofColumns.keySet().stream(), after.ofColumns.keySet().stream()).sorted()).distinct().forEach(column -> {
            String changes = Parameters.options(ofColumns.getOrDefault(column, new TreeMap<>()), after.ofColumns.getOrDefault(column, new TreeMap<>()));
            if (!changes.isEmpty()) {
                actions.add("ALTER COLUMN " + Postgresql.QUOTING.name(column) + " " + changes);
            }
        });
        String changes = Parameters.options(options, after.options);
        if (!changes.isEmpty()) {
            actions.add(changes);
        }
        return List.of(Statement.of(alter(actions)));
    }
}
