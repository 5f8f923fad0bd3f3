package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Event;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through what a program does while it loads, and makes tables of it. */
final class Declarations {
    /** What makes a part of the schema. */
    private static final Set<String> MAKERS = Set.of("Table", "Column", "mapped_column", "Index", "UniqueConstraint", "CheckConstraint", "ForeignKeyConstraint", "PrimaryKeyConstraint",
            "ForeignKey", "ExcludeConstraint", "postgresql.ExcludeConstraint", "Sequence");
    /** What may be set of these, and of a column, after they were made. */
    private static final Set<String> CHANGING = Set.of("schema", "name", "key", "nullable", "server_default", "type", "primary_key", "unique", "index", "comment", "autoincrement", "identity",
            "computed", "deferrable", "initially", "ondelete", "onupdate", "sqltext", "use_alter");
    /** The attributes that have parts of a schema in them. */
    private static final Set<String> HOLDERS = Set.of("__table__", "tables", "sorted_tables", "c", "columns", "constraints", "indexes", "foreign_keys", "foreign_key_constraints");
    /** What may be set of a {@code MetaData}. */
    private static final Set<String> METADATAS = Set.of("schema", "naming_convention");
    /** What runs code that is not in the text. */
    private static final Set<String> EVALUATORS = Set.of("builtins.exec", "builtins.eval", "builtins.__import__", "builtins.compile");

    /** Functions of packages that make tables of those which are declared. */
    private static final Set<String> MULTIPLIERS = Set.of("sqlalchemy_continuum.make_versioned", "sqlalchemy_history.make_versioned", "sqlalchemy_i18n.make_translatable");
    /** Functions of packages that make triggers, views and functions. */
    private static final Set<String> REGISTRARS = Set.of("sqlalchemy_searchable.make_searchable", "sqlalchemy_utils.create_view", "sqlalchemy_utils.create_materialized_view",
            "alembic_utils.replaceable_entity.register_entities");

    private final Program program;
    private final Tables tables;
    private final Bases bases;
    private final Compilations compilations;
    private final ClassMapper mapper;
    private final TableReader tableReader;
    private final Faults faults;
    private final List<Value.Construct> later = new ArrayList<>();
    private final List<Value.Construct> sequences = new ArrayList<>();
    private final List<Outside> outside = new ArrayList<>();

    Declarations(Program program, Tables tables, Bases bases, Compilations compilations, Faults faults) {
        this.program = program;
        this.tables = tables;
        this.bases = bases;
        this.compilations = compilations;
        this.mapper = new ClassMapper(program, tables, bases, faults);
        this.tableReader = new TableReader(tables, bases);
        this.faults = faults;
    }

    List<Outside> outside() {
        return outside;
    }

    /** Sequences that belong to a metadata. */
    List<Value.Construct> sequences() {
        return sequences;
    }

    void read() {
        program.load();
        // What is calculated for a class may make tables in its turn, so there may be more events at the end of the loop.
        for (int i = 0; i < program.events().size(); i++) {
            Event event = program.events().get(i);
            faults.collecting(event.place(), () -> read(event));
        }
        later.stream().filter(argument -> !tables.isAttached(Tables.unconditional(argument))).forEach(argument -> faults.collecting(() -> attach(argument)));
    }

    private void read(Event event) {
        switch (event) {
            case Event.Called(var call, var place, var doubt) -> called(call, place, doubt);
            case Event.Defined(var type, var place, var doubt) -> defined(type, place, doubt);
            case Event.Assigned assigned -> assigned(assigned);
        }
    }

    private void defined(ClassValue type, Location place, Optional<String> doubt) {
        boolean models = bases.isDeclarative(type) && !bases.isRoot(type);
        if (doubt.isPresent() && models) {
            throw new ModelFault(place, "whether class " + type.name() + " has a table is not known: " + doubt.get() + "; write it out");
        }
        if (models) {
            Bases.makingMetaclass(type).ifPresent(metaclass -> {
                throw new ModelFault(place, "what the metaclass " + metaclass.name() + " makes of class " + type.name() + " is known only when the program runs; write it out");
            });
        }
        mapper.map(type);
        if (tables.isMapped(type)) {
            bound(type.value("__bind_key__"), place, "the table of " + type.name());
        }
    }

    /** A table of Flask-SQLAlchemy's may belong to another database than the rest. */
    private void bound(Optional<Value> key, Location place, String table) {
        key.filter(value -> !value.equals(Value.NONE)).ifPresent(value -> outside.add(new Outside(place, table + " belongs to the bind "
                + Terms.text(value).map(name -> "'" + name + "'").orElse("that is known when the program runs") + " and is in the migration; where that is another database, send its models by themselves")));
    }

    private void called(Value.Construct call, Location place, Optional<String> doubt) {
        String name = Terms.name(call);
        if (doubt.isPresent() && MAKERS.contains(name)) {
            throw new ModelFault(place, name + "() makes a part of the schema, and " + doubt.get() + "; write it out");
        }
        if (call.callee() instanceof Value.Symbol(var full)) {
            foreign(full, place);
        }
        if (call.callee().equals(new Value.Symbol("builtins.type")) && call.arguments().size() == 3) {
            throw new ModelFault(place, "the class is made with type(); write it out as a class statement");
        }
        if (SqlAlchemyLibrary.isExtension(call)) {
            tableReader.extension(call);
        }
        switch (name) {
            case "Table" -> {
                located(place, () -> tableReader.read(call));
                bound(call.keyword("bind_key"), place, "this table");
            }
            case "Index", "UniqueConstraint", "CheckConstraint", "ForeignKeyConstraint", "ExcludeConstraint", "postgresql.ExcludeConstraint" -> later.add(call);
            case "Sequence" -> sequence(call);
            case "automap_base" -> throw new ModelFault(place, "the tables are read from a database when the program runs; write them out");
            case "event.listen" -> listened(call, call.arguments(), place);
            default -> method(call, place);
        }
    }

    private void foreign(String function, Location place) {
        if (EVALUATORS.contains(function)) {
            throw new ModelFault(place, "what " + function + "() does is known only when the program runs; write the models out");
        }
        if (MULTIPLIERS.contains(function)) {
            throw new ModelFault(place, "the tables that " + function + "() makes of those of the models are known only when the program runs; send the models as SQL");
        }
        if (REGISTRARS.contains(function)) {
            outside.add(new Outside(place, "what " + function + "() makes in the database is no part of the models, and not in the migration"));
        }
    }

    /** What is wrong inside of a function is told where the module calls it. */
    private static void located(Location place, Runnable what) {
        try {
            what.run();
        } catch (ModelFault fault) {
            throw fault.at().equals(place) ? fault : new ModelFault(place, fault.text() + (fault.at().line() == place.line() ? "" : " (at " + fault.at() + ")"));
        }
    }

    private void sequence(Value.Construct call) {
        if (call.keyword("metadata").filter(value -> !value.equals(Value.NONE)).isPresent()) {
            sequences.add(call);
        }
    }

    /** Listeners that run DDL when a table is made, or a metadata. */
    private void listened(Value.Construct call, List<Value> arguments, Location place) {
        if (arguments.size() > 1 && Terms.text(arguments.get(1)).filter(name -> name.endsWith("_parent_attach")).isPresent()) {
            throw new ModelFault(place, "what this listener makes of the tables is known only when the program runs; write it out");
        }
        boolean creates = arguments.size() > 1 && Terms.text(arguments.get(1)).filter(name -> name.endsWith("_create") || name.endsWith("_drop")).isPresent();
        if (creates) {
            outside.add(new Outside(place, "what this listener does when " + (tables.of(arguments.getFirst()).map(table -> "table " + table.fullName()).orElse("the schema"))
                    + " is created is no part of the models, and not in the migration"));
        }
    }

    private void method(Value.Construct call, Location place) {
        if (call.callee() instanceof Value.Construct decorator && Terms.isMade(decorator, "compiles") && call.arguments().size() == 1) {
            compilations.add(decorator, call.arguments().getFirst(), place);
        }
        if (!(call.callee() instanceof Value.Member(var owner, var name))) {
            listensFor(call, place);
            return;
        }
        switch (name) {
            case "append_column" -> tables.of(owner).ifPresent(table -> call.arguments().stream().filter(each -> Terms.isMade(each, "Column")).forEach(each -> {
                ColumnModel column = ColumnReader.ofTable((Value.Construct) each);
                table.add(column);
                tables.added(column, table);
            }));
            case "append_constraint" -> tables.of(owner).ifPresent(table -> call.arguments().stream().filter(TableReader::isConstraint).forEach(each -> tables.attach((Value.Construct) each, table)));
            case "reflect" -> {
                if (SqlAlchemyLibrary.isExtension(owner) || owner instanceof Value.Member(_, var part) && part.equals("metadata") || Terms.isMade(owner, "MetaData")) {
                    throw new ModelFault(place, "the tables are read from a database when the program runs; write them out");
                }
            }
            case "update_type_annotation_map" -> throw new ModelFault(place, "the types of annotations are set when the base is there already; say them in its type_annotation_map");
            case "to_metadata", "tometadata" -> {
                if (tables.of(owner).isPresent()) {
                    throw new ModelFault(place, "'" + name + "' copies a table, which is not read here; write the copy out");
                }
            }
            case "remove", "clear", "discard", "pop", "popitem" -> {
                if (isMetadata(owner) || isPart(owner)) {
                    throw new ModelFault(place, "'" + name + "' takes a part of the schema out again; leave it out where it is made");
                }
            }
            case "ddl_if" -> later.replaceAll(each -> each == owner ? call : each);
            case "execute_at" -> outside.add(new Outside(place, "the DDL that runs here is no part of the models, and not in the migration"));
            default -> { }
        }
    }

    /** {@code @event.listens_for(metadata, "after_create")}. */
    private void listensFor(Value.Construct call, Location place) {
        if (Terms.name(call).equals("event.listens_for")) {
            listened(call, call.arguments(), place);
        }
    }

    private void assigned(Event.Assigned assigned) {
        if (METADATAS.contains(assigned.name()) && isMetadata(assigned.owner())) {
            ofMetadata(assigned, assigned.owner());
            return;
        }
        if (assigned.name().equals("metadata") && assigned.owner().equals(SqlModelFields.BASE)) {
            ofMetadata(assigned, SqlAlchemyLibrary.SQLMODELS_METADATA);
            return;
        }
        if (CHANGING.contains(assigned.name()) && isPart(assigned.owner())) {
            throw new ModelFault(assigned.place(), "'" + assigned.name() + "' is set when this part of the schema is made already; say it where that is made");
        }
        boolean isColumn = !ColumnReader.columnsIn(assigned.value()).isEmpty();
        boolean isModel = assigned.owner() instanceof ClassValue type && (tables.isMapped(type) || bases.isDeclarative(type));
        if (assigned.doubt().isPresent() && (isColumn || isModel && assigned.value() instanceof Value.Unknown)) {
            throw new ModelFault(assigned.place(), "a column is added here, and " + assigned.doubt().get() + "; write it out in the class");
        }
        if (isColumn && assigned.owner() instanceof ClassValue type && tables.isMapped(type)) {
            TableModel table = tables.mapped(type).table();
            ColumnReader.columnsIn(assigned.value()).forEach(each -> {
                ColumnModel column = ColumnReader.ofAttribute(each, assigned.name());
                table.add(column);
                tables.added(column, table);
                tables.mapped(type).keys().put(assigned.name(), column.key());
            });
        }
    }

    private void ofMetadata(Event.Assigned assigned, Value metadata) {
        assigned.doubt().ifPresent(doubt -> {
            throw new ModelFault(assigned.place(), "the " + assigned.name() + " of the MetaData is set here, and " + doubt + "; say it in MetaData()");
        });
        bases.assign(metadata, assigned.name(), assigned.value(), assigned.place());
    }

    private static boolean isMetadata(Value owner) {
        return owner instanceof Value.Member(_, var part) && part.equals("metadata") || Terms.isMade(owner, "MetaData") || owner.equals(SqlAlchemyLibrary.SQLMODELS_METADATA);
    }

    /** Whether it is a table, a column, a constraint, or one of those that a table or a {@code MetaData} holds. */
    private boolean isPart(Value owner) {
        return switch (owner) {
            case ClassValue _ -> false;
            case Value.Member(_, var part) when HOLDERS.contains(part) -> true;
            case Value.Construct made when Terms.name(made).isEmpty() -> made.callee() instanceof Value.Member(var holder, _) && isPart(holder);
            case Value.Construct made -> MAKERS.contains(Terms.name(made));
            case Value.Item(var holder, _) -> isPart(holder);
            default -> tables.of(owner).isPresent() || tables.place(owner, Optional.empty()).isPresent();
        };
    }

    /** An index or a constraint that stands by itself belongs to the table of the first column that it names. */
    private void attach(Value.Construct argument) {
        Value.Construct plain = Tables.unconditional(argument);
        Optional<TableModel> table = plain.keyword("_table").flatMap(tables::of)
                .or(() -> plain.arguments().stream().flatMap(part -> firstColumn(part).stream()).flatMap(part -> tables.place(part, Optional.empty()).stream()).map(Tables.Place::table).findFirst());
        table.ifPresentOrElse(each -> tables.attach(argument, each), () -> outside.add(new Outside(argument.at(),
                Terms.name(plain) + "() stands outside of a table and names none of its columns, so SQLAlchemy makes nothing of it")));
    }

    /** The first column in an expression; SQLAlchemy takes a {@code literal_column()} for one too, which belongs to no table. */
    private Optional<Value> firstColumn(Value value) {
        if (tables.place(value, Optional.empty()).isPresent() || Terms.isMade(value, "literal_column", "column")) {
            return Optional.of(value);
        }
        List<Value> parts = switch (value) {
            case Value.Construct construct when construct.callee() instanceof Value.Member(var owner, _) -> {
                var all = new ArrayList<>(List.of(owner));
                all.addAll(construct.arguments());
                yield all;
            }
            case Value.Construct construct -> construct.arguments();
            case Value.Operation(_, var operands, _) -> operands;
            case Value.Member(var owner, _) -> List.of(owner);
            case Value.Item(var owner, _) -> List.of(owner);
            case Value.Sequence(_, var items) -> items;
            default -> List.of();
        };
        return parts.stream().flatMap(part -> firstColumn(part).stream()).findFirst();
    }
}
