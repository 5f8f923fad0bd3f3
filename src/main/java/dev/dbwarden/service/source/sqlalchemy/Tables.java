package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a program, and what its values say about them: which table, which column. */
final class Tables {
    private final Map<String, TableModel> byName = new LinkedHashMap<>();
    private final Map<Value.Construct, TableModel> byCall = new HashMap<>();
    private final Map<ClassValue, MappedClass> classes = new HashMap<>();
    /** The tables that a column's call went into: a mixin's goes into several. */
    private final Map<Value.Construct, List<TableModel>> bySource = new HashMap<>();
    private final Set<Value.Construct> attached = new HashSet<>();
    private final String dialect;

    Tables(String dialect) {
        this.dialect = dialect;
    }

    /** Adds a table, or what it says to the one of its name, where it is said to extend or to keep that; the table that stands. */
    TableModel add(TableModel table) {
        TableModel before = byName.putIfAbsent(table.fullName(), table);
        TableModel stands = before == null ? table : before;
        if (before != null && (table.isOn("keep_existing") || table.isEmpty())) {
            return before;
        }
        if (before != null) {
            if (!table.isOn("extend_existing")) {
                throw new ModelFault(table.at(), "table " + table.fullName() + " is defined twice, here and at " + before.at());
            }
            before.extend(table);
        }
        table.columns().forEach(column -> added(column, stands));
        return stands;
    }

    /** Notes where a column went. */
    void added(ColumnModel column, TableModel table) {
        attached.addAll(column.arguments());
        column.source().ifPresent(source -> bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(table));
    }

    void made(Value.Construct call, TableModel table) {
        byCall.put(call, table);
    }

    Collection<TableModel> all() {
        return byName.values();
    }

    Optional<TableModel> named(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    void map(ClassValue type, MappedClass mapped) {
        classes.put(type, mapped);
    }

    boolean isMapped(ClassValue type) {
        return classes.containsKey(type);
    }

    MappedClass mapped(ClassValue type) {
        return java.util.Objects.requireNonNull(classes.get(type));
    }

    /** Makes a constraint or an index part of a table, unless its {@code ddl_if()} says another database. */
    void attach(Value.Construct argument, TableModel table) {
        if (argument.callee() instanceof Value.Member(Value.Construct inner, var method) && method.equals("ddl_if")) {
            if (isMade(argument)) {
                attach(inner, table);
            } else {
                attached.add(inner);
            }
        } else if (attached.add(argument)) {
            table.arguments().add(argument);
        }
    }

    private boolean isMade(Value.Construct condition) {
        Value only = condition.argument(0, "dialect").orElse(Value.NONE);
        List<Value> names = only instanceof Value.Sequence(_, var items) ? items : List.of(only);
        if (condition.arguments().size() > 1 || condition.keyword("callable_").isPresent() || names.stream().anyMatch(name -> Terms.text(name).isEmpty())) {
            throw new ModelFault(condition.at(), "whether this is made is known only when the program runs; say a dialect, or write it out");
        }
        return names.contains(new Value.Text(dialect));
    }

    /** What {@code Index(...).ddl_if(...)} is about. */
    static Value.Construct unconditional(Value.Construct part) {
        return part.callee() instanceof Value.Member(Value.Construct inner, var method) && method.equals("ddl_if") ? unconditional(inner) : part;
    }

    boolean isAttached(Value.Construct argument) {
        return attached.contains(argument);
    }

    /** The schema that a table says, or else the one of its metadata. */
    static Optional<String> schema(Optional<Value> said, MetadataModel metadata, Location at) {
        if (said.isEmpty() || said.get().equals(Value.NONE)) {
            return metadata.schema();
        }
        return Terms.name(said.get()).equals("BLANK_SCHEMA") ? Optional.empty() : Optional.of(Terms.text(said.get(), "the table's schema", at)).filter(name -> !name.isEmpty());
    }

    /** The table that a value stands for. */
    Optional<TableModel> of(Value value) {
        return switch (value) {
            case Value.Construct construct -> Optional.ofNullable(byCall.get(construct));
            case ClassValue type -> ofClass(type);
            case Value.Member(ClassValue type, var name) when name.equals("__table__") -> ofClass(type);
            case Value.Member(ClassValue type, var name) -> type.value(name).filter(Value.Construct.class::isInstance).flatMap(this::of);
            case Value.Item(Value.Member(_, var name), var key) when name.equals("tables") -> Terms.text(key).flatMap(this::named);
            default -> Optional.empty();
        };
    }

    private Optional<TableModel> ofClass(ClassValue type) {
        return Optional.ofNullable(classes.get(type)).map(MappedClass::table);
    }

    /** The column that a value stands for; a column that several tables have is the one of {@code table}. */
    Optional<ColumnModel> column(Value value, Optional<TableModel> table) {
        return place(value, table).flatMap(place -> place.table().column(place.key()));
    }

    /** A column's place. */
    record Place(TableModel table, String key) {}

    Optional<Place> place(Value value, Optional<TableModel> table) {
        return switch (value) {
            case Value.Construct source -> ofSource(source, table);
            case Value.Member(ClassValue type, var attribute) when isMapped(type) && mapped(type).keys().containsKey(attribute) ->
                Optional.of(new Place(mapped(type).table(), mapped(type).keys().get(attribute)));
            case Value.Member(ClassValue type, var attribute) -> type.value(attribute).filter(Value.Construct.class::isInstance).flatMap(each -> place(each, table));
            case Value.Member(Value.Member(var owner, var collection), var key) when isColumns(collection) -> of(owner).map(each -> new Place(each, key));
            case Value.Item(Value.Member(var owner, var collection), var key) when isColumns(collection) ->
                of(owner).flatMap(each -> Terms.text(key).map(text -> new Place(each, text)));
            default -> Optional.empty();
        };
    }

    static boolean isColumns(String name) {
        return name.equals("c") || name.equals("columns");
    }

    private Optional<Place> ofSource(Value.Construct source, Optional<TableModel> table) {
        List<Value.Construct> columns = ColumnReader.columnsIn(source);
        List<TableModel> tables = columns.isEmpty() ? List.of() : bySource.getOrDefault(columns.getFirst(), List.of());
        Optional<TableModel> found = table.filter(tables::contains).or(() -> tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty());
        return found.flatMap(each -> each.columns().stream().filter(column -> column.source().equals(Optional.of(columns.getFirst()))).findFirst()
                .map(column -> new Place(each, column.key())));
    }
}
