package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes tables of classes, as SQLAlchemy's declarative system does. */
final class ClassMapper {
    private static final String TABLE_NAME = "__tablename__";
    private static final String TABLE_ARGUMENTS = "__table_args__";

    private final Program program;
    private final Tables tables;
    private final Bases bases;
    private final Attributes attributes;
    private final SqlModelFields sqlModel;
    private final Faults faults;

    ClassMapper(Program program, Tables tables, Bases bases, Faults faults) {
        this.program = program;
        this.tables = tables;
        this.bases = bases;
        this.faults = faults;
        var annotations = new Annotations(program);
        this.attributes = new Attributes(program, annotations, faults);
        this.sqlModel = new SqlModelFields(program);
    }

    /** Maps a class, unless it is none that has a table. */
    void map(ClassValue type) {
        int before = faults.count();
        makeTable(type);
        if (faults.count() == before && tables.isMapped(type)) {
            requireKey(type);
        }
    }

    /** SQLAlchemy maps no class without a key, whether the table has one or the mapper is told. */
    private void requireKey(ClassValue type) {
        TableModel table = tables.mapped(type).table();
        Map<Value, Value> said = type.value("__mapper_args__").isEmpty() ? Map.of()
                : program.member(type, "__mapper_args__", type.at()) instanceof Value.Mapping(var entries) ? entries : Map.of(new Value.Text("primary_key"), Value.NONE);
        boolean joins = !said.containsKey(new Value.Text("concrete")) && type.lineage().stream().anyMatch(base -> base != type && tables.isMapped(base));
        if (!joins && !said.containsKey(new Value.Text("primary_key")) && table.keyColumns().isEmpty() && table.constraints("PrimaryKeyConstraint").isEmpty()) {
            throw new ModelFault(type.at(), "class " + type.name() + " has no primary key, without which SQLAlchemy maps no class; say primary_key=True of a column, or make it a Table()");
        }
    }

    private void makeTable(ClassValue type) {
        if (sqlModel.isTable(type)) {
            create(type, tableName(type).orElseGet(() -> new Value.Text(type.name().toLowerCase(Locale.ROOT))), sqlModel.columns(type));
            return;
        }
        if (!bases.isDeclarative(type)) {
            refuseUnknownBase(type);
            return;
        }
        if (bases.isRoot(type) || isAbstract(type)) {
            return;
        }
        bases.unknownBase(type).ifPresent(base -> {
            throw unknown(base, type);
        });
        if (type.foreignBases().stream().anyMatch(base -> Terms.is(base, "DeferredReflection"))) {
            throw new ModelFault(type.at(), "the columns of " + type.name() + " are read from a database when the program runs; write them out");
        }
        Optional<Value> given = type.value("__table__").filter(_ -> type.attributes().containsKey("__table__"));
        if (given.isPresent()) {
            inPlace(type, given.get());
            return;
        }
        SequencedMap<String, ColumnModel> columns = attributes.columns(type, bases.typeMap(type), tables::isMapped);
        Optional<Value> name = tableName(type).or(() -> automaticName(type, columns));
        if (name.isPresent()) {
            create(type, name.get(), columns);
        } else {
            extend(type, columns);
        }
    }

    private void refuseUnknownBase(ClassValue type) {
        boolean isModel = type.attributes().containsKey(TABLE_NAME) || type.attributes().values().stream().anyMatch(attribute ->
                attribute.value().filter(value -> !ColumnReader.columnsIn(value).isEmpty()).isPresent());
        bases.unknownBase(type).filter(_ -> isModel).ifPresent(base -> {
            throw unknown(base, type);
        });
    }

    private static ModelFault unknown(Value base, ClassValue type) {
        return base instanceof Value.Unknown ? Terms.fault(base, "the base of " + type.name(), type.at())
                : new ModelFault(type.at(), "the base of " + type.name() + ", " + base + ", was not sent; send its file too");
    }

    private static boolean isAbstract(ClassValue type) {
        return Optional.ofNullable(type.attributes().get("__abstract__")).flatMap(ClassValue.Attribute::value).filter(new Value.Truth(true)::equals).isPresent()
                || type.bases().stream().anyMatch(base -> Terms.is(base, "AbstractConcreteBase"));
    }

    /** A {@code __tablename__} of a base that has a table is that base's alone, unless it is calculated for each class. */
    private Optional<Value> tableName(ClassValue type) {
        return inherited(type, TABLE_NAME).map(_ -> program.member(type, TABLE_NAME, type.at())).filter(value -> !value.equals(Value.NONE));
    }

    private Optional<ClassValue.Attribute> inherited(ClassValue type, String name) {
        return type.lineage().stream().filter(base -> base.attributes().containsKey(name))
                .filter(base -> base == type || !tables.isMapped(base) || isCalculated(base, name))
                .map(base -> base.attributes().get(name)).findFirst();
    }

    private static boolean isCalculated(ClassValue base, String name) {
        return Optional.ofNullable(base.attributes().get(name)).flatMap(ClassValue.Attribute::value).filter(value -> Terms.isMade(value, "declared_attr", "declared_attr.cascading")).isPresent();
    }

    /** Flask-SQLAlchemy names a table after its class; a class that inherits from one with a table needs a key of its own for that. */
    private Optional<Value> automaticName(ClassValue type, Map<String, ColumnModel> columns) {
        boolean inherits = type.lineage().stream().anyMatch(base -> base != type && tables.isMapped(base));
        if (!bases.namesTables(type) || inherits && columns.values().stream().noneMatch(ColumnModel::isKey)) {
            return Optional.empty();
        }
        String snake = type.name().replaceAll("((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", "_$1").toLowerCase(Locale.ROOT);
        return Optional.of(new Value.Text(snake.startsWith("_") ? snake.substring(1) : snake));
    }

    /** {@code __table__ = Table(...)}. */
    private void inPlace(ClassValue type, Value given) {
        TableModel table = tables.of(given).orElseThrow(() -> Terms.fault(given, "the table of " + type.name(), type.at()));
        var keys = new LinkedHashMap<String, String>();
        table.columns().forEach(column -> keys.put(column.key(), column.key()));
        type.attributes().forEach((name, attribute) -> attribute.value().flatMap(value -> tables.column(value, Optional.of(table)))
                .ifPresent(column -> keys.put(name, column.key())));
        tables.map(type, new MappedClass(table, keys));
    }

    private void create(ClassValue type, Value name, SequencedMap<String, ColumnModel> columns) {
        Terms.text(name, "the name of " + type.name() + "'s table", type.at());
        MetadataModel metadata = bases.metadata(type, type.at());
        var arguments = new ArrayList<Value.Construct>();
        var options = new LinkedHashMap<String, Value>();
        if (inherited(type, TABLE_ARGUMENTS).isPresent()) {
            read(program.member(type, TABLE_ARGUMENTS, type.at()), type.attributes().getOrDefault(TABLE_ARGUMENTS,
                    new ClassValue.Attribute(Optional.empty(), Optional.empty(), type.at())).at(), arguments, options);
        }
        var said = new TableModel(name, Tables.schema(Optional.ofNullable(options.remove("schema")), metadata, type.at()), metadata, type.at());
        said.options().putAll(options);
        var keys = new LinkedHashMap<String, String>();
        columns.entrySet().stream().sorted(Comparator.comparingInt(entry -> entry.getValue().sortOrder())).forEach(entry -> {
            said.add(entry.getValue());
            keys.put(entry.getKey(), entry.getValue().key());
        });
        TableModel table = tables.add(said);
        tables.map(type, new MappedClass(table, keys));
        arguments.forEach(argument -> tables.attach(argument, table));
        new MetaReader(program, tables).read(type, table);
    }

    /** Reads {@code __table_args__}: a dictionary, or a tuple that may end in one. */
    private static void read(Value value, Location at, List<Value.Construct> arguments, Map<String, Value> options) {
        List<Value> items = value instanceof Value.Sequence(_, var all) ? all : List.of(value);
        for (Value item : items) {
            switch (item) {
                case Value.Mapping(var entries) -> entries.forEach((key, each) -> options.put(Terms.text(key, "an option of the table", at), each));
                case Value.Construct construct -> arguments.add(construct);
                case Value.Nothing _ -> { }
                case Value.Unknown unknown when areOptions(unknown) -> options.putAll(options(unknown));
                default -> throw Terms.fault(item, "a part of __table_args__", at);
            }
        }
        if (options.containsKey("**")) {
            throw Terms.fault(options.get("**"), "a part of __table_args__", at);
        }
    }

    private static boolean areOptions(Value.Unknown unknown) {
        return !unknown.possible().isEmpty() && unknown.possible().stream().allMatch(each -> each instanceof Value.Mapping || each.equals(Value.NONE));
    }

    /** What one or another dictionary says: an option that is not in all of them is not known, which does not matter where it is another database's. */
    private static Map<String, Value> options(Value.Unknown unknown) {
        var options = new LinkedHashMap<String, Value>();
        var keys = new LinkedHashSet<Value>();
        List<Map<Value, Value>> all = unknown.possible().stream().map(each -> each instanceof Value.Mapping(var entries) ? (Map<Value, Value>) entries : Map.<Value, Value>of()).toList();
        all.forEach(each -> keys.addAll(each.keySet()));
        keys.forEach(key -> options.put(Terms.text(key).orElse("**"), all.stream().map(each -> Optional.ofNullable(each.get(key))).distinct().count() == 1
                ? all.getFirst().get(key) : new Value.Unknown(unknown.reason(), unknown.at())));
        return options;
    }

    /** Single-table inheritance: the columns go to the table of the class that it inherits from. */
    private void extend(ClassValue type, SequencedMap<String, ColumnModel> columns) {
        MappedClass parent = type.lineage().stream().filter(base -> base != type && tables.isMapped(base)).map(tables::mapped).findFirst()
                .orElseThrow(() -> new ModelFault(type.at(), "class " + type.name() + " has no __tablename__; give it one, or mark it with __abstract__ = True"));
        var keys = new LinkedHashMap<>(parent.keys());
        columns.forEach((attribute, column) -> faults.collecting(() -> {
            Optional<ColumnModel> existing = parent.table().column(column.key());
            if (existing.isEmpty()) {
                parent.table().add(column);
                tables.added(column, parent.table());
            } else if (!column.is("use_existing_column") && existing.get().source().equals(column.source())) {
                throw new ModelFault(column.at(), "table " + parent.table().fullName() + " has a column " + column.key() + " already; say use_existing_column=True");
            }
            keys.put(attribute, column.key());
        }));
        tables.map(type, new MappedClass(parent.table(), keys));
        new MetaReader(program, tables).read(type, parent.table());
    }
}
