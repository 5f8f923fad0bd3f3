package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE DOMAIN} and {@code ALTER DOMAIN}. */
final class DomainReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    DomainReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code CREATE DOMAIN}. */
    void create() {
        ObjectName name = script.made(clauses.objectName());
        in.accept("AS");
        var columns = new ColumnReader(in, script, name);
        DataType type = columns.type();
        Domain domain = new Domain(name, type, true, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        while (!in.isAtEnd()) {
            domain = domainClause(domain, columns);
        }
        script.editor.add(domain);
    }

    private Domain domainClause(Domain d, ColumnReader columns) {
        String constraint = clauses.constraintName().orElse("");
        if (in.accept("COLLATE")) {
            return new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), columns.collation(), d.checks(), d.comment());
        }
        if (in.accept("DEFAULT")) {
            return new Domain(d.name(), d.type(), d.nullable(), Optional.of(columns.defaultValue(d.type())), d.collation(), d.checks(), d.comment());
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
    void alter() {
        ObjectName name = script.known(Kind.DOMAIN, clauses.objectName());
        Domain before = (Domain) script.editor.find(Ref.object(Kind.DOMAIN, name)).orElseThrow(() -> new IllegalArgumentException("no domain " + name));
        var columns = new ColumnReader(in, script, name);
        if (in.at("OWNER", "TO")) {
            script.grants.owned(before.ref(), in);
            return;
        }
        if (in.accept("RENAME", "TO")) {
            script.rename(before.ref(), name.withName(clauses.name()));
            return;
        }
        script.editor.replace(before, altered(before, columns));
    }

    private Domain altered(Domain d, ColumnReader columns) {
        if (in.accept("SET", "DEFAULT")) {
            return new Domain(d.name(), d.type(), d.nullable(), Optional.of(columns.defaultValue(d.type())), d.collation(), d.checks(), d.comment());
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
}
