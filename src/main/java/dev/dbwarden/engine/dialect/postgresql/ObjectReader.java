package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements that make namespaces, extensions, enums, domains, sequences and views. */
final class ObjectReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    ObjectReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    private void add(SchemaObject object, boolean unlessThere) {
        if (unlessThere && script.editor.find(object.ref()).isPresent()) {
            script.skip();
            return;
        }
        script.editor.add(object);
    }

    void namespace() {
        boolean unlessThere = clauses.ifExists();
        String name = in.accept("AUTHORIZATION") ? clauses.name() : clauses.name();
        if (in.accept("AUTHORIZATION")) {
            clauses.name();
        }
        if (!in.isAtEnd()) {
            throw in.unexpected("the end; write what the schema holds as statements of their own");
        }
        if (name.equals("public")) {
            script.skip();
            return;
        }
        add(new Namespace(ObjectName.of(name), Options.NONE, Optional.empty()), unlessThere);
    }

    void extension() {
        boolean unlessThere = clauses.ifExists();
        String name = in.peek().type() == Token.Type.STRING ? in.next().value() : clauses.name();
        in.accept("WITH");
        String namespace = "";
        while (!in.isAtEnd()) {
            if (in.accept("SCHEMA")) {
                namespace = clauses.name();
            } else if (in.accept("VERSION")) {
                in.next();
            } else if (!in.accept("CASCADE")) {
                throw in.unexpected("SCHEMA, VERSION or CASCADE");
            }
        }
        if (name.equals("plpgsql")) {
            script.skip();
            return;
        }
        add(new Extension(ObjectName.of(name), namespace.equals("public") ? "" : namespace), unlessThere);
    }

    /** After {@code ALTER EXTENSION}. */
    void alterExtension() {
        Ref ref = Ref.object(Kind.EXTENSION, ObjectName.of(clauses.name()));
        Optional<SchemaObject> extension = script.editor.find(ref);
        if (extension.isPresent() && in.accept("SET", "SCHEMA")) {
            String namespace = clauses.name();
            script.editor.replace(extension.get(), new Extension(ref.owner(), namespace.equals("public") ? "" : namespace));
            return;
        }
        in.rest();
        script.skip();
    }

    /** After {@code CREATE TYPE name AS ENUM}. */
    void enumType(ObjectName name) {
        var labels = new ArrayList<String>();
        in.expect("(");
        while (!in.at(")")) {
            labels.add(label());
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
        add(new EnumType(name, labels, Optional.empty()), false);
    }

    private String label() {
        if (in.peek().type() != Token.Type.STRING) {
            throw in.unexpected("a label in single quotes");
        }
        return in.next().value();
    }

    /** After {@code ALTER TYPE}, where the type is an enum. */
    void alterEnum(EnumType before) {
        var labels = new ArrayList<>(before.labels());
        if (in.accept("ADD", "VALUE")) {
            boolean unlessThere = clauses.ifExists();
            String label = label();
            if (unlessThere && labels.contains(label)) {
                return;
            }
            if (in.accept("BEFORE")) {
                labels.add(place(labels, label()), label);
            } else if (in.accept("AFTER")) {
                labels.add(place(labels, label()) + 1, label);
            } else {
                labels.add(label);
            }
        } else if (in.accept("RENAME", "VALUE")) {
            int place = place(labels, label());
            in.expect("TO");
            labels.set(place, label());
        } else if (in.accept("RENAME", "TO")) {
            script.editor.rename(before.ref(), before.name().withName(clauses.name()));
            return;
        } else if (in.accept("SET", "SCHEMA")) {
            script.editor.rename(before.ref(), PostgresqlNormalizer.resolved(new ObjectName(clauses.name(), before.name().name())));
            return;
        } else {
            in.expect("OWNER", "TO");
            in.rest();
            script.skip();
            return;
        }
        script.editor.replace(before, new EnumType(before.name(), labels, before.comment()));
    }

    private static int place(List<String> labels, String label) {
        if (!labels.contains(label)) {
            throw new IllegalArgumentException("the enum has no label '" + label + "'");
        }
        return labels.indexOf(label);
    }

    void domain() {
        ObjectName name = script.made(clauses.objectName());
        in.accept("AS");
        var columns = new ColumnReader(in, script, name);
        DataType type = columns.type();
        Domain domain = new Domain(name, type, true, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        while (!in.isAtEnd()) {
            domain = domainClause(domain, columns);
        }
        add(domain, false);
    }

    private Domain domainClause(Domain d, ColumnReader columns) {
        String constraint = clauses.constraintName().orElse("");
        if (in.accept("COLLATE")) {
            return new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), columns.collation(), d.checks(), d.comment());
        }
        if (in.accept("DEFAULT")) {
            return new Domain(d.name(), d.type(), d.nullable(), columns.defaultValue(d.type()), d.collation(), d.checks(), d.comment());
        }
        if (in.accept("NOT", "NULL")) {
            return new Domain(d.name(), d.type(), false, d.defaultValue(), d.collation(), d.checks(), d.comment());
        }
        if (in.accept("NULL")) {
            return d;
        }
        in.expect("CHECK");
        SqlText condition = PostgresqlTexts.expression(in.parenthesized());
        boolean notValid = in.accept("NOT", "VALID");
        var checks = new ArrayList<>(d.checks());
        String name = constraint.isEmpty() ? PostgresqlNames.numbered(d.name().name(), "", "check", checks.size()) : constraint;
        checks.add(new Check(name, condition, notValid ? Options.of("not_valid", "true") : Options.NONE));
        return new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), d.collation(), checks, d.comment());
    }

    /** After {@code ALTER DOMAIN}. */
    void alterDomain() {
        ObjectName name = script.known(Kind.DOMAIN, clauses.objectName());
        Domain before = (Domain) script.editor.find(Ref.object(Kind.DOMAIN, name)).orElseThrow(() -> new IllegalArgumentException("no domain " + name));
        var columns = new ColumnReader(in, script, name);
        if (in.accept("OWNER", "TO")) {
            in.rest();
            script.skip();
            return;
        }
        if (in.accept("RENAME", "TO")) {
            script.editor.rename(before.ref(), name.withName(clauses.name()));
            return;
        }
        script.editor.replace(before, altered(before, columns));
    }

    private Domain altered(Domain d, ColumnReader columns) {
        if (in.accept("SET", "DEFAULT")) {
            return new Domain(d.name(), d.type(), d.nullable(), columns.defaultValue(d.type()), d.collation(), d.checks(), d.comment());
        }
        if (in.accept("DROP", "DEFAULT")) {
            return new Domain(d.name(), d.type(), d.nullable(), Optional.empty(), d.collation(), d.checks(), d.comment());
        }
        if (in.at("SET", "NOT", "NULL") || in.at("DROP", "NOT", "NULL")) {
            boolean nullable = in.next().is("DROP");
            in.expect("NOT", "NULL");
            return new Domain(d.name(), d.type(), nullable, d.defaultValue(), d.collation(), d.checks(), d.comment());
        }
        if (in.accept("DROP", "CONSTRAINT")) {
            boolean ifThere = clauses.ifExists();
            String constraint = clauses.name();
            in.accept("CASCADE");
            var checks = d.checks().stream().filter(check -> !check.name().equals(constraint)).toList();
            if (checks.size() == d.checks().size() && !ifThere) {
                throw new IllegalArgumentException("no constraint " + constraint + " on domain " + d.name());
            }
            return new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), d.collation(), checks, d.comment());
        }
        if (in.accept("VALIDATE", "CONSTRAINT")) {
            String constraint = clauses.name();
            var checks = d.checks().stream().map(check -> check.name().equals(constraint) ? new Check(check.name(), check.condition(), Options.NONE) : check).toList();
            return new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), d.collation(), checks, d.comment());
        }
        in.expect("ADD");
        return domainClause(d, columns);
    }

    void sequence() {
        boolean unlessThere = clauses.ifExists();
        ObjectName name = script.made(clauses.objectName());
        add(options(new Sequence(name, Options.NONE, Optional.empty(), Optional.empty())), unlessThere);
    }

    /** After {@code ALTER SEQUENCE}. */
    void alterSequence() {
        boolean ifThere = clauses.ifExists();
        ObjectName name = script.known(Kind.SEQUENCE, clauses.objectName());
        Optional<SchemaObject> found = script.editor.find(Ref.object(Kind.SEQUENCE, name));
        if (in.accept("OWNER", "TO")) {
            in.rest();
            script.skip();
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

    /** After {@code CREATE [OR REPLACE] [RECURSIVE | MATERIALIZED] VIEW}. */
    void view(boolean materialized, boolean orReplace, boolean recursive) {
        boolean unlessThere = clauses.ifExists();
        ObjectName name = script.made(clauses.objectName());
        List<String> columns = in.at("(") ? clauses.columns() : List.of();
        Options options = recursive ? Options.of("recursive", "true") : Options.NONE;
        while (!in.accept("AS")) {
            if (in.accept("WITH")) {
                options = TableReader.storage(options, in.parenthesized());
            } else if (in.accept("TABLESPACE")) {
                options = options.with("tablespace", clauses.name());
            } else if (in.accept("USING")) {
                String method = clauses.name();
                options = method.equals("heap") ? options : options.with("using", method);
            } else {
                throw in.unexpected("AS and a query");
            }
        }
        String query = in.rest();
        if (materialized && query.matches("(?is).*\\sWITH\\s+NO\\s+DATA")) {
            options = options.with("no_data", "true");
        }
        String bare = materialized ? query.replaceFirst("(?is)\\s+WITH\\s+(NO\\s+)?DATA$", "") : query;
        View view = new View(name, materialized, columns, PostgresqlTexts.definition(bare), Parts.NONE, options, Optional.empty());
        Optional<SchemaObject> existing = script.editor.find(view.ref());
        if (existing.isPresent() && orReplace) {
            script.editor.replace(existing.get(), view.withComment(existing.get().comment()));
            return;
        }
        add(view, unlessThere);
    }
}
