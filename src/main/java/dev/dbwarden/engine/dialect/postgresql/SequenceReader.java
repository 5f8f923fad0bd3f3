package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Optional;

/** Reads {@code CREATE SEQUENCE} and {@code ALTER SEQUENCE}. */
final class SequenceReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    SequenceReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code CREATE SEQUENCE}. */
    void create() {
        boolean unlessThere = clauses.ifExists();
        ObjectName name = script.made(clauses.objectName());
        Sequence sequence = options(new Sequence(name, Options.NONE, Optional.empty(), Optional.empty()));
        if (unlessThere && script.editor.find(sequence.ref()).isPresent()) {
            script.skip();
            return;
        }
        script.editor.add(sequence);
    }

    /** After {@code ALTER SEQUENCE}. */
    void alter() {
        boolean ifThere = clauses.ifExists();
        ObjectName name = script.known(Kind.SEQUENCE, clauses.objectName());
        boolean handedOver = in.tokens().stream().anyMatch(token -> token.is("OWNED"));
        Optional<SchemaObject> found = script.editor.find(Ref.object(Kind.SEQUENCE, name)).or(() -> handedOver ? new SerialReader(in, script).apart(name) : Optional.empty());
        if (in.at("OWNER", "TO")) {
            script.grants.owned(Ref.object(Kind.SEQUENCE, name), in);
            return;
        }
        if (found.isEmpty()) {
            if (ifThere) {
                in.rest();
                script.skip();
                return;
            }
            new SerialReader(in, script).alter(name);
            return;
        }
        if (in.accept("RENAME", "TO")) {
            new SerialReader(in, script).rename(name, name.withName(clauses.name()));
            return;
        }
        if (in.accept("SET", "SCHEMA")) {
            new SerialReader(in, script).rename(name, PostgresqlNormalizer.resolved(new ObjectName(clauses.name(), name.name())));
            return;
        }
        script.editor.replace(found.get(), options((Sequence) found.get()));
    }

    private Sequence options(Sequence sequence) {
        Sequence read = sequence;
        while (!in.isAtEnd()) {
            if (in.accept("OWNED", "BY")) {
                read = read.withOwnedBy(owner());
                continue;
            }
            if (in.accept("SET")) {
                continue;
            }
            Sequence before = read;
            read = read.withOptions(PostgresqlSequences.option(in, before.options()).orElseThrow(() -> in.unexpected("an option of a sequence")));
        }
        return read.withOptions(PostgresqlSequences.normal(read.options(), "BIGINT"));
    }

    private Optional<Sequence.ColumnRef> owner() {
        var names = new ArrayList<String>();
        do {
            names.add(clauses.name());
        } while (in.accept("."));
        if (names.size() == 1 && names.getFirst().equals("none")) {
            return Optional.empty();
        }
        if (names.size() < 2) {
            throw in.unexpected("a table and its column");
        }
        String column = names.removeLast();
        ObjectName table = names.size() == 1 ? ObjectName.of(names.getFirst()) : new ObjectName(names.get(names.size() - 2), names.getLast());
        return Optional.of(new Sequence.ColumnRef(script.knownTable(table), column));
    }
}
