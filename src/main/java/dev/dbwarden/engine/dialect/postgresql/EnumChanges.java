package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Labels that are added in place. */
final class EnumChanges {
    private EnumChanges() {}

    /** Whether labels are only added: all that were there are there, in their order. */
    static boolean onlyAdds(EnumType before, EnumType after) {
        var kept = new ArrayList<>(after.labels());
        kept.retainAll(before.labels());
        return kept.equals(before.labels());
    }

    /** ALTER TYPE ... ADD VALUE; a new label cannot be used in the transaction that adds it (manual, ALTER TYPE). */
    static List<Statement> statements(EnumType before, EnumType after) {
        var statements = new ArrayList<Statement>();
        var labels = new ArrayList<>(before.labels());
        for (int i = 0; i < after.labels().size(); i++) {
            String label = after.labels().get(i);
            if (labels.contains(label)) {
                continue;
            }
            Sql sql = sql("ALTER TYPE").words(name(after.name())).words("ADD VALUE").literal(label);
            boolean last = i >= labels.size();
            if (!last) {
                sql = i == 0 ? sql.words("BEFORE").literal(labels.getFirst()) : sql.words("AFTER").literal(after.labels().get(i - 1));
            }
            labels.add(Math.min(i, labels.size()), label);
            statements.add(Statement.of(sql.toString()).outsideTransaction());
        }
        return statements;
    }
}
