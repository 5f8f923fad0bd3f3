package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;

/** One table in its one spelling: collations said where they are known, names where a server would give them, the indexes that foreign keys bring along. */
final class MysqlTableRules {
    private final Table table;
    private final Variant variant;
    private final BiConsumer<String, String> problems;
    private final Set<String> made;
    private final Options options;
    private final String collation;

    /**
     * @param problems takes what is wrong: a pointer into the table, and the message
     * @param made     takes the names of the indexes that were added
     */
    MysqlTableRules(Table table, Variant variant, BiConsumer<String, String> problems, Set<String> made) {
        this.table = table;
        this.variant = variant;
        this.problems = problems;
        this.made = made;
        this.options = tableOptions();
        this.collation = options.find(TableAttributes.COLLATE).orElse("");
    }

    Table normal() {
        var parts = new ArrayList<TablePart>();
        for (TablePart part : table.parts()) {
            normal(part).ifPresent(parts::add);
        }
        List<TablePart> complete = new ArrayList<>(new ImplicitKeys(parts, variant).complete(made));
        if (options.has(TableAttributes.ENGINE)) {
            // Other engines read foreign keys and forget them; the index stays (MySQL manual, 1.6.2.3).
            complete.removeIf(ForeignKey.class::isInstance);
        }
        return new Fitting(new Table(table.name(), Parts.of(distinct(GivenNames.of(complete, table.name(), variant))), options, table.comment().filter(text -> !text.isEmpty())), variant).fitted();
    }

    private List<TablePart> distinct(List<TablePart> parts) {
        var keys = new HashSet<Object>();
        var distinct = new ArrayList<TablePart>();
        for (TablePart part : parts) {
            if (keys.add(part.partKey())) {
                distinct.add(part);
            } else {
                throw new IllegalArgumentException("two " + part.kind().plural() + " of table " + table.name() + " are named " + part.name());
            }
        }
        return distinct;
    }

    private Options tableOptions() {
        Options normal = Options.NONE;
        Optional<String> charset = first("charset", "character_set", "default_charset");
        Optional<String> said = first(TableAttributes.COLLATE, "collation");
        Optional<String> resolved = Collations.of(charset, said, "");
        if (resolved.isPresent()) {
            normal = normal.with(TableAttributes.COLLATE, resolved.get());
        }
        for (var option : table.options().values().entrySet()) {
            String name = option.getKey().toLowerCase(Locale.ROOT);
            String value = switch (name) {
                case "charset", "character_set", "default_charset", "collate", "collation", "auto_increment" -> "";
                case "engine" -> TableAttributes.engine(option.getValue());
                case "partition_by" -> partitions(option.getValue());
                default -> TableAttributes.isDefault(name, option.getValue()) ? "" : option.getValue();
            };
            normal = value.isEmpty() ? normal : normal.with(name, value);
        }
        return normal;
    }

    private static String partitions(String text) {
        return Partitions.parse(text.strip().toUpperCase(Locale.ROOT).startsWith("PARTITION BY") ? text : "PARTITION BY " + text).toString();
    }

    private Optional<String> first(String... names) {
        for (String name : names) {
            if (table.options().has(name)) {
                return table.options().find(name);
            }
        }
        return Optional.empty();
    }

    private Optional<TablePart> normal(TablePart part) {
        return switch (part) {
            case Column column -> Optional.of(column(typed(column)));
            case PrimaryKey key -> Optional.of(primaryKey(columns(key.columns(), key), using(key.options())));
            case Unique unique -> Optional.of(new Unique(unique.name(), columns(unique.columns(), unique), using(unique.options())));
            case Index index -> Optional.of(index(index));
            case Check check -> Optional.of(check);
            case ForeignKey key -> Optional.of(foreignKey(key));
            case Exclusion exclusion -> {
                problems.accept("/exclusions", variant.name() + " has no exclusion constraints: " + exclusion.name() + "; use a trigger");
                yield Optional.empty();
            }
        };
    }

    /** In the character set {@code binary} the servers make bytes of text. */
    private Column typed(Column column) {
        boolean bytes = collation(column).filter("binary"::equals).isPresent();
        return bytes ? column.withType(MysqlTypes.dataType(MysqlTypes.parse(column.type().text() + " CHARACTER SET binary", variant).name(), variant)) : column;
    }

    private Column column(Column column) {
        if (column.identity().isPresent()) {
            problems.accept("/columns/" + column.name(), variant.name() + " has no identity columns: " + table.name() + "." + column.name() + "; use autoincrement");
        }
        boolean inKey = table.primaryKey().filter(key -> key.columns().stream().anyMatch(column.name()::equalsIgnoreCase)).isPresent();
        boolean generated = column.generated().isPresent();
        boolean numbered = isSet(column.options(), "autoincrement");
        return column.withNullable(column.nullable() && !inKey && !numbered).withDefault(generated ? Optional.empty() : column.defaultValue().filter(value -> !value.canonical().equalsIgnoreCase("null")))
                .withCollation(collation(column)).withOptions(columnOptions(column)).withComment(column.comment().filter(text -> !text.isEmpty()));
    }

    private Optional<String> collation(Column column) {
        if (!MysqlTypes.isText(column.type())) {
            return Optional.empty();
        }
        if (column.collation().filter(DatabaseDefaults.COLLATION::equals).isPresent()) {
            return collation.isEmpty() ? Optional.empty() : column.collation();
        }
        Optional<String> said = Collations.of(column.options().find("charset"), column.collation(), collation).or(() -> Optional.of(collation).filter(text -> !text.isEmpty()));
        return isSet(column.options(), "binary") ? said.map(text -> text.equals("binary") ? text : Collations.charsetOf(text) + "_bin") : said;
    }

    private Options columnOptions(Column column) {
        Options normal = Options.NONE;
        for (var option : column.options().values().entrySet()) {
            boolean settled = option.getKey().equals("charset") || option.getKey().equals("binary") && (collation(column).isPresent() || !MysqlTypes.isText(column.type()))
                    || Set.of("invisible", "autoincrement", "binary").contains(option.getKey()) && option.getValue().equalsIgnoreCase("false");
            normal = settled ? normal : normal.with(option.getKey(), option.getValue());
        }
        return normal;
    }

    private static boolean isSet(Options options, String name) {
        return options.find(name).filter(value -> !value.equalsIgnoreCase("false")).isPresent();
    }

    /** The kind of tree is said where an engine has a choice. */
    private Options using(Options all) {
        boolean choice = options.find(TableAttributes.ENGINE).filter("MEMORY"::equals).isPresent();
        return choice && all.find("using").filter("btree"::equals).isPresent() ? all : all.without("using");
    }

    private TablePart index(Index index) {
        List<Index.Key> keys = index.keys().stream().map(key -> key.column().isEmpty() ? key : key(key, columns(List.of(key.column()), index).getFirst())).toList();
        if (!variant.indexesExpressions() && keys.stream().anyMatch(key -> key.expression().isPresent())) {
            problems.accept("/indexes/" + index.name(), variant.name() + " has no indexes over expressions: " + index.name() + "; make a generated column and index that");
        }
        if (index.where().isPresent() || !index.include().isEmpty()) {
            problems.accept("/indexes/" + index.name(), variant.name() + " has no " + (index.where().isPresent() ? "partial indexes" : "INCLUDE") + ": " + index.name() + "; leave that out");
        }
        boolean special = Set.of("fulltext", "spatial", "vector").contains(index.method());
        String method = special ? index.method() : using(Options.of("using", index.method())).find("using").orElse("");
        boolean plain = index.unique() && keys.stream().allMatch(key -> key.expression().isEmpty() && key.modifiers().isEmpty());
        return plain ? new Unique(index.name(), keys.stream().map(Index.Key::column).toList(), method.isEmpty() ? index.options() : index.options().with("using", method))
                : new Index(index.name(), index.unique(), method, special ? keys.stream().map(MysqlTableRules::whole).toList() : keys, List.of(), Optional.empty(), index.options(), Written.NOT);
    }

    private PrimaryKey primaryKey(List<String> columns, Options options) {
        List<String> order = KeyReader.order(columns, options).stream().map(key -> key(key, key.column()).modifiers()).toList();
        return new PrimaryKey("", columns, KeyReader.ordered(options, order));
    }

    /** The key over a column under its own name. A prefix that is not shorter than its column is none (mysql_prepare_create_table in sql_table.cc). */
    private Index.Key key(Index.Key key, String column) {
        Matcher prefix = Fitting.PREFIX.matcher(key.modifiers());
        Matcher length = Fitting.LENGTH.matcher(find(table, column).map(found -> found.type().text()).orElse(""));
        boolean whole = prefix.lookingAt() && length.matches() && Integer.parseInt(prefix.group(1)) >= Integer.parseInt(length.group(2));
        return new Index.Key(column, key.expression(), whole ? key.modifiers().substring(prefix.end()) : key.modifiers());
    }

    /** Full-text and spatial indexes are over whole columns, whatever length is said. */
    private static Index.Key whole(Index.Key key) {
        return new Index.Key(key.column(), key.expression(), "");
    }

    private ForeignKey foreignKey(ForeignKey key) {
        if (key.options().has("deferrable")) {
            problems.accept("/foreign_keys/" + key.name(), variant.name() + " has no deferrable foreign keys: " + key.name() + "; leave DEFERRABLE out");
        }
        Options said = variant.keepsNoAction() ? key.options() : key.options().without(KeyReader.NO_ACTION + "delete").without(KeyReader.NO_ACTION + "update");
        String onDelete = variant.keepsNoAction() && key.onDelete().equals("RESTRICT") ? ForeignKey.NO_ACTION : key.onDelete();
        String onUpdate = variant.keepsNoAction() && key.onUpdate().equals("RESTRICT") ? ForeignKey.NO_ACTION : key.onUpdate();
        return new ForeignKey(key.name(), columns(key.columns(), key), key.target(), key.targetColumns(), onDelete, onUpdate, said);
    }

    private List<String> columns(List<String> names, TablePart part) {
        var columns = new ArrayList<String>();
        for (String name : names) {
            Optional<Column> column = find(table, name);
            if (column.isEmpty()) {
                problems.accept("/" + part.kind().word(), part.kind().phrase() + (part.name().isEmpty() ? "" : " " + part.name()) + " of " + table.name() + " is over the column " + name
                        + ", which is not there; add the column or mend the name");
            }
            columns.add(column.map(Column::name).orElse(name));
        }
        return columns;
    }

    static Optional<Column> find(Table table, String name) {
        return table.column(name).or(() -> table.columns().stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst());
    }
}
