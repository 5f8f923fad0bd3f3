package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;

/** Reads what {@code ALTER TABLE} does to a constraint that is there. */
final class AlterConstraintReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;
    private final Table table;

    AlterConstraintReader(TokenStream in, PostgresqlScript script, Table table) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
        this.table = table;
    }

    /** After {@code ALTER CONSTRAINT}. */
    void alter() {
        if (!(constraint(clauses.name()) instanceof ForeignKey key)) {
            throw in.unexpected("a foreign key's name: only foreign keys can be altered");
        }
        Options options = in.at("NOT", "DEFERRABLE") || in.at("INITIALLY", "IMMEDIATE") ? key.options().without("initially_deferred") : key.options();
        options = in.at("NOT", "DEFERRABLE") ? options.without("deferrable") : options;
        while (clauses.atDeferral()) {
            options = clauses.deferral(options);
        }
        var after = key.withOptions(options);
        script.edit(table.name(), parts -> parts.replace(key, after));
    }

    /** After {@code RENAME CONSTRAINT}. */
    void rename() {
        TablePart part = constraint(clauses.name());
        in.expect("TO");
        String to = clauses.name();
        script.edit(table.name(), parts -> parts.without(part).with(part.withName(to)));
    }

    /** After {@code VALIDATE CONSTRAINT}. */
    void validate() {
        script.constraint(table, clauses.name()).ifPresent(part -> script.edit(table.name(), parts -> parts.replace(part, PostgresqlRenderer.validated(part))));
    }

    private TablePart constraint(String name) {
        return script.constraint(table, name).or(() -> new PartitionReader(script).held(table, name)).orElseThrow(() -> new IllegalArgumentException("no constraint " + name + " on table " + table.name()));
    }
}
