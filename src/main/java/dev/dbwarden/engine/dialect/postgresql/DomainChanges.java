package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

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

    static Statement addCheck(Domain domain, Check check) {
        boolean checked = PostgresqlRenderer.isChecked(check.options());
        return Statement.of(alter(domain).words("ADD CONSTRAINT").name(check.name()).words("CHECK (" + check.condition().sql() + ")")
                .words(checked ? "" : "NOT VALID").toString()).locking(checked ? "SHARE" : "").scanning(checked);
    }

    private static Sql alter(Domain domain) {
        return sql("ALTER DOMAIN").words(name(domain.name()));
    }
}
