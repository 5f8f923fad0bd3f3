package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** Reads a key of an index or an element of an exclusion constraint: a column or an expression, with what differs from the defaults. */
final class IndexKeyReader {
    /** Operator classes that are taken where none is named (catalog {@code pg_opclass.opcdefault}). */
    private static final Set<String> DEFAULT_CLASSES = Set.of("text_ops", "varchar_ops", "bpchar_ops", "int2_ops", "int4_ops", "int8_ops", "uuid_ops", "bool_ops",
            "date_ops", "timestamp_ops", "timestamptz_ops", "numeric_ops", "float4_ops", "float8_ops", "bytea_ops", "inet_ops", "cidr_ops", "oid_ops",
            "time_ops", "timetz_ops", "interval_ops", "enum_ops", "jsonb_ops", "array_ops", "tsvector_ops", "range_ops", "name_ops", "char_ops");

    private final TokenStream in;
    private final Clauses clauses;
    private final Predicate<String> isColumn;

    /** @param isColumn whether a name in brackets is a column's, and so no expression */
    IndexKeyReader(TokenStream in, Predicate<String> isColumn) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.isColumn = isColumn;
    }

    Index.Key key() {
        if (in.at("(")) {
            SqlText expression = PostgresqlTexts.expression(in.parenthesized());
            String column = expression.canonical().replace("\"", "");
            return isColumn.test(column) ? new Index.Key(column, Optional.empty(), modifiers()) : new Index.Key("", Optional.of(expression), modifiers());
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
