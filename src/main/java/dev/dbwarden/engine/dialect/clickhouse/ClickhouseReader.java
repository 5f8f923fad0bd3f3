package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.ClientCommands;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.RenameComments;
import dev.dbwarden.engine.dialect.Replay;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** Replays a script on a schema, statement by statement; a statement that cannot be read is a problem, and the next one is read. */
final class ClickhouseReader {
    /** Statements that hold no schema. */
    private static final String[] PASSED_OVER = {"INSERT", "SELECT", "WITH", "SYSTEM", "OPTIMIZE", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "KILL", "CHECK", "EXISTS", "TRUNCATE",
        "DELETE", "UPDATE", "BACKUP", "RESTORE", "WATCH", "BEGIN", "COMMIT", "ROLLBACK", "DETACH", "UNDROP"};

    private final String script;
    private final ClickhouseCatalog catalog;
    private final Replay replay = new Replay(this::dispatch, this::skip);
    private final List<Skipped> skipped = new ArrayList<>();

    ClickhouseReader(String script, Schema before) {
        this.script = script;
        this.catalog = new ClickhouseCatalog(before);
    }

    Reading read() {
        var statements = new Statements(script, Clickhouse.LEXICON);
        for (var next = statements.next(); next.isPresent(); next = statements.next()) {
            replay.read(ClickhouseTokens.of(next.get(), script));
        }
        List<Problem> problems = replay.problems();
        ClientCommands.passOver(statements.commands(), script, skipped, problems);
        statements.failure().ifPresent(unclosed -> problems.add(Problem.at(unclosed.offset(), unclosed.getMessage())));
        Schema schema = problems.isEmpty() ? new ClickhouseSchemaRules(problems).normal(catalog.schema()) : Schema.EMPTY;
        return new Reading(schema, problems, skipped, RenameComments.in(script, Clickhouse.LEXICON));
    }

    private void skip(TokenStream in) {
        skipped.add(Skipped.of(in));
        in.rest();
    }

    private void dispatch(TokenStream in) {
        if (in.atAny(PASSED_OVER)) {
            skip(in);
        } else if (in.at("USE")) {
            in.next();
            in.accept("DATABASE");
            catalog.use(ClickhouseNames.name(in));
        } else if (in.at("SET") && !in.peek(1).is("ROLE") && !in.peek(1).is("DEFAULT")) {
            set(in);
        } else if (in.at("ALTER", "TABLE")) {
            AlterReader.read(catalog, in);
        } else if (in.at("ALTER", "DATABASE")) {
            AlterReader.database(catalog, in);
        } else if (in.atAny("CREATE", "ATTACH", "REPLACE")) {
            new CreateReader(catalog, in).read();
        } else if (in.at("DROP")) {
            new DropReader(catalog, in).read();
        } else if (in.at("RENAME") || in.at("EXCHANGE")) {
            new RenameReader(catalog, in).read();
        } else if (!new AccessReader(catalog, in).read()) {
            throw in.unexpected("CREATE, ALTER TABLE, DROP, RENAME or EXCHANGE");
        }
    }

    /** A setting of the session; one of them changes what CREATE TABLE means. */
    private void set(TokenStream in) {
        skipped.add(Skipped.of(in));
        in.next();
        do {
            String name = ClickhouseNames.name(in);
            in.expect("=");
            String value = new ClauseSpelling(in).value();
            if (name.equals("flatten_nested")) {
                catalog.flattenNested(!value.equals("0") && !value.equals("false"));
            }
        } while (in.accept(","));
    }
}
