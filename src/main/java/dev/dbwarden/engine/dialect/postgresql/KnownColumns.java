package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of what a query selects from, as far as a schema tells: what an author may leave unsaid, and the server prints. */
final class KnownColumns implements OperandTypes.Declared {
    static final KnownColumns NONE = new KnownColumns(Schema.EMPTY);

    /** Views over views, deeper than anybody stacks them. */
    private static final int MAX_DEPTH = 100;

    private final Schema schema;
    private final Map<String, List<DefinedObject>> routines;
    private final Map<String, SequencedMap<String, List<TypeName>>> relations;
    private final boolean unordered;
    private final int version;
    private int depth;

    KnownColumns(Schema schema) {
        this(schema, schema.all(DefinedObject.class).filter(Functions::isRoutine).collect(Collectors.groupingBy(function -> spelled(function.name()))), new HashMap<>(), false, ServerColumns.ANY);
    }

    private KnownColumns(Schema schema, Map<String, List<DefinedObject>> routines, Map<String, SequencedMap<String, List<TypeName>>> relations, boolean unordered, int version) {
        this.schema = schema;
        this.routines = routines;
        this.relations = relations;
        this.unordered = unordered;
        this.version = version;
    }

    /** The same, to spell all columns of a table in one order, also where they are written out and not as a star. */
    KnownColumns unordered() {
        return new KnownColumns(schema, routines, relations, true, version);
    }

    /** The same on a server of that version. */
    KnownColumns on(int server) {
        return new KnownColumns(schema, routines, new HashMap<>(), unordered, server);
    }

    boolean isUnordered() {
        return unordered;
    }

    /** The same where a query {@code WITH} has that name. */
    KnownColumns with(String name, List<String> columns) {
        return with(name, untyped(columns));
    }

    KnownColumns with(String name, SequencedMap<String, List<TypeName>> columns) {
        var all = new HashMap<>(relations);
        all.put(name, columns);
        return new KnownColumns(schema, routines, all, unordered, version);
    }

    /** The columns of a table, a view or a named query, by a name as it is spelled in a query, with their types as {@link OperandTypes} has them; none where they are not known. */
    SequencedMap<String, List<TypeName>> ofRelation(String name) {
        SequencedMap<String, List<TypeName>> known = relations.get(name);
        if (known != null || schema.isEmpty() || depth > MAX_DEPTH) {
            return known == null ? Collections.emptySortedMap() : known;
        }
        SequencedMap<String, List<TypeName>> own = ServerColumns.of(name, version);
        if (!own.isEmpty()) {
            return own;
        }
        depth++;
        SequencedMap<String, List<TypeName>> columns = schema.relation(ObjectName.parse(name)).map(this::columns).orElse(Collections.emptySortedMap());
        depth--;
        relations.put(name, columns);
        return columns;
    }

    /** Columns of which only the names are known. */
    static SequencedMap<String, List<TypeName>> untyped(List<String> names) {
        var columns = new LinkedHashMap<String, List<TypeName>>();
        names.forEach(name -> columns.put(name, List.of()));
        return columns;
    }

    /** Whether a relation, or a function with brackets behind its name, has other columns on another version of the server. */
    boolean isVaried(String name) {
        return !relations.containsKey(name) && !schema.isEmpty() && ServerColumns.forms(name, version).size() > 1;
    }

    /** What a function's columns are called where it stands under that alias. */
    List<String> ofFunction(String name, String alias) {
        List<String> own = List.copyOf(ServerColumns.of(name + "()", version).keySet());
        List<String> columns = !own.isEmpty() ? own : routines.getOrDefault(name, List.of()).stream().map(this::results).reduce((one, other) -> one.equals(other) ? one : List.of()).orElse(List.of());
        return columns.isEmpty() ? List.of(alias) : columns;
    }

    /** Whether a function has these columns on some version of the server. */
    boolean isOfFunction(String name, List<String> columns) {
        return ServerColumns.forms(name + "()", version).stream().anyMatch(form -> List.copyOf(form.keySet()).equals(columns));
    }

    /** What a composite type has; nothing where it is not known. */
    List<String> ofType(String type) {
        return type.isEmpty() ? List.of() : schema.find(new Ref("type", ObjectName.parse(type), "")).flatMap(Composite::of).map(found -> found.attributes().stream().map(each -> Postgresql.QUOTING.name(each.name())).toList())
                .orElseGet(() -> List.copyOf(ofRelation(type).keySet()));
    }

    @Override
    public List<List<TypeName>> attributes(String type) {
        return schema.isEmpty() ? List.of() : schema.find(new Ref("type", ObjectName.parse(type), "")).flatMap(Composite::of)
                .map(found -> found.attributes().stream().map(each -> OperandTypes.of(each.type(), schema)).toList()).orElseGet(() -> List.copyOf(ofRelation(type).values()));
    }

    /** The type of an argument of a function that has no other of its name beside it. */
    @Override
    public Optional<TypeName> parameter(String function, int place) {
        List<DefinedObject> named = routines.getOrDefault(function, List.of());
        List<String> types = named.size() == 1 ? QueryText.listed(named.getFirst().part()) : List.of();
        return place < types.size() ? OperandTypes.parsed(types.get(place)) : Optional.empty();
    }

    private SequencedMap<String, List<TypeName>> columns(Relation relation) {
        return switch (relation) {
            case Table table -> {
                var columns = new LinkedHashMap<String, List<TypeName>>();
                table.parents().map(ObjectName::parse).filter(parent -> !parent.equals(table.name())).forEach(parent -> columns.putAll(ofRelation(spelled(parent))));
                table.columns().forEach(column -> columns.put(Postgresql.QUOTING.name(column.name()), OperandTypes.of(column.type(), schema)));
                yield columns;
            }
            case View view when !view.columns().isEmpty() -> untyped(view.columns().stream().map(Postgresql.QUOTING::name).toList());
            case View view -> untyped(Wording.columns(view.query().sql(), this));
        };
    }

    private List<String> results(DefinedObject function) {
        try {
            TokenStream in = TokenStream.of(function.definition().canonical(), Postgresql.LEXICON);
            in.expect("CREATE");
            in.next();
            Wording.name(in);
            List<String> named = TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().map(argument -> TokenStream.of(argument, Postgresql.LEXICON))
                    .filter(argument -> argument.accept("OUT") || argument.accept("INOUT")).map(argument -> Wording.word(argument.next())).toList();
            if (!named.isEmpty() || !in.accept("RETURNS")) {
                return named;
            }
            if (in.accept("TABLE")) {
                return TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().map(column -> Wording.word(TokenStream.of(column, Postgresql.LEXICON).next())).toList();
            }
            in.accept("SETOF");
            return List.copyOf(ofRelation(Wording.name(in)).keySet());
        } catch (SqlException other) {
            return List.of();
        }
    }

    private static String spelled(ObjectName name) {
        return Stream.of(name.namespace(), name.name()).filter(part -> !part.isEmpty()).map(Postgresql.QUOTING::name).reduce((a, b) -> a + "." + b).orElseThrow();
    }
}
