package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;

/** Reads what is said of sequences, which are tables to MariaDB: some of it stands in ALTER TABLE (knowledge base, Sequence Overview). */
final class SequenceReader {
    private final MysqlCatalog catalog;
    private final TokenStream in;
    private final SequenceOptionsReader options;

    SequenceReader(MysqlCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
        this.options = new SequenceOptionsReader(in);
    }

    /** After {@code CREATE SEQUENCE}. */
    void create(boolean replace) {
        boolean unlessExists = catalog.clauses(in).ifExists();
        ObjectName name = catalog.name(in);
        Sequence sequence = options.read(new Sequence(name, Options.NONE, Optional.empty(), Optional.empty()));
        Optional<Sequence> existing = catalog.sequence(name);
        if (existing.isPresent() && unlessExists) {
            return;
        }
        if (replace) {
            existing.ifPresent(catalog::remove);
        }
        if (catalog.table(name).isPresent() || catalog.view(name).isPresent()) {
            throw new IllegalArgumentException("there is already a table or view named " + name);
        }
        catalog.add(sequence);
    }

    /** After {@code ALTER SEQUENCE}. What is not said stays as it is, also where it was what goes without saying (tried on 10.11). */
    void alter() {
        boolean maybe = catalog.clauses(in).ifExists();
        ObjectName name = catalog.name(in);
        Optional<Sequence> found = catalog.sequence(name);
        if (found.isEmpty() && maybe) {
            in.rest();
            return;
        }
        Sequence before = found.orElseThrow(() -> new IllegalArgumentException("no sequence " + name));
        catalog.replace(before, options.read(before.withOptions(SequenceOptions.whole(before.options()))));
    }

    /** After {@code ALTER TABLE} and the name of a sequence. */
    void alterTable(Sequence sequence) {
        if (in.accept("RENAME")) {
            if (!in.accept("TO")) {
                in.accept("AS");
            }
            catalog.rename(sequence.name(), catalog.name(in));
            return;
        }
        catalog.replace(sequence, options.read(sequence));
    }

    /** After {@code DROP SEQUENCE}. */
    void drop() {
        boolean maybe = catalog.clauses(in).ifExists();
        do {
            ObjectName name = catalog.name(in);
            Optional<Sequence> found = catalog.sequence(name);
            if (found.isEmpty() && !maybe) {
                throw new IllegalArgumentException("no sequence " + name);
            }
            found.ifPresent(catalog::remove);
        } while (in.accept(","));
    }
}
