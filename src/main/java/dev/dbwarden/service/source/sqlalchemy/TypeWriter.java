package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The types and sequences that columns need before their tables: PostgreSQL's enums and domains. */
final class TypeWriter {
    private final DialectRules rules;
    private final ColumnTypes types;
    private final TypeCompiler compiler;
    private final ExpressionCompiler expressions;
    private final Faults faults;
    private final Map<String, Ddl> made = new LinkedHashMap<>();
    private final Map<String, Location> schemas = new LinkedHashMap<>();
    private final Map<String, Value.Construct> sequences = new LinkedHashMap<>();

    TypeWriter(DialectRules rules, ColumnTypes types, TypeCompiler compiler, ExpressionCompiler expressions, Faults faults) {
        this.rules = rules;
        this.types = types;
        this.compiler = compiler;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** Notes what a column's type needs. */
    void use(ColumnModel column, TableModel table) {
        if (rules.prefix().equals("postgresql")) {
            use(types.of(column, table), table);
            column.arguments("Sequence").stream().filter(sequence -> !Sequences.isTrue(sequence, "optional")).forEach(this::use);
        }
    }

    /** A type that belongs to a metadata is made whether or not a column has it. */
    void use(ResolvedType type, TableModel table) {
        if (type.text().isPresent()) {
            return;
        }
        if (type.last().equals("ARRAY")) {
            type.argument(0, "item_type").ifPresent(item -> use(compiler.resolver().resolve(item, type.at()), table));
        } else if (type.isEnum() && compiler.enums().isNative(type) && !type.dialect().equals("mysql")) {
            enumeration(type, table);
        } else if (type.last().equals("DOMAIN")) {
            domain(type, table);
        }
    }

    private void enumeration(ResolvedType type, TableModel table) {
        Enums enums = compiler.enums();
        String name = compiler.sql(type, table, rules.names());
        enums.schema(type, table).filter(schema -> !schema.equals("public")).ifPresent(schema -> schemas.putIfAbsent(schema, type.at()));
        String labels = enums.labels(type).stream().map(rules.names()::literal).collect(Collectors.joining(", "));
        if (!new Value.Truth(false).equals(type.keywords().get("create_type"))) {
            add(name, new Ddl("CREATE TYPE " + name + " AS ENUM (" + labels + ")", type.at()));
        }
    }

    private void add(String name, Ddl ddl) {
        Ddl before = made.get(name);
        if (before != null && !before.sql().equals(ddl.sql())) {
            faults.add(ddl.at(), "type " + name + " is defined twice, here and at " + before.at() + ", with other labels");
        }
        made.putIfAbsent(name, ddl);
    }

    private void domain(ResolvedType type, TableModel table) {
        String name = compiler.sql(type, table, rules.names());
        Value inner = type.argument(1, "data_type").orElseThrow(() -> new ModelFault(type.at(), "the domain does not say its type"));
        var sql = new StringBuilder("CREATE DOMAIN " + name + " AS " + compiler.sql(compiler.resolver().resolve(inner, type.at()), table, rules.names()));
        type.keyword("collation").ifPresent(collation -> sql.append(" COLLATE ").append(rules.names().collation(Terms.text(collation, "the collation", type.at()))));
        type.keyword("default").ifPresent(value -> sql.append(" DEFAULT ").append(expressions.sql(value, table, type.at())));
        type.keyword("constraint_name").ifPresent(constraint -> sql.append(" CONSTRAINT ").append(rules.names().name(Terms.text(constraint, "the name", type.at()))));
        type.keyword("not_null").filter(new Value.Truth(true)::equals).ifPresent(_ -> sql.append(" NOT NULL"));
        type.keyword("check").ifPresent(check -> sql.append(" CHECK (").append(expressions.condition(check, table, type.at())).append(")"));
        add(name, new Ddl(sql.toString(), type.at()));
    }

    private void use(Value.Construct sequence) {
        sequences.putIfAbsent(Sequences.qualified(sequence, rules.names()), sequence);
    }

    Map<String, Location> schemas() {
        return schemas;
    }

    /** What has to be made before the tables; {@code more} are sequences that belong to a metadata. */
    List<Ddl> before(List<Value.Construct> more) {
        var all = new ArrayList<>(made.values());
        if (rules.prefix().equals("postgresql")) {
            more.forEach(sequence -> faults.collecting(() -> use(sequence)));
            sequences.forEach((name, sequence) -> faults.collecting(() -> all.add(new Ddl("CREATE SEQUENCE " + name + Sequences.options(sequence, 1), sequence.at()))));
        }
        return all;
    }
}
