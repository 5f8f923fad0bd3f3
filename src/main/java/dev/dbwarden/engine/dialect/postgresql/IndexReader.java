package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Reads {@code CREATE INDEX}. */
final class IndexReader {
    /** Operator classes that are taken where none is named (catalog {@code pg_opclass.opcdefault}). */
    private static final Set<String> DEFAULT_CLASSES = Set.of("text_ops", "varchar_ops", "bpchar_ops", "int2_ops", "int4_ops", "int8_ops", "uuid_ops", "bool_ops",
            "date_ops", "timestamp_ops", "timestamptz_ops", "numeric_ops", "float4_ops", "float8_ops", "bytea_ops", "inet_ops", "cidr_ops", "oid_ops",
            "time_ops", "timetz_ops", "interval_ops", "enum_ops", "jsonb_ops", "array_ops", "tsvector_ops", "range_ops", "name_ops", "char_ops");

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
            options = TableReader.storage(options, in.parenthesized());
        }
        if (in.accept("TABLESPACE")) {
            options = options.with("tablespace", clauses.name());
        }
        Optional<SqlText> where = in.accept("WHERE") ? Optional.of(PostgresqlTexts.expression(in.rest())) : Optional.empty();
        if (!in.isAtEnd()) {
            throw in.unexpected("INCLUDE, WITH, TABLESPACE, WHERE or the end");
        }
        boolean partitioned = relation instanceof Table table && table.options().has("partition_by");
        Options all = only && partitioned ? options.with("only", "true") : options;
        if (!unlessThere || script.ownerOf(relation.name().withName(name)).isEmpty()) {
            script.add(relation.name(), new Index(name, unique, method.equals("btree") ? "" : method, keys, include, where, all, Written.NOT));
        }
    }

    private List<Index.Key> keys(Relation relation) {
        var keys = new ArrayList<Index.Key>();
        in.expect("(");
        do {
            keys.add(key(relation));
        } while (in.accept(","));
        in.expect(")");
        return keys;
    }

    private Index.Key key(Relation relation) {
        if (in.at("(")) {
            SqlText expression = PostgresqlTexts.expression(in.parenthesized());
            Optional<String> column = relation instanceof Table table ? table.column(expression.canonical().replace("\"", "")).map(c -> c.name()) : Optional.empty();
            return column.map(name -> new Index.Key(name, Optional.empty(), modifiers()))
                    .orElseGet(() -> new Index.Key("", Optional.of(expression), modifiers()));
        }
        int mark = in.mark();
        String name = clauses.name();
        boolean call = in.at("(");
        while (in.accept(".")) {
            clauses.name();
            call = in.at("(");
        }
        if (!call) {
            return new Index.Key(name, Optional.empty(), modifiers());
        }
        in.parenthesized();
        return new Index.Key("", Optional.of(PostgresqlTexts.expression(in.textSince(mark))), modifiers());
    }

    private String modifiers() {
        var modifiers = new StringJoiner(" ");
        if (in.accept("COLLATE")) {
            ObjectName collation = PostgresqlNormalizer.resolved(clauses.objectName());
            modifiers.add("COLLATE").add(PostgresqlRenderer.name(collation));
        }
        if (in.peek().type() == Token.Type.NAME || in.peek().type() == Token.Type.WORD && !in.atAny("ASC", "DESC", "NULLS", "WITH")) {
            ObjectName operators = PostgresqlNormalizer.resolved(clauses.objectName());
            String options = in.at("(") ? "(" + in.parenthesized() + ")" : "";
            if (!options.isEmpty() || !DEFAULT_CLASSES.contains(operators.toString())) {
                modifiers.add(PostgresqlRenderer.name(operators) + options);
            }
        }
        boolean descending = in.accept("DESC");
        if (!descending) {
            in.accept("ASC");
        }
        if (descending) {
            modifiers.add("DESC");
        }
        if (in.accept("NULLS")) {
            boolean first = in.accept("FIRST");
            if (!first) {
                in.expect("LAST");
            }
            if (first != descending) {
                modifiers.add(first ? "NULLS FIRST" : "NULLS LAST");
            }
        }
        return modifiers.toString();
    }
}
