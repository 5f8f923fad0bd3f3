package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the actions of ALTER TABLE that are about partitions. */
final class PartitionsReader {
    private final TokenStream in;
    private final Clauses clauses;

    PartitionsReader(TokenStream in, Clauses clauses) {
        this.in = in;
        this.clauses = clauses;
    }

    /** Reads one action into the draft; whether there was one. */
    boolean read(TableDraft draft) {
        if (in.at("PARTITION", "BY")) {
            draft.option(TableAttributes.PARTITIONS, Partitions.read(in).toString());
        } else if (in.accept("REMOVE", "PARTITIONING")) {
            draft.option(TableAttributes.PARTITIONS, "");
        } else if (in.accept("REORGANIZE", "PARTITION")) {
            List<String> names = clauses.names();
            in.expect("INTO");
            List<String> others = Partitions.definitions(in);
            change(draft, partitions -> partitions.reorganized(names, others));
        } else if (in.accept("COALESCE", "PARTITION")) {
            int fewer = number();
            change(draft, partitions -> partitions.counted(-fewer));
        } else {
            return false;
        }
        return true;
    }

    /** What follows {@code ADD PARTITION}. */
    void add(TableDraft draft) {
        clauses.ifExists();
        if (in.accept("PARTITIONS")) {
            int more = number();
            change(draft, partitions -> partitions.counted(more));
            return;
        }
        List<String> more = Partitions.definitions(in);
        change(draft, partitions -> partitions.with(more));
    }

    /** What follows {@code DROP PARTITION}. */
    void drop(TableDraft draft) {
        clauses.ifExists();
        List<String> names = clauses.names();
        change(draft, partitions -> partitions.without(names));
    }

    private static void change(TableDraft draft, UnaryOperator<Partitions> change) {
        Partitions now = draft.options().find(TableAttributes.PARTITIONS).map(Partitions::parse)
                .orElseThrow(() -> new IllegalArgumentException("table " + draft.name + " has no partitions"));
        draft.option(TableAttributes.PARTITIONS, change.apply(now).toString());
    }

    private int number() {
        return Integer.parseInt(in.next().text());
    }
}
