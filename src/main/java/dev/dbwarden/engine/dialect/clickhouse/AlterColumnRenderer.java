package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spells the alteration of a column. MODIFY COLUMN keeps what it does not name, so what goes is removed by statements of its own.
 *
 * <p>From Nullable to a plain type the server asks for a default that takes the place of NULL; where the column has none, its
 * type's own is set and removed again.
 */
final class AlterColumnRenderer {
    private final ClickhouseDdl ddl;
    private final ObjectName table;
    private final List<Statement> statements = new ArrayList<>();

    AlterColumnRenderer(ClickhouseDdl ddl, ObjectName table) {
        this.ddl = ddl;
        this.table = table;
    }

    List<Statement> statements(Column before, Column after) {
        removed(before, after, "codec", "CODEC");
        removed(before, after, "ttl", "TTL");
        boolean retyped = !before.type().equals(after.type());
        Optional<String> value = ClickhouseDdl.value(after);
        boolean valued = value.isPresent() && !value.equals(ClickhouseDdl.value(before));
        boolean filled = retyped && before.nullable() && !after.nullable() && value.isEmpty();
        if (retyped || valued) {
            String filling = filled ? " DEFAULT defaultValueOfTypeName(" + ClickhouseTokens.literal(after.type().text()) + ")" : "";
            add(sql("MODIFY COLUMN", after).words(after.type().text() + filling + value.map(text -> " " + text).orElse("")).toString(), retyped);
        }
        if (filled) {
            add(sql("MODIFY COLUMN", after).words("REMOVE DEFAULT").toString(), false);
        }
        if (value.isEmpty() && !filled) {
            kind(before).ifPresent(kind -> add(sql("MODIFY COLUMN", after).words("REMOVE " + kind).toString(), false));
        }
        option(before, after, "codec", "CODEC");
        option(before, after, "ttl", "TTL");
        comment(before, after);
        settings(before, after);
        statistics(before, after);
        return statements;
    }

    private void add(String sql, boolean rewrites) {
        statements.add(Statement.of(sql).outsideTransaction().rewriting(rewrites));
    }

    private Sql sql(String words, Column column) {
        return ddl.sql("ALTER TABLE", table).words(words).name(column.name());
    }

    private static Optional<String> kind(Column column) {
        return column.defaultValue().map(_ -> "DEFAULT").or(() -> column.generated().map(generated -> generated.stored() ? "MATERIALIZED" : "ALIAS"));
    }

    private void option(Column before, Column after, String option, String word) {
        Optional<String> value = after.options().find(option);
        if (value.isPresent() && !value.equals(before.options().find(option))) {
            add(sql("MODIFY COLUMN", after).words(option.equals("codec") ? "CODEC(" + value.get() + ")" : word + " " + value.get()).toString(), false);
        }
    }

    /** What goes does so first: a column that becomes an ALIAS may have none of these. */
    private void removed(Column before, Column after, String option, String word) {
        if (before.options().has(option) && !after.options().has(option)) {
            add(sql("MODIFY COLUMN", after).words("REMOVE " + word).toString(), false);
        }
    }

    private void comment(Column before, Column after) {
        if (!before.comment().equals(after.comment())) {
            add(sql("COMMENT COLUMN", after).literal(after.comment().orElse("")).toString(), false);
        }
    }

    private void settings(Column before, Column after) {
        Optional<String> settings = after.options().find("settings");
        if (!settings.equals(before.options().find("settings"))) {
            add(sql("MODIFY COLUMN", after).words(settings.map(text -> after.type().text() + " SETTINGS (" + text + ")").orElse("REMOVE SETTINGS")).toString(), false);
        }
    }

    private void statistics(Column before, Column after) {
        Optional<String> statistics = after.options().find("statistics");
        if (statistics.equals(before.options().find("statistics"))) {
            return;
        }
        if (before.options().has("statistics")) {
            add(ddl.sql("ALTER TABLE", table).words("DROP STATISTICS").name(after.name()).toString(), false);
        }
        statistics.ifPresent(kinds -> add(ddl.sql("ALTER TABLE", table).words("ADD STATISTICS").name(after.name()).words("TYPE " + kinds).toString(), false));
    }
}
