package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE INDEX}. */
final class IndexReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    IndexReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code CREATE [UNIQUE] INDEX}. */
    void create(boolean unique) {
        in.accept("CONCURRENTLY");
        boolean unlessThere = clauses.ifExists();
        String name = in.at("ON") ? "" : clauses.objectName().name();
        in.expect("ON");
        boolean only = in.accept("ONLY");
        Relation relation = script.relation(clauses.objectName());
        String method = in.accept("USING") ? clauses.name() : "";
        List<Index.Key> keys = keys(relation);
        List<String> include = in.accept("INCLUDE") ? clauses.columns() : List.of();
        Options options = ColumnReader.nullsDistinct(in, Options.NONE);
        if (in.accept("WITH")) {
            options = StorageParameters.set(options, in);
        }
        if (in.accept("TABLESPACE")) {
            options = options.with("tablespace", clauses.name());
        }
        Optional<SqlText> where = in.accept("WHERE") ? Optional.of(PostgresqlTexts.expression(in.rest())) : Optional.empty();
        if (!in.isAtEnd()) {
            throw in.unexpected("INCLUDE, WITH, TABLESPACE, WHERE or the end");
        }
        Options all = only && !script.partitions(relation.name()).isEmpty() ? options.with(PartitionReader.ONLY, "true") : options;
        if (!unlessThere || script.ownerOf(relation.name().withName(name)).isEmpty()) {
            script.add(relation.name(), new Index(name, unique, method.equals("btree") ? "" : method, keys, include, where, all, Written.NOT));
        }
    }

    private List<Index.Key> keys(Relation relation) {
        var reader = new IndexKeyReader(in, name -> relation instanceof Table table && table.column(name).isPresent());
        var keys = new ArrayList<Index.Key>();
        in.expect("(");
        do {
            keys.add(reader.key());
        } while (in.accept(","));
        in.expect(")");
        return keys;
    }
}
