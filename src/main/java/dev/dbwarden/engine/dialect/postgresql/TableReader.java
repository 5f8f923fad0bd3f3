package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code CREATE TABLE} and the constraints of tables. */
final class TableReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    /** Columns that a constraint of the table makes NOT NULL. */
    private final List<String> required = new ArrayList<>();

    TableReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code CREATE [UNLOGGED] TABLE}. */
    void create(boolean unlogged) {
        boolean unlessThere = clauses.ifExists();
        ObjectName name = script.made(clauses.objectName());
        if (unlessThere && script.editor.relation(name).isPresent()) {
            script.skip();
            return;
        }
        Options options = unlogged ? Options.of("unlogged", "true") : Options.NONE;
        if (in.accept("PARTITION", "OF")) {
            options = options.with("partition_of", script.knownTable(clauses.objectName()).toString());
        } else if (in.accept("OF")) {
            options = options.with("of", script.made(clauses.objectName()).toString());
        }
        script.editor.add(new Table(name, Parts.NONE, options, Optional.empty()));
        var late = new ArrayList<TablePart>();
        if (in.accept("(")) {
            elements(name, late);
        }
        Options all = trailing(options);
        Table made = script.table(name);
        Options columns = made.options();
        for (var option : all.values().entrySet()) {
            columns = columns.with(option.getKey(), option.getValue());
        }
        script.editor.replace(made, made.withOptions(columns));
        required.forEach(column -> require(name, column));
        DuplicateKeys.merged(late).forEach(part -> script.add(name, part));
        all.find("partition_of").ifPresent(parent -> new PartitionReader(script).made(ObjectName.parse(parent), name));
    }

    private void require(ObjectName table, String column) {
        Column before = script.column(table, column);
        if (before.nullable()) {
            script.put(table, before.withNullable(false));
        }
    }

    /** Columns go in at once, constraints after them, when all columns are known. */
    private void elements(ObjectName table, List<TablePart> late) {
        var columns = new ArrayList<TablePart>();
        while (!in.at(")")) {
            if (in.accept("LIKE")) {
                new LikeReader(in, script).read(columns, late);
            } else if (atNotNull()) {
                clauses.constraintName();
                in.expect("NOT", "NULL");
                required.add(clauses.name());
            } else if (atConstraint()) {
                // a new table has no rows, and NOT VALID says nothing there (parse_utilcmd.c, transformCheckConstraints, transformFKConstraints)
                late.add(PostgresqlRenderer.validated(constraint(table, clauses.constraintName().orElse(""))));
            } else if (script.table(table).options().has("of")) {
                ofType(table);
            } else if (script.table(table).options().has("partition_of")) {
                List<TablePart> parts = new ColumnReader(in, script, table).inherited();
                columns.add(parts.removeFirst());
                late.addAll(parts);
            } else {
                List<TablePart> parts = new ColumnReader(in, script, table).read();
                columns.add(parts.removeFirst());
                late.addAll(parts);
            }
            if (!in.accept(",")) {
                break;
            }
            if (in.at(")")) {
                throw in.unexpected("a column or a constraint");
            }
        }
        in.expect(")");
        distinct(columns);
        script.edit(table, _ -> Parts.of(columns));
    }

    /** {@code column [WITH OPTIONS] constraints}: what a typed table has of its own at a column of its type; carried as written. */
    private void ofType(ObjectName table) {
        int mark = in.mark();
        String column = clauses.name();
        in.accept("WITH", "OPTIONS");
        in.skipUntil(",");
        Table made = script.table(table);
        script.editor.replace(made, made.withOptions(made.options().with("column." + column, in.textSince(mark))));
    }

    private void distinct(List<TablePart> columns) {
        var names = new java.util.HashSet<String>();
        columns.forEach(column -> {
            if (!names.add(column.name())) {
                throw new SqlException("column " + column.name() + " is defined twice", in.peek().start());
            }
        });
    }

    /** {@code [CONSTRAINT name] NOT NULL column}, from version 18 on; such a constraint's name is not in the model. */
    private boolean atNotNull() {
        return in.at("NOT", "NULL") || in.at("CONSTRAINT") && in.peek(2).is("NOT") && in.peek(3).is("NULL");
    }

    boolean atConstraint() {
        return in.at("CONSTRAINT") || in.at("PRIMARY", "KEY") || in.at("UNIQUE") && !in.peek(1).isName() || in.at("UNIQUE", "NULLS") || in.at("UNIQUE", "USING")
                || in.at("CHECK", "(") || in.at("FOREIGN", "KEY") || in.at("EXCLUDE", "USING") || in.at("EXCLUDE", "(");
    }

    /** A constraint of the table, its name read already. */
    TablePart constraint(ObjectName table, String name) {
        var columns = new ColumnReader(in, script, table);
        if (in.accept("PRIMARY", "KEY")) {
            Key key = key(table, columns, Options.NONE);
            return new PrimaryKey(name.isEmpty() ? key.name() : name, key.columns(), key.options());
        }
        if (in.accept("UNIQUE")) {
            Key key = key(table, columns, ColumnReader.nullsDistinct(in, Options.NONE));
            return new Unique(name.isEmpty() ? key.name() : name, key.columns(), key.options());
        }
        if (in.accept("CHECK")) {
            SqlText condition = PostgresqlTexts.expression(in.parenthesized());
            int attributes = in.peek().start();
            Options options = validity(Options.NONE);
            if (options.has("deferrable")) {
                throw new SqlException("PostgreSQL's CHECK constraints cannot be DEFERRABLE, a row is checked as it is written; leave that out", attributes);
            }
            return new Check(name, condition, options);
        }
        if (in.accept("FOREIGN", "KEY")) {
            ForeignKey key = Temporal.foreignKey(in, clauses, name);
            ObjectName target = script.knownTable(key.target());
            return new ForeignKey(name, key.columns(), target, key.targetColumns(), key.onDelete(), key.onUpdate(), validity(key.options()));
        }
        if (in.accept("EXCLUDE")) {
            int mark = in.mark();
            in.skipUntil(",");
            return new Exclusion(name, PostgresqlTexts.definition(in.textSince(mark)));
        }
        throw in.unexpected("PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY or EXCLUDE");
    }

    private record Key(String name, List<String> columns, Options options) {}

    private Key key(ObjectName table, ColumnReader columns, Options options) {
        if (in.accept("USING", "INDEX")) {
            return promoted(table, columns.indexParameters(options));
        }
        Temporal.Key read = Temporal.key(in, clauses, options);
        return new Key("", read.columns(), columns.indexParameters(read.options()));
    }

    /** {@code USING INDEX}: the index becomes the constraint's own and takes its name. */
    private Key promoted(ObjectName table, Options options) {
        String name = clauses.name();
        Index index = (Index) script.table(table).parts().find(Kind.INDEX, name).or(() -> new PartitionReader(script).held(script.table(table), name))
                .orElseThrow(() -> new IllegalArgumentException("no index " + name + " on table " + table));
        script.edit(table, parts -> parts.without(index));
        Options all = AttachedKeys.isAttached(index) ? AttachedKeys.attached(options) : options;
        all = index.options().has("nulls_not_distinct") ? all.with("nulls_not_distinct", "true") : all;
        String parameters = StorageParameters.list(index.options());
        all = parameters.isEmpty() ? all : all.with("with", parameters);
        all = index.options().find("tablespace").isEmpty() ? all : all.with("tablespace", index.options().find("tablespace").orElseThrow());
        while (clauses.atDeferral()) {
            all = clauses.deferral(all);
        }
        return new Key(name, index.columns(), index.include().isEmpty() ? all
                : all.with("include", index.include().stream().map(Postgresql.QUOTING::name).collect(Collectors.joining(", "))));
    }

    private Options validity(Options options) {
        Options read = options;
        while (true) {
            if (in.accept("NOT", "VALID")) {
                read = read.with("not_valid", "true");
            } else if (in.accept("NO", "INHERIT")) {
                read = read.with("no_inherit", "true");
            } else if (in.accept("NOT", "ENFORCED")) {
                read = read.with("not_enforced", "true");
            } else if (clauses.atDeferral()) {
                read = clauses.deferral(read);
            } else {
                return read;
            }
        }
    }

    private Options trailing(Options options) {
        Options read = options;
        while (!in.isAtEnd()) {
            if (in.accept("INHERITS")) {
                in.expect("(");
                var parents = new ArrayList<String>();
                do {
                    parents.add(script.knownTable(clauses.objectName()).toString());
                } while (in.accept(","));
                in.expect(")");
                read = read.with("inherits", String.join(", ", parents));
            } else if (in.accept("PARTITION", "BY")) {
                String strategy = clauses.name().toUpperCase(java.util.Locale.ROOT);
                read = read.with("partition_by", strategy + " (" + PostgresqlTexts.definition(in.parenthesized()).canonical() + ")");
            } else if (in.at("FOR", "VALUES") || in.at("DEFAULT")) {
                read = read.with("partition_bound", bound(in));
            } else if (in.accept("USING")) {
                String method = clauses.name();
                read = method.equals("heap") ? read : read.with("using", method);
            } else if (in.accept("WITH")) {
                read = StorageParameters.set(read, in);
            } else if (in.accept("TABLESPACE")) {
                read = read.with("tablespace", clauses.name());
            } else if (in.accept("ON", "COMMIT")) {
                in.rest();
            } else if (!in.accept("WITHOUT", "OIDS")) {
                throw in.at("AS") ? in.unexpected("the end of the table; the columns of CREATE TABLE AS cannot be known without running the query")
                        : in.unexpected("INHERITS, PARTITION BY, WITH, TABLESPACE or the end");
            }
        }
        return read;
    }

    /** {@code DEFAULT}, or {@code FOR VALUES} and {@code IN (..)}, {@code FROM (..) TO (..)} or {@code WITH (..)}. */
    static String bound(TokenStream in) {
        int mark = in.mark();
        if (!in.accept("DEFAULT")) {
            in.expect("FOR", "VALUES");
            while (in.atAny("IN", "FROM", "TO") || in.at("WITH") && in.textSince(mark).matches("(?is)FOR\\s+VALUES")) {
                in.next();
                in.parenthesized();
            }
        }
        return PostgresqlTexts.definition(in.textSince(mark)).canonical();
    }
}
