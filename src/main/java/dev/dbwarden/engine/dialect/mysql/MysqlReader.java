package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.ClientCommands;
import dev.dbwarden.engine.dialect.Note;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.RenameComments;
import dev.dbwarden.engine.dialect.Replay;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replays a script on a schema, statement by statement; a statement that cannot be read is a problem, and the next one is read. */
final class MysqlReader {
    /** Statements that hold no schema. */
    private static final String[] PASSED_OVER = {"INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "LOCK", "UNLOCK", "START", "BEGIN", "COMMIT", "ROLLBACK", "ANALYZE",
        "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM", "FLUSH", "GRANT", "REVOKE", "SHOW", "EXPLAIN", "DESCRIBE", "DESC", "TRUNCATE", "LOAD", "DO", "WITH", "VALUES", "PREPARE", "EXECUTE",
        "DEALLOCATE", "SAVEPOINT", "RELEASE", "XA", "SIGNAL", "KILL", "RESET", "INSTALL", "UNINSTALL", "HANDLER", "CHANGE", "STOP", "WARNINGS", "NOWARNING", "COMMENT"};
    private static final String[] NOT_OF_A_SCHEMA = {"USER", "ROLE", "SERVER", "TABLESPACE", "LOGFILE", "UNDO", "RESOURCE", "SPATIAL", "INSTANCE", "PACKAGE"};

    private final String script;
    private final Schema before;
    private final Variant variant;
    private final MysqlCatalog catalog;
    private final Replay replay = new Replay(this::dispatch, this::skip);
    private final PreparedStatements prepared = new PreparedStatements();
    private final List<Note> notes = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    MysqlReader(String script, Schema before, Variant variant) {
        this.script = ExecutableComments.opened(script, variant);
        this.before = before;
        this.variant = variant;
        this.catalog = new MysqlCatalog(before, variant);
    }

    Reading read() {
        var statements = new MysqlStatements(script, replay::read);
        List<Problem> problems = replay.problems();
        problems.addAll(statements.problems());
        ClientCommands.passOver(statements.commands(), script, skipped, problems);
        Schema schema = problems.isEmpty() ? new MysqlSchemaRules(catalog.schema(), before, variant, problems).normal() : Schema.EMPTY;
        return new Reading(problems.isEmpty() ? schema : Schema.EMPTY, problems, skipped, RenameComments.in(script, Mysql.LEXICON), notes);
    }

    private void dispatch(TokenStream in) {
        if (in.accept("SET", "STATEMENT")) {
            in.skipUntil("FOR");
            in.expect("FOR");
        }
        if (variant.passesOverColumnReferences() && (in.at("CREATE", "TABLE") || in.at("ALTER", "TABLE"))) {
            notes.addAll(ColumnReferences.in(in.tokens()));
        }
        if (in.accept("CREATE")) {
            create(in);
        } else if (in.accept("ALTER")) {
            alter(in);
        } else if (in.accept("DROP")) {
            drop(in);
        } else if (in.accept("RENAME", "TABLE") || in.accept("RENAME", "TABLES")) {
            rename(in);
        } else if (in.accept("USE")) {
            catalog.use(catalog.clauses(in).name());
        } else if (in.at("SET")) {
            prepared.note(in.tokens());
            catalog.settings(in);
            skipped.add(Skipped.of(in));
        } else if (in.accept("CALL")) {
            call(in);
        } else if (in.at("EXECUTE")) {
            execute(in);
        } else if (in.accept("SOURCE")) {
            throw new SqlException(ClientCommands.included(in.rest()), in.tokens().getFirst().start());
        } else if (in.atAny(PASSED_OVER) || in.at("RENAME")) {
            skip(in);
        } else {
            throw in.unexpected("CREATE, ALTER, DROP or RENAME TABLE");
        }
    }

    private void skip(TokenStream in) {
        prepared.note(in.tokens());
        skipped.add(Skipped.of(in));
        in.rest();
    }

    /** Runs the procedure, where it is the script's own. */
    private void call(TokenStream in) {
        int start = in.peek().start();
        ObjectName name = catalog.name(in);
        skip(in);
        catalog.defined("procedure", name).map(object -> CalledProcedure.of(((DefinedObject) object).definition().sql())).filter(CalledProcedure::mayChangeTheSchema).ifPresent(called -> {
            if (called.isStraight()) {
                called.statements().forEach(this::runIfItApplies);
            }
            notes.add(new Note(Note.Kind.OTHERWISE, Problem.at(start, "CALL " + name + (called.isStraight() ? " is read as if every condition in the procedure were met that can be"
                    : " is passed over, though the procedure changes tables: only a server can tell how; write these statements out"))));
        });
    }

    private void execute(TokenStream in) {
        int start = in.peek().start();
        skip(in);
        prepared.executed(in.tokens()).ifPresent(statements -> {
            statements.forEach(this::runIfItApplies);
            notes.add(new Note(Note.Kind.OTHERWISE, Problem.at(start, statements.isEmpty()
                    ? "EXECUTE is passed over, though it changes the schema: only a server can put the statement together; write it out"
                    : "EXECUTE is read as if every condition for a statement that changes the schema were met that can be")));
        });
    }

    private void runIfItApplies(TokenStream in) {
        try {
            dispatch(in);
        } catch (SqlException | IllegalArgumentException done) {
            skipped.add(Skipped.of(in));
        }
    }

    private void create(TokenStream in) {
        var objects = new ObjectReader(catalog, in);
        boolean replace = in.accept("OR", "REPLACE");
        if (in.accept("TABLE")) {
            createTable(in, replace);
        } else if (in.accept("SEQUENCE")) {
            new SequenceReader(catalog, in).create(replace);
        } else if (in.at("INDEX") || in.at("UNIQUE") || in.at("FULLTEXT") || in.at("SPATIAL", "INDEX") || in.at("VECTOR")) {
            createIndex(in);
        } else if (in.accept("DATABASE") || in.accept("SCHEMA")) {
            objects.database();
        } else if (in.atAny(NOT_OF_A_SCHEMA)) {
            skip(in);
        } else {
            objects.create(replace);
        }
    }

    private void createTable(TokenStream in, boolean replace) {
        Clauses clauses = catalog.clauses(in);
        boolean unlessExists = clauses.ifExists();
        ObjectName name = catalog.name(in);
        Optional<Table> existing = catalog.table(name);
        if (existing.isPresent() && unlessExists) {
            skip(in);
            return;
        }
        if (replace) {
            existing.ifPresent(catalog::drop);
        }
        // A dump first makes a view as a table, so that other views find it.
        catalog.create(new CreateTableReader(catalog, in, variant).table(name));
    }

    /** {@code CREATE INDEX}, which is an action of ALTER TABLE. */
    private void createIndex(TokenStream in) {
        boolean unique = in.accept("UNIQUE");
        String method = in.accept("FULLTEXT") ? "fulltext" : in.accept("SPATIAL") ? "spatial" : in.accept("VECTOR") ? "vector" : "";
        in.expect("INDEX");
        Clauses clauses = catalog.clauses(in);
        boolean unlessExists = clauses.ifExists();
        String name = clauses.name();
        var keys = new KeyReader(in, clauses);
        var options = keys.using(Options.NONE);
        in.expect("ON");
        Table table = catalog.existing(catalog.name(in));
        Index index = keys.index(name, method.isEmpty() ? options.find("using").orElse("") : method);
        boolean exists = table.parts().stream().anyMatch(part -> (part instanceof Index || part instanceof Unique) && part.name().equalsIgnoreCase(name));
        if (exists && unlessExists) {
            return;
        }
        TableDraft draft = TableDraft.of(table);
        TablePart part = unique ? KeyReader.unique(name, index.keys(), index.method().isEmpty() ? index.options() : index.options().with("using", index.method())) : index;
        draft.add(part);
        catalog.altered(draft);
    }

    private void alter(TokenStream in) {
        if (in.accept("ONLINE") || in.accept("IGNORE")) {
            alter(in);
        } else if (in.accept("TABLE")) {
            catalog.clauses(in).ifExists();
            ObjectName name = catalog.name(in);
            Optional<Sequence> sequence = catalog.sequence(name);
            if (sequence.isPresent()) {
                new SequenceReader(catalog, in).alterTable(sequence.get());
                return;
            }
            new AlterTableReader(catalog, in, variant, TableDraft.of(catalog.existing(name))).read();
        } else if (in.accept("SEQUENCE")) {
            new SequenceReader(catalog, in).alter();
        } else if (in.accept("DATABASE") || in.accept("SCHEMA")) {
            new ObjectReader(catalog, in).database();
        } else if (in.atAny("USER", "SERVER", "INSTANCE", "TABLESPACE")) {
            skip(in);
        } else {
            new ObjectReader(catalog, in).alter();
        }
    }

    private void drop(TokenStream in) {
        if (in.accept("TABLE") || in.accept("TABLES")) {
            dropped(in, name -> catalog.table(name).map(SchemaObject.class::cast), "table");
        } else if (in.accept("VIEW")) {
            dropped(in, name -> catalog.view(name).map(SchemaObject.class::cast), "view");
        } else if (in.accept("SEQUENCE")) {
            new SequenceReader(catalog, in).drop();
        } else if (in.accept("INDEX")) {
            dropIndex(in);
        } else if (in.accept("PRIMARY")) {
            throw in.unexpected("TABLE, VIEW, INDEX, PROCEDURE, FUNCTION, TRIGGER or EVENT");
        } else if (in.atAny(NOT_OF_A_SCHEMA) || in.atAny("DATABASE", "SCHEMA", "PREPARE")) {
            skip(in);
        } else {
            new ObjectReader(catalog, in).drop();
        }
    }

    private void dropped(TokenStream in, Function<ObjectName, Optional<SchemaObject>> finder, String what) {
        boolean maybe = catalog.clauses(in).ifExists();
        do {
            ObjectName name = catalog.name(in);
            Optional<SchemaObject> found = finder.apply(name);
            if (found.isEmpty() && !maybe) {
                throw new IllegalArgumentException("no " + what + " " + name);
            }
            found.ifPresent(object -> {
                if (object instanceof Table table) {
                    catalog.drop(table);
                } else {
                    catalog.remove((View) object);
                }
            });
        } while (in.accept(","));
        if (!in.accept("RESTRICT")) {
            in.accept("CASCADE");
        }
    }

    private void dropIndex(TokenStream in) {
        Clauses clauses = catalog.clauses(in);
        boolean maybe = clauses.ifExists();
        String name = clauses.name();
        in.expect("ON");
        TableDraft draft = TableDraft.of(catalog.existing(catalog.name(in)));
        boolean exists = draft.parts().stream().anyMatch(part -> part.name().equalsIgnoreCase(name) && !(part instanceof Column));
        if (name.equalsIgnoreCase("primary")) {
            draft.dropPrimaryKey();
        } else if (exists || !maybe) {
            draft.dropIndex(name);
        }
        if (in.atAny("ALGORITHM", "LOCK")) {
            in.rest();
        }
        catalog.altered(draft);
    }

    private void rename(TokenStream in) {
        do {
            ObjectName from = catalog.name(in);
            in.expect("TO");
            catalog.rename(from, catalog.name(in));
        } while (in.accept(","));
    }
}
