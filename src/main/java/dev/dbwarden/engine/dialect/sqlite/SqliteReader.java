package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.ClientCommands;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.RenameComments;
import dev.dbwarden.engine.dialect.Replay;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Replays a script on a schema, statement by statement; a statement that cannot be read is a problem, and the next one is read. */
final class SqliteReader {
    /** Statements that hold no schema. ROLLBACK is none of them: it takes back what was read. */
    private static final String[] PASSED_OVER = {"PRAGMA", "INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "WITH", "VALUES", "BEGIN", "COMMIT", "END",
        "SAVEPOINT", "RELEASE", "ANALYZE", "REINDEX", "VACUUM", "ATTACH", "DETACH", "EXPLAIN"};

    /** Dot commands, and the comments of the shell (sqlite.org/cli.html, 5; tried with 3.40). */
    private static final String CLIENT = ".#";

    private static final Set<String> CATALOG = Set.of("sqlite_schema", "sqlite_master");

    private final String script;
    private final Schema before;
    private final SqliteCatalog catalog;
    private final Replay replay = new Replay(this::dispatch, this::skip);
    private final List<Skipped> skipped = new ArrayList<>();

    SqliteReader(String script, Schema before) {
        this.script = script;
        this.before = before;
        this.catalog = new SqliteCatalog(before);
    }

    Reading read() {
        var statements = new Statements(script, Sqlite.LEXICON, CLIENT);
        for (var next = statements.next(); next.isPresent(); next = statements.next()) {
            replay.read(SqliteNames.from(next.get(), script));
        }
        List<Problem> problems = replay.problems();
        ClientCommands.passOver(statements.commands(), script, skipped, problems);
        statements.failure().ifPresent(unclosed -> problems.add(Problem.at(unclosed.offset(), unclosed.getMessage())));
        Schema schema = problems.isEmpty() ? new SqliteSchemaRules(catalog.schema(), before, problems).normal() : Schema.EMPTY;
        return new Reading(schema, problems, skipped, RenameComments.in(script, Sqlite.LEXICON));
    }

    private void dispatch(TokenStream in) {
        if (in.at("INSERT", "INTO") && isCatalog(in.peek(2))) {
            catalogRow(in);
        } else if (isCatalog(in.peek(1)) && in.at("UPDATE") || isCatalog(in.peek(2)) && in.at("DELETE", "FROM")) {
            throw new SqlException("this changes SQLite's catalog by hand; write the CREATE statements as they are to be", in.peek().start());
        } else if (in.atAny(PASSED_OVER)) {
            skip(in);
        } else if (in.accept("CREATE")) {
            create(in);
        } else if (in.accept("ALTER", "TABLE")) {
            new SqliteAlterReader(catalog, in).read();
        } else if (in.accept("DROP")) {
            drop(in);
        } else {
            throw in.unexpected("CREATE, ALTER TABLE or DROP");
        }
    }

    private void skip(TokenStream in) {
        skipped.add(Skipped.of(in));
        in.rest();
    }

    private static boolean isCatalog(Token name) {
        return CATALOG.contains(name.value().toLowerCase(Locale.ROOT));
    }

    /** How {@code .dump} writes a virtual table: its statement is the row's last text. */
    private void catalogRow(TokenStream in) {
        Optional<Token> statement = in.tokens().stream().filter(token -> token.type() == Token.Type.STRING && token.value().startsWith("CREATE")).reduce((_, last) -> last);
        skip(in);
        statement.ifPresent(text -> {
            try {
                TokenStream row = SqliteNames.from(TokenStream.of(text.value(), Sqlite.LEXICON), text.value());
                dispatch(row);
                if (!row.isAtEnd()) {
                    throw row.unexpected("the end of the statement");
                }
            } catch (SqlException unreadable) {
                throw new SqlException(String.valueOf(unreadable.getMessage()), text.start());
            }
        });
    }

    private void create(TokenStream in) {
        var objects = new SqliteObjectReader(catalog, in);
        if (in.accept("TABLE")) {
            createTable(in);
        } else if (in.at("INDEX") || in.at("UNIQUE", "INDEX")) {
            objects.index();
        } else if (in.accept("VIEW")) {
            objects.view();
        } else if (in.accept("TRIGGER")) {
            objects.trigger();
        } else if (in.accept("VIRTUAL", "TABLE")) {
            objects.virtualTable();
        } else {
            throw in.unexpected("TABLE, INDEX, VIEW, TRIGGER or VIRTUAL TABLE");
        }
    }

    private void createTable(TokenStream in) {
        boolean unlessExists = SqliteNames.ifExists(in);
        ObjectName name = SqliteNames.objectName(in);
        if (name.name().toLowerCase(Locale.ROOT).startsWith("sqlite_") || unlessExists && catalog.find(name).isPresent()) {
            skip(in);
            return;
        }
        catalog.create(new SqliteTableReader(in).table(name));
    }

    private void drop(TokenStream in) {
        if (in.accept("TABLE")) {
            drop(in, "table", object -> object instanceof Table || object instanceof DefinedObject);
        } else if (in.accept("VIEW")) {
            drop(in, "view", View.class::isInstance);
        } else if (in.accept("INDEX")) {
            dropIndex(in);
        } else if (in.accept("TRIGGER")) {
            boolean ifExists = SqliteNames.ifExists(in);
            ObjectName name = SqliteNames.objectName(in);
            Optional<DefinedObject> trigger = catalog.trigger(name);
            require(trigger.isPresent() || ifExists, "trigger", name);
            trigger.ifPresent(catalog::dropTrigger);
        } else {
            throw in.unexpected("TABLE, INDEX, VIEW or TRIGGER");
        }
    }

    private void drop(TokenStream in, String what, Predicate<SchemaObject> kind) {
        boolean ifExists = SqliteNames.ifExists(in);
        ObjectName name = SqliteNames.objectName(in);
        Optional<SchemaObject> object = catalog.object(name).filter(kind);
        require(object.isPresent() || ifExists, what, name);
        object.ifPresent(catalog::drop);
    }

    private void dropIndex(TokenStream in) {
        boolean ifExists = SqliteNames.ifExists(in);
        ObjectName name = SqliteNames.objectName(in);
        Optional<Ref> index = catalog.find(name).filter(ref -> ref.kind().equals("index"));
        require(index.isPresent() || ifExists, "index", name);
        index.ifPresent(catalog::dropIndex);
    }

    private static void require(boolean found, String what, ObjectName name) {
        if (!found) {
            throw new IllegalArgumentException("no " + what + " " + name);
        }
    }
}
