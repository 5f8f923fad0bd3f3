package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a column's definition, and the constraints that stand in it. */
final class ColumnReader {
    private static final String[] CLAUSES = {"NOT", "NULL", "DEFAULT", "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "REFERENCES", "GENERATED", "COLLATE",
        "STORAGE", "COMPRESSION", "DEFERRABLE", "INITIALLY", ",", ")"};

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;
    private final ObjectName table;

    ColumnReader(TokenStream in, PostgresqlScript script, ObjectName table) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
        this.table = table;
    }

    /** A column and what stands with it, the column first. */
    List<TablePart> read() {
        var parts = new ArrayList<TablePart>();
        String name = clauses.name();
        return read(Column.of(name, type()), parts);
    }

    /** {@code column [WITH OPTIONS] constraints}: a column that a partition has from its parent, with what it has of its own, the column first. */
    List<TablePart> inherited() {
        Column above = script.column(table, clauses.name());
        in.accept("WITH", "OPTIONS");
        return read(above, new ArrayList<>());
    }

    private List<TablePart> read(Column start, List<TablePart> parts) {
        Column column = start;
        String name = column.name();
        boolean valued = PostgresqlNormalizer.isSerial(start.type());
        while (!in.isAtEnd() && !in.atAny(",", ")")) {
            boolean values = in.atAny("DEFAULT", "GENERATED");
            if (values && valued) {
                throw new IllegalArgumentException("column " + name + " gets its value twice: it takes one of DEFAULT, GENERATED and a serial type");
            }
            valued |= values;
            column = clause(column, parts);
        }
        Column normal = PostgresqlNormalizer.column(column, table, parts.stream().anyMatch(PrimaryKey.class::isInstance) ? List.of(name) : List.of(),
                Map.of(), Set.of());
        boolean named = column.identity().filter(identity -> !identity.sequence().name().isEmpty()).isPresent();
        parts.addFirst(named ? normal : normal.withIdentity(normal.identity().map(identity -> new Identity(identity.mode(), script.freeCounter(identity.sequence()), identity.options()))));
        return parts;
    }

    DataType type() {
        DataType type = PostgresqlTypes.parse(in);
        if (!type.user() || type.name().indexOf('.') >= 0) {
            return type;
        }
        ObjectName written = ObjectName.parse(type.name());
        ObjectName here = script.made(written);
        boolean local = !here.equals(written) && script.isType(here);
        return local ? type.renamed(here) : type;
    }

    private Column clause(Column column, List<TablePart> parts) {
        String constraint = clauses.constraintName().orElse("");
        if (in.accept("NOT", "NULL")) {
            in.accept("NO", "INHERIT");
            return column.withNullable(false);
        }
        if (in.accept("NULL")) {
            return column.withNullable(true);
        }
        if (in.accept("DEFAULT")) {
            return column.withDefault(Optional.of(defaultValue(column.type())));
        }
        if (in.accept("COLLATE")) {
            return column.withCollation(collation());
        }
        if (in.accept("STORAGE")) {
            return column.withOptions(column.options().with("storage", clauses.name().toUpperCase(java.util.Locale.ROOT)));
        }
        if (in.accept("COMPRESSION")) {
            return column.withOptions(column.options().with("compression", clauses.name()));
        }
        if (in.at("GENERATED")) {
            return generated(column);
        }
        constraint(constraint, column, parts);
        return column;
    }

    private void constraint(String name, Column column, List<TablePart> parts) {
        if (in.accept("PRIMARY", "KEY")) {
            parts.add(new PrimaryKey(name, List.of(column.name()), indexParameters(Options.NONE)));
        } else if (in.accept("UNIQUE")) {
            parts.add(new Unique(name, List.of(column.name()), indexParameters(nullsDistinct(in, Options.NONE))));
        } else if (in.accept("CHECK")) {
            SqlText condition = PostgresqlTexts.expression(in.parenthesized());
            parts.add(new Check(name, condition, in.accept("NO", "INHERIT") ? Options.of("no_inherit", "true") : Options.NONE));
        } else if (in.at("REFERENCES")) {
            ForeignKey key = clauses.references(name, List.of(column.name()));
            parts.add(key.withTarget(script.knownTable(key.target()), key.targetColumns()));
        } else if (clauses.atDeferral() && !parts.isEmpty()) {
            parts.add(deferred(parts.removeLast()));
        } else {
            throw in.unexpected("a constraint, a comma or a closing bracket");
        }
    }

    private TablePart deferred(TablePart part) {
        return switch (part) {
            case PrimaryKey key -> new PrimaryKey(key.name(), key.columns(), clauses.deferral(key.options()));
            case Unique unique -> new Unique(unique.name(), unique.columns(), clauses.deferral(unique.options()));
            case ForeignKey key -> key.withOptions(clauses.deferral(key.options()));
            default -> throw in.unexpected("a comma or a closing bracket");
        };
    }

    /** {@code WITH (...)}, {@code USING INDEX TABLESPACE}, and deferral, as a key may have them. */
    Options indexParameters(Options options) {
        Options read = options;
        while (true) {
            if (in.accept("INCLUDE")) {
                read = read.with("include", String.join(", ", clauses.columns().stream().map(Postgresql.QUOTING::name).toList()));
            } else if (in.accept("WITH")) {
                read = read.with("with", StorageParameters.list(StorageParameters.set(Options.NONE, in)));
            } else if (in.accept("USING", "INDEX", "TABLESPACE")) {
                read = read.with("tablespace", clauses.name());
            } else if (clauses.atDeferral()) {
                read = clauses.deferral(read);
            } else {
                return read;
            }
        }
    }

    static Options nullsDistinct(TokenStream in, Options options) {
        if (in.accept("NULLS", "NOT", "DISTINCT")) {
            return options.with("nulls_not_distinct", "true");
        }
        in.accept("NULLS", "DISTINCT");
        return options;
    }

    /** A default up to the next clause. */
    SqlText defaultValue(DataType type) {
        int mark = in.mark();
        int cases = 0;
        do {
            if (in.at("(") || in.at("[")) {
                in.next();
                in.skipUntil();
            } else if (in.at("CASE")) {
                cases++;
            } else if (in.at("END")) {
                cases--;
            }
            in.next();
        } while (!in.isAtEnd() && (cases > 0 || !in.atAny(CLAUSES)));
        return PostgresqlTexts.defaultValue(in.textSince(mark), type);
    }

    /** The name of a collation; the database's own is none. */
    Optional<String> collation() {
        ObjectName name = clauses.objectName();
        ObjectName resolved = PostgresqlNormalizer.resolved(name);
        return resolved.equals(ObjectName.of("default")) ? Optional.empty() : Optional.of(resolved.toString());
    }

    private Column generated(Column column) {
        in.expect("GENERATED");
        boolean always = in.accept("ALWAYS");
        if (!always) {
            in.expect("BY", "DEFAULT");
        }
        in.expect("AS");
        if (in.accept("IDENTITY")) {
            return column.withIdentity(Optional.of(identity(always ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT)));
        }
        SqlText expression = PostgresqlTexts.expression(in.parenthesized());
        boolean stored = in.accept("STORED");
        if (!stored) {
            in.accept("VIRTUAL");
        }
        return column.withGenerated(Optional.of(new Generated(expression, stored)));
    }

    /** What follows {@code AS IDENTITY}. */
    Identity identity(Identity.Mode mode) {
        ObjectName sequence = Identity.GENERATED_NAME;
        Options options = Options.NONE;
        if (in.accept("(")) {
            while (!in.accept(")")) {
                if (in.accept("SEQUENCE", "NAME")) {
                    sequence = script.made(clauses.objectName());
                    continue;
                }
                Options before = options;
                options = PostgresqlSequences.option(in, before).orElseThrow(() -> in.unexpected("an option of a sequence"));
            }
        }
        return new Identity(mode, sequence, options);
    }
}
