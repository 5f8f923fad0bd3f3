package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.MAINTENANCE;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.alter;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.isSerial;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Spells tables, their columns, constraints and indexes. */
final class TableRenderer {
    private static final Map<String, String> SERIAL = Map.of("INTEGER", "SERIAL", "BIGINT", "BIGSERIAL", "SMALLINT", "SMALLSERIAL");

    /** CREATE TABLE and the statements that belong to it. */
    List<Statement> create(Table table) {
        var statements = new ArrayList<Statement>();
        table.columns().forEach(column -> statements.addAll(sequencesBefore(table.name(), column)));
        List<TablePart> apart = DuplicateKeys.apart(table.parts().stream().toList());
        statements.add(Statement.of(createTable(table, apart)).locking(lockOnOthers(table)));
        apart.forEach(key -> statements.add(exclusive(alter(table.name()).words("ADD").words(constraint(key))).scanning(true)));
        table.columns().forEach(column -> statements.addAll(sequencesAfter(table.name(), column)));
        table.columns().forEach(column -> statements.addAll(columnAttributes(table.name(), column)));
        table.indexes().forEach(index -> {
            statements.add(Statement.of(index(table.name(), index)).locking("SHARE").scanning(true));
            statements.addAll(indexAttributes(table.name(), index));
        });
        table.comment().ifPresent(comment -> statements.add(Statement.of(sql("COMMENT ON TABLE").words(name(table.name())).words("IS").literal(comment).toString()).locking(MAINTENANCE)));
        statements.addAll(new TableOptions(table.name(), Options.NONE, table.options()).afterCreate());
        return statements;
    }

    /** What making a table takes of those that it hangs on (manual, CREATE TABLE; 13.3.1). */
    private static String lockOnOthers(Table table) {
        if (table.options().has("partition_of")) {
            return PostgresqlRenderer.EXCLUSIVE;
        }
        boolean refers = table.foreignKeys().stream().anyMatch(key -> !key.target().equals(table.name()));
        return refers ? "SHARE ROW EXCLUSIVE" : table.options().has("inherits") ? MAINTENANCE : "";
    }

    private String createTable(Table table, List<TablePart> apart) {
        Sql sql = sql("CREATE").words(table.options().has("unlogged") ? "UNLOGGED TABLE" : "TABLE").words(name(table.name()));
        table.options().find("of").ifPresent(type -> sql.words("OF").words(name(ObjectName.parse(type))));
        table.options().find("partition_of").ifPresent(parent -> sql.words("PARTITION OF").words(name(ObjectName.parse(parent))));
        var lines = new ArrayList<String>();
        for (TablePart part : table.parts()) {
            switch (part) {
                case Column column -> lines.add(column(table.name(), column));
                case PrimaryKey key when isPlainKey(table, key) -> { }
                case Unique unique when apart.contains(unique) -> { }
                case PrimaryKey _, Unique _, Check _, Exclusion _, ForeignKey _ -> lines.add(constraint(part));
                case Index _ -> { }
            }
        }
        inlineKey(table, lines);
        table.options().values().forEach((option, value) -> {
            if (option.startsWith("column.")) {
                lines.add(value);
            }
        });
        if (!lines.isEmpty() || !table.options().has("partition_of") && !table.options().has("of")) {
            sql.lines(lines);
        }
        TableOptions.clauses(table.options(), sql);
        return lines.isEmpty() ? sql.toString().replace("(\n    \n)", "()") : sql.toString();
    }

    /** A key of one column under the server's own name stands at its column, as people write it. */
    private static boolean isPlainKey(Table table, PrimaryKey key) {
        return key.columns().size() == 1 && key.options().isEmpty() && key.name().equals(PostgresqlNames.primaryKey(table.name().name()))
                && table.column(key.columns().getFirst()).isPresent();
    }

    private void inlineKey(Table table, List<String> lines) {
        table.primaryKey().filter(key -> isPlainKey(table, key)).ifPresent(key -> {
            int place = table.columns().stream().map(Column::name).toList().indexOf(key.columns().getFirst());
            lines.set(place, lines.get(place).replaceFirst(" NOT NULL$", "") + " PRIMARY KEY");
        });
    }

    /** A column as CREATE TABLE and ADD COLUMN have it. */
    String column(ObjectName table, Column column) {
        return column(table, column, "");
    }

    /** A column with what stands behind its type. */
    String column(ObjectName table, Column column, String behindType) {
        Sql sql = sql("").name(column.name());
        boolean plainSerial = isPlainSerial(table, column);
        sql.words(plainSerial ? SERIAL.get(column.type().text()) : type(column.type())).words(behindType);
        column.collation().ifPresent(collation -> sql.words("COLLATE").words(name(ObjectName.parse(collation))));
        column.defaultValue().ifPresent(value -> sql.words("DEFAULT").words(value.sql()));
        if (isSerial(column) && !plainSerial) {
            sql.words("DEFAULT").words(nextval(column));
        }
        column.generated().ifPresent(generated -> sql.words("GENERATED ALWAYS AS (" + generated.expression().sql() + ")").words(generated.stored() ? "STORED" : "VIRTUAL"));
        column.identity().filter(identity -> identity.mode() != Identity.Mode.SERIAL).ifPresent(identity -> sql.words(identity(table, column, identity)));
        return sql.words(column.nullable() || plainSerial ? "" : "NOT NULL").toString().strip();
    }

    static String identity(ObjectName table, Column column, Identity identity) {
        String mode = identity.mode() == Identity.Mode.ALWAYS ? "GENERATED ALWAYS AS IDENTITY" : "GENERATED BY DEFAULT AS IDENTITY";
        boolean named = identity.sequence().equals(table.withName(PostgresqlNames.sequence(table.name(), column.name())));
        String options = ((named ? "" : "SEQUENCE NAME " + name(identity.sequence()) + " ") + PostgresqlSequences.sql(identity.options())).strip();
        return options.isEmpty() ? mode : mode + " (" + options + ")";
    }

    private static boolean isPlainSerial(ObjectName table, Column column) {
        return isSerial(column) && !column.nullable() && column.defaultValue().isEmpty() && SERIAL.containsKey(column.type().text())
                && column.identity().filter(identity -> identity.options().without("comment").isEmpty()
                        && identity.sequence().equals(table.withName(PostgresqlNames.sequence(table.name(), column.name())))).isPresent();
    }

    static String type(DataType type) {
        return type.user() ? name(ObjectName.parse(type.name())) + type.suffix() : type.text();
    }

    static String nextval(Column column) {
        return "nextval(" + Postgresql.QUOTING.literal(name(column.identity().orElseThrow().sequence())) + "::regclass)";
    }

    static String createSequence(Column column) {
        Identity identity = column.identity().orElseThrow();
        Options options = identity.options().has("as") || column.type().text().equals("BIGINT") ? identity.options()
                : SERIAL.containsKey(column.type().text()) ? identity.options().with("as", column.type().text()) : identity.options();
        return sql("CREATE SEQUENCE").words(name(identity.sequence())).words(PostgresqlSequences.sql(options)).toString();
    }

    List<Statement> sequencesBefore(ObjectName table, Column column) {
        return isSerial(column) && !isPlainSerial(table, column) ? List.of(Statement.of(createSequence(column))) : List.of();
    }

    List<Statement> sequencesAfter(ObjectName table, Column column) {
        var statements = new ArrayList<Statement>();
        if (isSerial(column) && !isPlainSerial(table, column)) {
            statements.add(Statement.of(ownedBy(table, column)));
        }
        column.identity().filter(identity -> identity.options().has("comment")).ifPresent(identity -> statements.add(commentOn(identity)));
        return statements;
    }

    /** The comment on a column's sequence. */
    static Statement commentOn(Identity identity) {
        Sql sql = sql("COMMENT ON SEQUENCE").words(name(identity.sequence())).words("IS");
        return Statement.of(identity.options().find("comment").map(sql::literal).orElseGet(() -> sql.words("NULL")).toString());
    }

    static String ownedBy(ObjectName table, Column column) {
        return sql("ALTER SEQUENCE").words(name(column.identity().orElseThrow().sequence())).words("OWNED BY").name(table.namespace(), table.name(), column.name()).toString();
    }

    /** Storage, statistics and the like, and the comment. */
    List<Statement> columnAttributes(ObjectName table, Column column) {
        var statements = new ArrayList<Statement>(columnOptions(table, column.withOptions(Options.NONE), column));
        column.comment().ifPresent(comment -> statements.add(commentOn(table, column)));
        return statements;
    }

    static Statement commentOn(ObjectName table, Column column) {
        Sql sql = sql("COMMENT ON COLUMN").name(table.namespace(), table.name(), column.name()).words("IS");
        return Statement.of(column.comment().map(sql::literal).orElseGet(() -> sql.words("NULL")).toString()).locking(MAINTENANCE);
    }

    static List<Statement> columnOptions(ObjectName table, Column before, Column after) {
        var statements = new ArrayList<Statement>();
        after.options().values().forEach((name, value) -> {
            if (!before.options().find(name).filter(value::equals).isPresent()) {
                statements.add(exclusive(alter(table).words("ALTER COLUMN").name(after.name()).words(switch (name) {
                    case "statistics" -> "SET STATISTICS " + value;
                    case "storage" -> "SET STORAGE " + value;
                    case "compression" -> "SET COMPRESSION " + value;
                    default -> "SET (" + name.replaceFirst("^with\\.", "") + " = " + value + ")";
                })));
            }
        });
        before.options().values().forEach((name, _) -> {
            if (!after.options().has(name)) {
                statements.add(exclusive(alter(table).words("ALTER COLUMN").name(after.name()).words(switch (name) {
                    case "statistics" -> "SET STATISTICS -1";
                    case "storage" -> "SET STORAGE " + PostgresqlTypes.storage(after.type());
                    case "compression" -> "SET COMPRESSION default";
                    default -> "RESET (" + name.replaceFirst("^with\\.", "") + ")";
                })));
            }
        });
        return statements;
    }

    /** A constraint with its name. */
    String constraint(TablePart part) {
        Sql sql = sql("CONSTRAINT").name(part.name());
        switch (part) {
            case PrimaryKey key -> keyed(sql.words("PRIMARY KEY").items(Temporal.key(key.columns(), key.options())), key.options());
            case Unique unique -> keyed(sql.words(unique.options().has("nulls_not_distinct") ? "UNIQUE NULLS NOT DISTINCT" : "UNIQUE").items(Temporal.key(unique.columns(), unique.options())), unique.options());
            case Check check -> validity(sql.words("CHECK (" + check.condition().sql() + ")"), check.options());
            case Exclusion exclusion -> sql.words("EXCLUDE").words(exclusion.definition().sql());
            case ForeignKey key -> foreignKey(sql, key);
            case Column _, Index _ -> throw new IllegalArgumentException("no constraint: " + part);
        }
        return sql.toString();
    }

    private static void foreignKey(Sql sql, ForeignKey key) {
        sql.words("FOREIGN KEY").items(Temporal.foreignKey(key.columns(), key.options())).words("REFERENCES").words(name(key.target()));
        if (!key.targetColumns().isEmpty()) {
            sql.items(Temporal.foreignKey(key.targetColumns(), key.options()));
        }
        key.options().find("match").ifPresent(match -> sql.words("MATCH " + match));
        sql.words(key.onDelete().equals(ForeignKey.NO_ACTION) ? "" : "ON DELETE " + key.onDelete());
        sql.words(key.onUpdate().equals(ForeignKey.NO_ACTION) ? "" : "ON UPDATE " + key.onUpdate());
        deferral(sql, key.options());
        validity(sql, key.options());
    }

    private static void keyed(Sql sql, Options options) {
        options.find("include").ifPresent(columns -> sql.words("INCLUDE (" + columns + ")"));
        options.find("with").ifPresent(parameters -> sql.words("WITH (" + parameters + ")"));
        options.find("tablespace").ifPresent(tablespace -> sql.words("USING INDEX TABLESPACE").name(tablespace));
        deferral(sql, options);
    }

    static void deferral(Sql sql, Options options) {
        sql.words(options.has("deferrable") ? "DEFERRABLE" : "").words(options.has("initially_deferred") ? "INITIALLY DEFERRED" : "");
    }

    private static void validity(Sql sql, Options options) {
        sql.words(options.has("no_inherit") ? "NO INHERIT" : "").words(options.has("not_enforced") ? "NOT ENFORCED" : "").words(options.has("not_valid") ? "NOT VALID" : "");
    }

    String index(ObjectName table, Index index) {
        return index(table, index, "");
    }

    /** With a word behind CREATE INDEX. */
    String index(ObjectName table, Index index, String how) {
        Sql sql = sql(index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX").words(how).name(index.name()).words(index.options().has("only") ? "ON ONLY" : "ON").words(name(table));
        sql.words(index.method().isEmpty() ? "" : "USING " + index.method());
        sql.items(index.keys().stream().map(TableRenderer::key).toList());
        if (!index.include().isEmpty()) {
            sql.words("INCLUDE").names(index.include());
        }
        sql.words(index.options().has("nulls_not_distinct") ? "NULLS NOT DISTINCT" : "");
        String parameters = StorageParameters.list(index.options());
        sql.words(parameters.isEmpty() ? "" : "WITH (" + parameters + ")");
        index.options().find("tablespace").ifPresent(tablespace -> sql.words("TABLESPACE").name(tablespace));
        index.where().ifPresent(where -> sql.words("WHERE").words(where.sql()));
        return sql.toString();
    }

    private static String key(Index.Key key) {
        String text = key.expression().map(expression -> "(" + expression.sql() + ")").orElseGet(() -> Postgresql.QUOTING.name(key.column()));
        return key.modifiers().isEmpty() ? text : text + " " + key.modifiers();
    }

    List<Statement> indexAttributes(ObjectName table, Index index) {
        return index.options().values().entrySet().stream().filter(option -> option.getKey().startsWith("statistics."))
                .map(option -> Statement.of(sql("ALTER INDEX").words(PostgresqlRenderer.sibling(table, index.name())).words("ALTER COLUMN")
                        .words(option.getKey().substring("statistics.".length())).words("SET STATISTICS").words(option.getValue()).toString()))
                .collect(Collectors.toList());
    }

    /** Changes of an index that leave its content alone. */
    List<Statement> indexChanges(ObjectName table, Index before, Index after) {
        return new TableOptions(table.withName(after.name()), before.options(), after.options()).ofIndex();
    }
}
