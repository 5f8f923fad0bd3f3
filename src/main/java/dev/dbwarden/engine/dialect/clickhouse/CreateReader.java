package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CREATE, and ATTACH where it says all that CREATE does. */
final class CreateReader {
    private final ClickhouseCatalog catalog;
    private final TokenStream in;
    private boolean unlessExists;
    private String cluster = "";

    CreateReader(ClickhouseCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    void read() {
        int start = in.mark();
        in.next();
        boolean replaces = in.accept("OR", "REPLACE") || in.peek(-1).is("REPLACE");
        if (in.accept("TABLE")) {
            table(replaces);
        } else if (in.at("VIEW") || in.at("MATERIALIZED", "VIEW")) {
            View view = new ViewReader(in).view(this::header);
            store(view, replaces);
        } else if (in.at("LIVE", "VIEW") || in.at("WINDOW", "VIEW")) {
            throw new SqlException("a " + in.peek().text().toLowerCase(Locale.ROOT) + " view is not read: ClickHouse has it as an experiment at most; use a materialized view, or leave it out of the model and look after it by hand",
                    in.peek().start());
        } else if (in.accept("DICTIONARY")) {
            defined("dictionary", replaces);
        } else if (in.accept("FUNCTION")) {
            defined("function", replaces);
        } else if (in.accept("DATABASE")) {
            database();
        } else {
            in.reset(start);
            if (!new AccessReader(catalog, in).read()) {
                throw in.unexpected("a statement that makes a table, view, dictionary, function, database or something of access control");
            }
        }
    }

    /** Reads the name of what is made, with what stands around it in every kind of statement. */
    private ObjectName header() {
        unlessExists = ClickhouseNames.ifExists(in);
        ObjectName name = catalog.name(in);
        if (in.accept("UUID")) {
            in.next();
        }
        cluster = ClickhouseNames.onCluster(in);
        return name;
    }

    private void table(boolean replaces) {
        ObjectName name = header();
        var reader = new TableReader(in);
        boolean copies = in.at("AS") && in.peek(1).isName() && !in.atAny("SELECT") || in.at("CLONE", "AS");
        List<DefinedObject> projections = new ArrayList<>();
        Table table = copies ? like(name, projections) : reader.table(name);
        if (!catalog.flattensNested() && table.columns().stream().anyMatch(column -> column.type().name().equals("Nested"))) {
            table = table.withOptions(table.options().with(StatementExtras.SETTING + "flatten_nested", "0"));
        }
        if (store(clustered(table), replaces)) {
            projections.addAll(reader.projections());
            projections.forEach(catalog::put);
        }
    }

    private Table clustered(Table table) {
        return cluster.isEmpty() ? table : table.withOptions(table.options().with(StatementExtras.CLUSTER, cluster));
    }

    /**
     * {@code CREATE TABLE a AS b}: the columns and conditions of another table, its comment and its engine unless others are said, and what only
     * the engine's family has where it is of that (tried out with 26.5).
     */
    private Table like(ObjectName name, List<DefinedObject> projections) {
        in.accept("CLONE");
        int place = in.peek().start();
        in.expect("AS");
        if (in.peek(1).is("(") || in.atAny("SELECT", "WITH")) {
            throw new SqlException("CREATE TABLE " + name + " AS takes its columns from a query, which only a server can tell; write the columns out", place);
        }
        Table model = catalog.table(catalog.name(in));
        Table clauses = new TableReader(in).table(name);
        Options options = clauses.options().has(TableOptions.ENGINE) ? keyed(clauses.options(), model.options()) : model.options();
        Optional<String> comment = clauses.comment().or(model::comment);
        if (!StorageEngine.of(options).isMergeTree()) {
            return new Table(name, Parts.of(model.parts().stream().filter(part -> !(part instanceof Index)).map(CreateReader::withoutTtl).toList()), options, comment);
        }
        catalog.editor().objects().stream().filter(object -> object instanceof DefinedObject projection && projection.kind().equals(TableReader.PROJECTION) && projection.name().equals(model.name()))
                .map(DefinedObject.class::cast).forEach(projection -> projections.add(new DefinedObject(TableReader.PROJECTION, name, projection.part(), projection.definition())));
        return new Table(name, model.parts(), options, comment);
    }

    /** An engine of the family takes the keys that are not said from the other table, where that is of the family too; what ages and settings it does not. */
    private static Options keyed(Options said, Options model) {
        Options keyed = said;
        if (StorageEngine.of(said).isMergeTree() && StorageEngine.of(model).isMergeTree()) {
            for (String key : List.of(TableOptions.PARTITION_BY, TableOptions.PRIMARY_KEY, TableOptions.ORDER_BY, TableOptions.SAMPLE_BY)) {
                keyed = keyed.has(key) || !model.has(key) ? keyed : keyed.with(key, model.find(key).orElseThrow());
            }
        }
        return keyed;
    }

    private static TablePart withoutTtl(TablePart part) {
        return part instanceof Column column ? column.withOptions(column.options().without(TableOptions.TTL)) : part;
    }

    /** Whether the object is new, or in the place of another. */
    private boolean store(SchemaObject object, boolean replaces) {
        Optional<SchemaObject> there = catalog.find(object.name());
        if (there.isPresent() && unlessExists) {
            return false;
        }
        if (there.isPresent() && replaces) {
            catalog.drop(there.get());
        }
        catalog.add(object);
        return true;
    }

    private void defined(String kind, boolean replaces) {
        ObjectName name = header();
        String rest = in.rest();
        String on = cluster.isEmpty() ? "" : " ON CLUSTER " + OperandSpelling.name(cluster);
        ObjectName key = kind.equals("function") ? ObjectName.of(name.name()) : name;
        String statement = "CREATE " + kind.toUpperCase(java.util.Locale.ROOT) + " " + ClickhouseDdl.name(key) + on + " " + rest;
        var object = new DefinedObject(kind, key, "", ClickhouseTexts.definition(statement));
        if (unlessExists && catalog.editor().find(object.ref()).isPresent()) {
            return;
        }
        if (replaces) {
            catalog.put(object);
        } else {
            catalog.add(object);
        }
    }

    private void database() {
        unlessExists = ClickhouseNames.ifExists(in);
        String name = ClickhouseNames.name(in);
        cluster = ClickhouseNames.onCluster(in);
        Options options = Options.NONE;
        Optional<String> comment = Optional.empty();
        while (!in.isAtEnd()) {
            if (in.accept("ENGINE")) {
                in.accept("=");
                options = options.with(TableOptions.ENGINE, new ClauseSpelling(in).engine());
            } else if (in.accept("COMMENT")) {
                comment = Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty());
            } else if (in.accept("SETTINGS")) {
                options = options.with("settings", String.join(", ", new ExpressionSpelling(in).list(";")));
            } else {
                throw in.unexpected("ENGINE, SETTINGS or COMMENT");
            }
        }
        if (options.find(TableOptions.ENGINE).filter(engine -> engine.equals("Atomic")).isPresent()) {
            options = options.without(TableOptions.ENGINE);
        }
        if (!cluster.isEmpty()) {
            options = options.with(StatementExtras.CLUSTER, cluster);
        }
        boolean implied = name.equals(ClickhouseNormalizer.DEFAULT_DATABASE);
        if (!implied && !(unlessExists && catalog.namespace(name).isPresent())) {
            catalog.add(new Namespace(ObjectName.of(name), options, comment));
        }
    }
}
