package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Triggers before a row is inserted and before it is updated. Values are compared as bytes, for a collation may take two texts for one. */
final class MysqlTwinning implements Twinning {
    /** Actions that write the column without a trigger (MySQL manual, 27.3.1; MariaDB knowledge base, Trigger Overview). */
    private static final Set<String> UNSEEN = Set.of("CASCADE", "SET NULL", "SET DEFAULT");
    private static final int LONGEST = 64;
    private static final String INSERTED = """
                IF NEW.%2$s IS NULL THEN
                    SET NEW.%2$s = NEW.%1$s;
                ELSE
                    SET NEW.%1$s = NEW.%2$s;
                END IF;
            """;
    private static final String UPDATED = """
                IF NOT (CAST(NEW.%2$s AS BINARY) <=> CAST(OLD.%2$s AS BINARY)) THEN
                    SET NEW.%1$s = NEW.%2$s;
                ELSEIF NOT (CAST(NEW.%1$s AS BINARY) <=> CAST(OLD.%1$s AS BINARY)) THEN
                    SET NEW.%2$s = NEW.%1$s;
                END IF;
            """;
    private static final String FILL = """
            CREATE PROCEDURE dbwarden_fill()
            BEGIN
                DECLARE reached, last %1$s;
                SELECT min(%2$s), max(%2$s) INTO reached, last FROM %3$s;
                WHILE reached <= last DO
                    UPDATE %3$s SET %4$s = %5$s WHERE %2$s >= reached AND %2$s < reached + 10000 AND %4$s IS NULL AND %5$s IS NOT NULL;
                    COMMIT;
                    SELECT min(%2$s) INTO reached FROM %3$s WHERE %2$s >= reached + 10000;
                END WHILE;
            END""";

    @Override
    public Optional<String> obstacle(Table table, Column column) {
        return table.foreignKeys().stream().filter(key -> key.columns().contains(column.name()) && (UNSEEN.contains(key.onUpdate()) || UNSEEN.contains(key.onDelete()) && !key.onDelete().equals("CASCADE")))
                .findFirst().map(key -> "foreign key " + key.name() + " writes it by an action that no trigger sees");
    }

    @Override
    public String following(Table table, Map<String, String> twins) {
        return trigger(table, "insert", twins, INSERTED) + trigger(table, "update", twins, UPDATED);
    }

    private static String trigger(Table table, String event, Map<String, String> twins, String body) {
        String prefix = "dbwarden_" + event + "_";
        String name = prefix + table.name().name().substring(0, Math.min(table.name().name().length(), LONGEST - prefix.length()));
        String follow = twins.entrySet().stream().map(twin -> body.formatted(quoted(twin.getKey()), quoted(twin.getValue()))).collect(Collectors.joining());
        return TableDdl.sql("CREATE TRIGGER").name(name).words("BEFORE " + event.toUpperCase(java.util.Locale.ROOT) + " ON").name(table.name().name()).words("FOR EACH ROW\nBEGIN\n") + follow + "END;\n";
    }

    /** By ranges of a key that is one number; at once where the table has no such key. */
    @Override
    public List<Statement> fill(Table table, String column, String twin) {
        String name = quoted(table.name().name());
        Optional<Column> key = table.primaryKey().map(PrimaryKey::columns).filter(columns -> columns.size() == 1).flatMap(columns -> table.column(columns.getFirst()))
                .filter(each -> MysqlTypes.isInteger(each.type()));
        return key.map(each -> Stream.of("DROP PROCEDURE IF EXISTS dbwarden_fill", FILL.formatted(each.type().text(), quoted(each.name()), name, quoted(column), quoted(twin)), "CALL dbwarden_fill()", "DROP PROCEDURE dbwarden_fill"))
                .orElseGet(() -> Stream.of("UPDATE " + name + " SET " + quoted(column) + " = " + quoted(twin) + " WHERE " + quoted(column) + " IS NULL AND " + quoted(twin) + " IS NOT NULL"))
                .map(sql -> Statement.of(sql).outsideTransaction().scanning(!sql.contains("PROCEDURE"))).toList();
    }

    /** A simple view is written through (MySQL manual, 27.5.3). */
    @Override
    public Optional<String> alias(ObjectName table, ObjectName alias, List<String> columns) {
        String list = columns.stream().map(MysqlTwinning::quoted).collect(Collectors.joining(", "));
        return Optional.of(TableDdl.sql("CREATE VIEW").name(alias.name()).words("AS SELECT " + list + " FROM").name(table.name()) + ";\n");
    }

    private static String quoted(String name) {
        return Mysql.QUOTING.name(name);
    }
}
