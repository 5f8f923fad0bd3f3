package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A trigger before each row that is written. Values are compared as texts: not every type can be compared (json), and a collation may take
 * two texts for one.
 */
final class PostgresqlTwinning implements Twinning {
    private static final String FOLLOW = """
                IF TG_OP = 'INSERT' THEN
                    IF NEW.%2$s IS NULL THEN
                        NEW.%2$s := NEW.%1$s;
                    ELSE
                        NEW.%1$s := NEW.%2$s;
                    END IF;
                ELSIF NEW.%2$s::text COLLATE "C" IS DISTINCT FROM OLD.%2$s::text THEN
                    NEW.%1$s := NEW.%2$s;
                ELSIF NEW.%1$s::text COLLATE "C" IS DISTINCT FROM OLD.%1$s::text THEN
                    NEW.%2$s := NEW.%1$s;
                END IF;
            """;

    @Override
    public String following(Table table, Map<String, String> twins) {
        String body = "\nBEGIN\n" + twins.entrySet().stream().map(twin -> FOLLOW.formatted(quoted(twin.getKey()), quoted(twin.getValue()))).collect(Collectors.joining())
                + "    RETURN NEW;\nEND\n";
        String name = PostgresqlNames.clipped("dbwarden_follow_" + table.name().name(), PostgresqlNames.LONGEST);
        String namespace = table.name().namespace();
        String function = Postgresql.sql("CREATE FUNCTION").name(namespace, name).toString();
        return function + "() RETURNS trigger LANGUAGE plpgsql AS " + Backfill.quoted(body) + ";\n"
                + Postgresql.sql("CREATE TRIGGER").name(name).words("BEFORE INSERT OR UPDATE ON").words(PostgresqlRenderer.name(table.name()))
                .words("FOR EACH ROW EXECUTE FUNCTION").name(namespace, name) + "();\n";
    }

    @Override
    public List<Statement> fill(Table table, String column, String twin) {
        return List.of(Backfill.of(table.name(), column, quoted(twin), quoted(twin) + " IS NOT NULL"));
    }

    /** A simple view is written through (manual, CREATE VIEW, Updatable Views). */
    @Override
    public Optional<String> alias(ObjectName table, ObjectName alias, List<String> columns) {
        String list = columns.stream().map(PostgresqlTwinning::quoted).collect(Collectors.joining(", "));
        return Optional.of(Postgresql.sql("CREATE VIEW").words(PostgresqlRenderer.name(alias)).words("AS SELECT " + list + " FROM").words(PostgresqlRenderer.name(table)) + ";\n");
    }

    private static String quoted(String name) {
        return Postgresql.QUOTING.name(name);
    }
}
