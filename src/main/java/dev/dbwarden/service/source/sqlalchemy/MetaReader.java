package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DBWarden's inner {@code class Meta}: what it says of a table is turned into what SQLAlchemy says. */
final class MetaReader {
    private static final Set<String> CONDITIONS = Set.of("expression", "condition", "sqltext");
    /** What an entry may say besides its name and its columns or its condition, as SQLAlchemy and this reader call it. */
    private static final Map<String, Map<String, String>> KEYWORDS = Map.of(
            "indexes", Map.of("unique", "unique", "using", "postgresql_using", "where", "postgresql_where", "include", "postgresql_include", "with", "postgresql_with",
                    "nulls_not_distinct", "postgresql_nulls_not_distinct", "ops", "postgresql_ops", "tablespace", "postgresql_tablespace"),
            "uniques", Map.of("deferrable", "deferrable", "initially", "initially", "include", "postgresql_include", "nulls_not_distinct", "postgresql_nulls_not_distinct"),
            "checks", Map.of("deferrable", "deferrable", "initially", "initially", "no_inherit", "postgresql_no_inherit"),
            "excludes", Map.of("deferrable", "deferrable", "initially", "initially"));
    /** Options of a table, as SQLAlchemy and this reader call them. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(Map.entry("comment", "comment"), Map.entry("my_engine", "mysql_engine"), Map.entry("my_charset", "mysql_charset"),
            Map.entry("my_collate", "mysql_collate"), Map.entry("my_row_format", "mysql_row_format"), Map.entry("my_auto_increment", "mysql_auto_increment"),
            Map.entry("pg_tablespace", "postgresql_tablespace"), Map.entry("pg_inherits", "postgresql_inherits"), Map.entry("pg_partition", "postgresql_partition_by"),
            Map.entry("pg_fillfactor", "postgresql_with"), Map.entry("pg_unlogged", "postgresql_prefix"));

    private final Program program;
    private final Tables tables;

    MetaReader(Program program, Tables tables) {
        this.program = program;
        this.tables = tables;
    }

    /** Reads the {@code Meta} of a class, if it has one that is DBWarden's. */
    void read(ClassValue type, TableModel table) {
        Optional<ClassValue> meta = Optional.ofNullable(type.attributes().get("Meta")).flatMap(ClassValue.Attribute::value).filter(ClassValue.class::isInstance)
                .map(ClassValue.class::cast);
        meta.ifPresent(own -> own.attributes().forEach((name, attribute) -> attribute.value().ifPresent(value -> entry(name, value, attribute.at(), table))));
    }

    private void entry(String name, Value value, Location at, TableModel table) {
        String kind = name.startsWith("pg_") || name.startsWith("my_") ? name.substring(3) : name;
        if (KEYWORDS.containsKey(kind)) {
            for (Value item : program.items(value).orElseThrow(() -> Terms.fault(value, "'" + name + "' of Meta", at))) {
                tables.attach(part(kind, item, at), table);
            }
        } else if (value instanceof ClassValue column) {
            column(name, column, table);
        } else if (OPTIONS.containsKey(name)) {
            table.options().put(OPTIONS.getOrDefault(name, name), option(name, value, at));
        } else if (name.startsWith("pg_") || name.startsWith("my_") || name.startsWith("mdb_")) {
            throw new ModelFault(at, "'" + name + "' of Meta is not read here; say it in SQL");
        }
    }

    private static Value option(String name, Value value, Location at) {
        return switch (name) {
            case "pg_fillfactor" -> {
                Value.Mapping storage = Value.Mapping.empty();
                storage.entries().put(new Value.Text("fillfactor"), value);
                yield storage;
            }
            case "pg_unlogged" -> Terms.truth(value, "pg_unlogged", at) ? new Value.Text("UNLOGGED") : Value.NONE;
            case "pg_partition" -> throw new ModelFault(at, "'pg_partition' of Meta is not read here; say it in SQL, or as postgresql_partition_by in __table_args__");
            default -> value;
        };
    }

    /** A dictionary, or a {@code PgIndexSpec(name, columns, ...)}. */
    private static Map<String, Value> fields(Value item, Location at) {
        var fields = new LinkedHashMap<String, Value>();
        if (item instanceof Value.Mapping(var entries)) {
            entries.forEach((key, value) -> fields.put(Terms.text(key, "a key", at), value));
        } else if (item instanceof Value.Construct specification) {
            List<String> positions = List.of("name", "columns");
            for (int i = 0; i < Math.min(2, specification.arguments().size()); i++) {
                fields.put(positions.get(i), specification.arguments().get(i));
            }
            fields.putAll(specification.keywords());
        } else {
            throw Terms.fault(item, "an entry of Meta", at);
        }
        return fields;
    }

    private Value.Construct part(String kind, Value item, Location at) {
        Map<String, Value> fields = fields(item, at);
        var keywords = new LinkedHashMap<String, Value>();
        Value name = fields.getOrDefault("name", Value.NONE);
        List<Value> columns = Optional.ofNullable(fields.get("columns")).flatMap(program::items).orElse(List.of());
        fields.forEach((key, value) -> keyword(kind, key, at).ifPresent(keyword -> keywords.put(keyword, value)));
        return switch (kind) {
            case "indexes" -> made("Index", java.util.stream.Stream.concat(java.util.stream.Stream.of(name), columns.stream()).toList(), keywords, at);
            case "uniques" -> made("UniqueConstraint", columns, with(keywords, name), at);
            case "checks" -> made("CheckConstraint", List.of(condition(fields, at)), with(keywords, name), at);
            default -> made("RawConstraint", List.of(condition(fields, at)), with(keywords, name), at);
        };
    }

    private static Value condition(Map<String, Value> fields, Location at) {
        return fields.entrySet().stream().filter(field -> CONDITIONS.contains(field.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new ModelFault(at, "the entry has no 'expression'"));
    }

    private static Map<String, Value> with(Map<String, Value> keywords, Value name) {
        keywords.put("name", name);
        return keywords;
    }

    private static Optional<String> keyword(String kind, String key, Location at) {
        boolean constraint = kind.equals("checks") || kind.equals("excludes");
        if (key.equals("name") || (constraint ? CONDITIONS.contains(key) : key.equals("columns"))) {
            return Optional.empty();
        }
        boolean dialects = kind.equals("indexes") && (key.startsWith("postgresql_") || key.startsWith("mysql_"));
        return Optional.of(Optional.ofNullable(KEYWORDS.getOrDefault(kind, Map.of()).get(key)).or(() -> dialects ? Optional.of(key) : Optional.empty())
                .orElseThrow(() -> new ModelFault(at, "'" + key + "' of an entry of '" + kind + "' in Meta is not read here; say it in SQL")));
    }

    private static Value.Construct made(String kind, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + kind), arguments, keywords, at);
    }

    /** {@code class email: comment = ...}: what is said of one column. */
    private static void column(String name, ClassValue said, TableModel table) {
        ColumnModel column = table.column(name).orElseThrow(() -> new ModelFault(said.at(), "Meta speaks of column '" + name + "', which " + table.fullName() + " does not have"));
        var keywords = new LinkedHashMap<>(column.keywords());
        said.value("comment").ifPresent(comment -> keywords.put("comment", comment));
        said.attributes().forEach((key, attribute) -> {
            if ((key.equals("pg") || key.equals("my") || key.equals("mdb")) && attribute.value().isPresent()) {
                throw new ModelFault(attribute.at(), "'" + key + "' of column '" + name + "' is not read here; say it in the column's type");
            }
        });
        table.add(new ColumnModel(column.key(), column.name(), column.type(), column.nullable(), column.arguments(), keywords, column.source(), column.at()));
    }
}
