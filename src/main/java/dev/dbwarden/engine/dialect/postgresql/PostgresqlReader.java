package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.ClientCommands;
import dev.dbwarden.engine.dialect.Note;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.RenameComments;
import dev.dbwarden.engine.dialect.Replay;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays a script of PostgreSQL DDL: what people write, and what {@code pg_dump --schema-only} prints. */
final class PostgresqlReader {
    /** Statements that hold no schema; they are passed over and counted. */
    private static final String[] NO_SCHEMA = {"SET", "RESET", "SELECT", "INSERT", "UPDATE", "DELETE", "COPY", "BEGIN", "COMMIT", "ROLLBACK", "START", "END", "ANALYZE",
        "VACUUM", "LOCK", "SHOW", "DISCARD", "NOTIFY", "LISTEN", "UNLISTEN", "REFRESH", "REINDEX", "CLUSTER", "CHECKPOINT", "SAVEPOINT", "RELEASE", "TRUNCATE", "CALL",
        "WITH", "EXPLAIN", "PREPARE", "EXECUTE", "DEALLOCATE", "SECURITY", "LOAD", "VALUES", "ABORT", "REASSIGN", "MERGE"};

    private final String text;
    private final PostgresqlScript script;
    private final PostgresqlNormalizer normalizer;
    private final Replay replay = new Replay(this::statement, this::skip);
    private final List<Skipped> skipped = new ArrayList<>();
    private boolean inTransaction;
    /** The session's search path, which counts again where the transaction with one of its own ends. */
    private Optional<SearchPath> session = Optional.empty();
    private final Map<String, Note> notes = new LinkedHashMap<>();

    PostgresqlReader(String text, Schema before, PostgresqlNormalizer normalizer) {
        this.text = text;
        this.script = new PostgresqlScript(before);
        this.normalizer = normalizer;
    }

    Reading read() {
        var statements = new Statements(text, Postgresql.LEXICON);
        for (Optional<TokenStream> statement = statements.next(); statement.isPresent(); statement = statements.next()) {
            int before = script.skipped();
            replay.read(statement.get());
            if (script.skipped() > before) {
                passOver(statement.get());
            }
            noteLongNames(statement.get());
        }
        List<Problem> problems = replay.problems();
        ClientCommands.passOver(statements.commands(), text, skipped, problems);
        statements.failure().ifPresent(failure -> problems.add(Problem.at(failure.offset(), failure.getMessage())));
        Schema schema = problems.isEmpty() ? normalizer.schema(script.editor.schema(), script.namesBefore, problems) : Schema.EMPTY;
        return new Reading(schema, problems, skipped, RenameComments.in(text, Postgresql.LEXICON), List.copyOf(notes.values()));
    }

    private void passOver(TokenStream statement) {
        Skipped passed = Skipped.of(statement);
        skipped.add(passed);
        new Calls(script.editor).effect(statement.tokens()).ifPresent(effect -> notes.putIfAbsent(effect, new Note(Note.Kind.OTHERWISE, Problem.at(passed.offset(), passed.statement() + " " + effect))));
    }

    private void noteLongNames(TokenStream statement) {
        for (Token token : statement.tokens()) {
            if (token.isName() && token.end() - token.start() > PostgresqlNames.LONGEST / 4 && PostgresqlNames.bytes(token.value()) > PostgresqlNames.LONGEST) {
                String kept = PostgresqlNames.clipped(token.value(), PostgresqlNames.LONGEST);
                notes.putIfAbsent(kept, new Note(Note.Kind.OTHERWISE, Problem.at(token.start(), "the name " + token.value() + " has " + PostgresqlNames.bytes(token.value())
                        + " bytes; PostgreSQL keeps " + PostgresqlNames.LONGEST + " and makes it " + kept)));
            }
        }
    }

    private void statement(TokenStream in) {
        script.begin();
        WrittenNamespaces.read(in, script, this::written);
        script.defaultPrivileges.end();
    }

    private void written(TokenStream in) {
        int from = in.mark();
        if (in.accept("CREATE")) {
            create(in, from);
        } else if (in.accept("ALTER")) {
            alter(in, from);
        } else if (in.accept("DROP")) {
            drop(in);
        } else if (in.accept("COMMENT", "ON")) {
            new CommentReader(in, script).read(from);
        } else if (in.atAny("GRANT", "REVOKE")) {
            new GrantReader(in, script).read();
        } else if (in.at("DO")) {
            new DoReader(in, replay::read).read();
            script.skip();
        } else if (in.at("SET", "search_path") || in.at("SET", "LOCAL", "search_path") || in.at("SET", "SESSION", "search_path")) {
            path(in);
            skip(in);
        } else if (in.at("RESET", "search_path") || in.at("RESET", "ALL") || in.at("DISCARD", "ALL")) {
            script.path = SearchPath.USUAL;
            session = Optional.empty();
            skip(in);
        } else if (in.atAny(NO_SCHEMA)) {
            refuseNewTable(in);
            transaction(in);
            skip(in);
            new Calls(script.editor).statements(in.tokens()).forEach(replay::read);
        } else {
            throw in.unexpected("CREATE, ALTER, DROP, COMMENT, GRANT or a statement that holds no schema");
        }
    }

    /** {@code SELECT .. INTO name FROM ..} makes a table (manual, SELECT INTO). */
    private static void refuseNewTable(TokenStream in) {
        int mark = in.mark();
        if (in.accept("SELECT")) {
            in.skipUntil("INTO", "FROM");
            if (in.at("INTO")) {
                throw new SqlException("SELECT INTO makes a table whose columns cannot be known without running the query; write CREATE TABLE with its columns", in.peek().start());
            }
        }
        in.reset(mark);
    }

    private void transaction(TokenStream in) {
        if (inTransaction && in.atAny("ROLLBACK", "ABORT")) {
            throw new SqlException("this takes back what was read since BEGIN; leave both out, with what stands between", in.peek().start());
        }
        if (inTransaction && in.atAny("COMMIT", "END")) {
            session.ifPresent(path -> script.path = path);
            session = Optional.empty();
        }
        inTransaction = in.atAny("BEGIN", "START") || inTransaction && !in.atAny("COMMIT", "END");
    }

    /** SET LOCAL holds for a transaction; without BEGIN for the script, which its runner may well put into one. */
    private void path(TokenStream in) {
        boolean local = in.at("SET", "LOCAL") && inTransaction;
        session = local ? session.or(() -> Optional.of(script.path)) : Optional.empty();
        script.path = SearchPath.read(in);
    }

    private void skip(TokenStream in) {
        in.rest();
        script.skip();
    }

    private void create(TokenStream in, int from) {
        boolean orReplace = in.accept("OR", "REPLACE");
        boolean unlogged = in.accept("UNLOGGED");
        boolean constraint = in.accept("CONSTRAINT");
        if (in.accept("TABLE")) {
            new TableReader(in, script).create(unlogged);
        } else if (in.accept("UNIQUE", "INDEX")) {
            new IndexReader(in, script).create(true);
        } else if (in.accept("INDEX")) {
            new IndexReader(in, script).create(false);
        } else if (in.accept("SEQUENCE")) {
            new SequenceReader(in, script).create();
        } else if (in.accept("VIEW")) {
            new ObjectReader(in, script).view(false, orReplace, false);
        } else if (in.accept("RECURSIVE", "VIEW")) {
            new ObjectReader(in, script).view(false, orReplace, true);
        } else if (in.accept("MATERIALIZED", "VIEW")) {
            new ObjectReader(in, script).view(true, orReplace, false);
        } else if (in.accept("SCHEMA")) {
            new ObjectReader(in, script).namespace();
        } else if (in.accept("EXTENSION")) {
            new ObjectReader(in, script).extension();
        } else if (in.accept("DOMAIN")) {
            new DomainReader(in, script).create();
        } else if (in.at("SCHEMA") && in.peek(2).is("OWNER")) {
            in.next();
            script.grants.owned(Ref.object(Kind.SCHEMA, ObjectName.of(PostgresqlScript.clauses(in).name())), in);
        } else if (in.atAny("DATABASE", "ROLE", "USER", "GROUP", "TABLESPACE") && !in.at("USER", "MAPPING")) {
            skip(in);
        } else {
            createOther(in, from, orReplace, constraint);
        }
    }

    private void createOther(TokenStream in, int from, boolean orReplace, boolean constraint) {
        if (in.at("TYPE")) {
            int mark = in.mark();
            in.next();
            ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
            if (in.accept("AS", "ENUM")) {
                new ObjectReader(in, script).enumType(name);
                return;
            }
            in.reset(mark);
        }
        String kind = DefinedReader.kind(in).orElseThrow(() -> in.unexpected("TABLE, INDEX, VIEW, TYPE, FUNCTION or another kind of object"));
        if (constraint && !kind.equals("trigger")) {
            throw in.unexpected("TRIGGER");
        }
        new DefinedReader(in, script).create(kind, from, orReplace);
    }

    private void alter(TokenStream in, int from) {
        if (in.at("TABLE") || in.at("VIEW") || in.at("MATERIALIZED", "VIEW") || in.at("FOREIGN", "TABLE")) {
            in.accept("MATERIALIZED");
            in.accept("FOREIGN");
            in.next();
            new AlterTableReader(in, script).alter();
        } else if (in.accept("INDEX")) {
            new AlterIndexReader(in, script).alter();
        } else if (in.accept("SEQUENCE")) {
            new SequenceReader(in, script).alter();
        } else if (in.accept("DOMAIN")) {
            new DomainReader(in, script).alter();
        } else if (in.accept("EXTENSION")) {
            new ObjectReader(in, script).alterExtension();
        } else if (in.at("SCHEMA") && in.peek(2).is("OWNER")) {
            in.next();
            script.grants.owned(Ref.object(Kind.SCHEMA, ObjectName.of(PostgresqlScript.clauses(in).name())), in);
        } else if (in.atAny("DATABASE", "ROLE", "USER", "SYSTEM", "SCHEMA", "LARGE", "TABLESPACE") && !in.at("USER", "MAPPING")) {
            in.rest();
            script.skip();
        } else if (in.at("DEFAULT", "PRIVILEGES")) {
            in.reset(from);
            new GrantReader(in, script).read();
        } else {
            alterOther(in, from);
        }
    }

    private void alterOther(TokenStream in, int from) {
        if (in.at("TYPE")) {
            int mark = in.mark();
            in.next();
            ObjectName name = script.known(Kind.ENUM, PostgresqlScript.clauses(in).objectName());
            Optional<SchemaObject> type = script.editor.find(Ref.object(Kind.ENUM, name));
            if (type.isPresent()) {
                new ObjectReader(in, script).alterEnum((EnumType) type.get());
                return;
            }
            in.reset(mark);
        }
        new DefinedReader(in, script).alter(DefinedReader.kind(in).orElseThrow(() -> in.unexpected("TABLE, INDEX, SEQUENCE, TYPE or another kind of object")), from);
    }

    private void drop(TokenStream in) {
        new DropStatementReader(in, script).drop();
    }
}
