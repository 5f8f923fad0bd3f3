package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ALTER DOMAIN can change: default, NOT NULL and conditions, not the type. */
final class DomainChanges {
    private DomainChanges() {}

    static List<Statement> statements(Domain before, Domain after) {
        var statements = new ArrayList<Statement>();
        for (Check check : before.checks()) {
            if (!after.checks().contains(check) && !after.checks().contains(PostgresqlRenderer.validated(check))) {
                statements.add(Statement.of(alter(after).words("DROP CONSTRAINT").name(check.name()).toString()));
            }
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            statements.add(Statement.of(after.defaultValue().map(value -> alter(after).words("SET DEFAULT").words(value.sql()))
                    .orElseGet(() -> alter(after).words("DROP DEFAULT")).toString()));
        }
        if (before.nullable() != after.nullable()) {
            statements.add(after.nullable() ? Statement.of(alter(after).words("DROP NOT NULL").toString())
                    : Statement.of(alter(after).words("SET NOT NULL").toString()).locking("SHARE").scanning(true));
        }
        for (Check check : after.checks()) {
            boolean validated = !before.checks().contains(check) && before.checks().stream().map(PostgresqlRenderer::validated).anyMatch(check::equals);
            if (validated) {
                statements.add(Statement.of(alter(after).words("VALIDATE CONSTRAINT").name(check.name()).toString()).locking("SHARE").scanning(true));
            } else if (!before.checks().contains(check)) {
                statements.add(addCheck(after, check));
            }
        }
        return statements;
    }

    /** Why the server does not hold a domain against more: it does not look into arrays and rows of it (typecmds.c, get_rels_with_domain). */
    static Optional<String> obstacle(Domain before, Domain after, Schema schema) {
        boolean stricter = before.nullable() && !after.nullable()
                || after.checks().stream().anyMatch(check -> PostgresqlRenderer.isChecked(check.options()) && !before.checks().contains(check));
        return stricter ? holder(after.name(), schema).map(holder -> "domain %s cannot get NOT NULL or another check while %s holds arrays of it, into which PostgreSQL does not look; make a domain under another name and give it to the column"
                .formatted(after.name(), holder)) : Optional.empty();
    }

    private static Optional<Ref> holder(ObjectName domain, Schema schema) {
        Optional<Ref> own = schema.tables().flatMap(table -> table.columns().stream().filter(column -> isArrayOf(column.type(), domain)).map(column -> column.ref(table.name()))).findFirst();
        return own.or(() -> schema.all(Domain.class).filter(each -> each.type().user() && ObjectName.parse(each.type().name()).equals(domain))
                .flatMap(each -> holder(each.name(), schema).stream()).findFirst());
    }

    private static boolean isArrayOf(DataType type, ObjectName domain) {
        return type.user() && !type.suffix().isEmpty() && ObjectName.parse(type.name()).equals(domain);
    }

    static Statement addCheck(Domain domain, Check check) {
        boolean checked = PostgresqlRenderer.isChecked(check.options());
        return Statement.of(alter(domain).words("ADD CONSTRAINT").name(check.name()).words("CHECK (" + check.condition().sql() + ")")
                .words(checked ? "" : "NOT VALID").toString()).locking(checked ? "SHARE" : "").scanning(checked);
    }

    private static Sql alter(Domain domain) {
        return sql("ALTER DOMAIN").words(name(domain.name()));
    }
}
