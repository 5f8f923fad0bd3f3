package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells a table and its parts, as they stand in CREATE TABLE and behind ADD and MODIFY. */
final class TableDdl {
    private final Table table;
    private final Variant variant;
    private final String collation;

    TableDdl(Table table, Variant variant) {
        this.table = table;
        this.variant = variant;
        this.collation = table.options().find(TableAttributes.COLLATE).orElse("");
    }

    static Sql sql(String words) {
        return new Sql(Mysql.QUOTING).words(words);
    }

    static Sql sql(String words, ObjectName name) {
        return sql(words).name(name.namespace(), name.name());
    }

    String create() {
        var lines = new ArrayList<String>();
        table.columns().forEach(column -> lines.add(column(column)));
        table.parts().stream().filter(part -> !(part instanceof Column) && !isColumnCheck(part)).forEach(part -> lines.add(part(part)));
        Sql sql = sql("CREATE TABLE", table.name()).lines(lines);
        options().forEach(sql::words);
        return sql + table.options().find(TableAttributes.PARTITIONS).map(text -> "\n" + text).orElse("");
    }

    static boolean isColumnCheck(TablePart part) {
        return part instanceof Check check && check.options().has("column");
    }

    /** A column whole: a change that leaves something out takes it away. */
    String column(Column column) {
        Sql sql = new Sql(Mysql.QUOTING).name(column.name()).words(column.type().text());
        boolean spatial = column.options().has("srid");
        if (spatial && variant.srid("").startsWith("REF")) {
            sql.words(variant.srid(column.options().find("srid").orElseThrow()));
        }
        column.options().find("compressed").ifPresent(how -> sql.words(how.equals("true") ? "COMPRESSED" : "COMPRESSED=" + how));
        sql.words(column.options().has("binary") ? "BINARY" : "");
        column.collation().filter(name -> !name.equals(collation) && !name.equals(DatabaseDefaults.COLLATION)).ifPresent(name -> sql.words(Collations.clause(name)));
        column.generated().ifPresent(generated -> sql.words("GENERATED ALWAYS AS (" + generated.expression().sql() + ") " + (generated.stored() ? "STORED" : "VIRTUAL")));
        sql.words(column.nullable() ? isMoment(column) ? "NULL" : "" : "NOT NULL");
        if (spatial && !variant.srid("").startsWith("REF")) {
            sql.words(variant.srid(column.options().find("srid").orElseThrow()));
        }
        column.defaultValue().ifPresent(value -> sql.words("DEFAULT " + defaultValue(column, value)));
        column.options().find("on_update").ifPresent(value -> sql.words("ON UPDATE " + value));
        sql.words(column.options().has("autoincrement") ? "AUTO_INCREMENT" : "").words(column.options().has("invisible") ? "INVISIBLE" : "");
        column.options().find("system_versioning").ifPresent(word -> sql.words(word + " SYSTEM VERSIONING"));
        for (String clause : List.of("column_format", "storage", "engine_attribute", "secondary_engine_attribute")) {
            column.options().find(clause).ifPresent(value -> sql.words(clause.toUpperCase(java.util.Locale.ROOT) + " " + value));
        }
        column.comment().ifPresent(comment -> sql.words("COMMENT").literal(comment));
        columnCheck(column).ifPresent(check -> sql.words("CHECK (" + check.condition().sql() + ")"));
        return sql.toString();
    }

    /** Said, a column of moments is NULL on servers that take it for NOT NULL otherwise (explicit_defaults_for_timestamp). */
    private static boolean isMoment(Column column) {
        return column.type().name().equals("timestamp") && column.generated().isEmpty();
    }

    private Optional<Check> columnCheck(Column column) {
        return table.checks().stream().filter(check -> check.options().find("column").filter(column.name()::equals).isPresent()).findFirst();
    }

    private String defaultValue(Column column, SqlText value) {
        var tokens = Lexer.tokens(value.sql(), Mysql.LEXICON);
        boolean bare = MysqlDefaults.isLiteral(tokens) ? !(variant.bracketsLargeDefaults() && MysqlTypes.isLarge(column.type()))
                : MysqlDefaults.isMoment(value.canonical()) && List.of("timestamp", "datetime").contains(column.type().name());
        return bare ? value.sql() : "(" + value.sql() + ")";
    }

    /** A key or a condition. */
    String part(TablePart part) {
        return switch (part) {
            case PrimaryKey key -> sql("PRIMARY KEY").items(KeyReader.order(key.columns(), key.options()).stream().map(TableDdl::key).toList()).words(indexOptions(key.options())).toString();
            case Unique unique -> sql("UNIQUE KEY").name(unique.name()).names(unique.columns()).words(indexOptions(unique.options())).toString();
            case Index index -> sql(kind(index)).name(index.name()).items(index.keys().stream().map(TableDdl::key).toList())
                    .words(indexOptions(index.method().equals("btree") || index.method().equals("hash") ? index.options().with("using", index.method()) : index.options())).toString();
            case ForeignKey key -> foreignKey(key);
            case Check check -> sql("CONSTRAINT").name(check.name()).words("CHECK (" + check.condition().sql() + ")").words(check.options().has("not_enforced") ? "NOT ENFORCED" : "").toString();
            case Column column -> column(column);
            case Exclusion exclusion -> throw new IllegalArgumentException("no exclusions here: " + exclusion);
        };
    }

    private static String kind(Index index) {
        return switch (index.method()) {
            case "fulltext" -> "FULLTEXT KEY";
            case "spatial" -> "SPATIAL KEY";
            case "vector" -> "VECTOR KEY";
            default -> index.unique() ? "UNIQUE KEY" : "KEY";
        };
    }

    private static String key(Index.Key key) {
        String length = key.modifiers().startsWith("(") ? key.modifiers().substring(0, key.modifiers().indexOf(')') + 1) : "";
        String direction = key.modifiers().substring(length.length()).strip();
        String name = key.expression().map(text -> "(" + text.sql() + ")").orElseGet(() -> Mysql.QUOTING.name(key.column()));
        return name + length + (direction.isEmpty() ? "" : " " + direction);
    }

    private String indexOptions(Options options) {
        Sql sql = new Sql(Mysql.QUOTING);
        options.values().forEach((name, value) -> {
            switch (name) {
                case KeyReader.ORDER -> { }
                case "using" -> sql.words("USING " + value.toUpperCase(java.util.Locale.ROOT));
                case "comment" -> sql.words("COMMENT").literal(value);
                case "parser" -> sql.words("WITH PARSER").name(value);
                case "invisible" -> sql.words(variant.ignoredIndex());
                default -> sql.words(name.toUpperCase(java.util.Locale.ROOT) + "=" + value);
            }
        });
        return sql.toString();
    }

    private static String foreignKey(ForeignKey key) {
        Sql sql = sql("CONSTRAINT").name(key.name()).words("FOREIGN KEY").names(key.columns()).words("REFERENCES").name(key.target().namespace(), key.target().name());
        if (!key.targetColumns().isEmpty()) {
            sql.names(key.targetColumns());
        }
        action(sql, key, "DELETE", key.onDelete());
        action(sql, key, "UPDATE", key.onUpdate());
        return sql.toString();
    }

    private static void action(Sql sql, ForeignKey key, String event, String action) {
        boolean said = key.options().has(KeyReader.NO_ACTION + event.toLowerCase(java.util.Locale.ROOT));
        sql.words(said || !action.equals(ForeignKey.NO_ACTION) ? "ON " + event + " " + action : "");
    }

    /** The table's options, one by one, but for its partitions. */
    List<String> options() {
        var options = new ArrayList<String>();
        table.options().values().forEach((name, value) -> option(name, value).ifPresent(options::add));
        table.comment().ifPresent(comment -> options.add("COMMENT=" + Mysql.QUOTING.literal(comment)));
        return options;
    }

    static Optional<String> option(String name, String value) {
        return switch (name) {
            case TableAttributes.PARTITIONS -> Optional.empty();
            case TableAttributes.ENGINE -> Optional.of("ENGINE=" + value);
            case TableAttributes.COLLATE -> Optional.of("DEFAULT CHARSET=" + Collations.charsetOf(value) + (Collations.isDefault(value) ? "" : " COLLATE=" + value));
            case "system_versioning" -> Optional.of("WITH SYSTEM VERSIONING");
            case "union" -> Optional.of("UNION=(" + value + ")");
            default -> Optional.of((TableAttributes.isKnown(name) ? name.toUpperCase(java.util.Locale.ROOT) : Mysql.QUOTING.quoted(name)) + "=" + value);
        };
    }
}
