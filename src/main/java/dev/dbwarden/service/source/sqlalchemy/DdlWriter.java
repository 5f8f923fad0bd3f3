package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the DDL of all tables, as {@code MetaData.create_all} emits it. */
final class DdlWriter {
    private final Context context;
    private final ConstraintWriter constraints;
    private final ColumnWriter columns;
    private final IndexWriter indexes;
    private final TypeWriter types;

    DdlWriter(Context context, TypeWriter types) {
        this.context = context;
        this.constraints = new ConstraintWriter(context);
        this.columns = new ColumnWriter(context, constraints);
        this.indexes = new IndexWriter(context);
        this.types = types;
    }

    List<Ddl> write(List<Value.Construct> sequences) {
        var tables = new ArrayList<Ddl>();
        var after = new ArrayList<Ddl>();
        context.tables().all().forEach(table -> context.faults().collecting(table.at(), () -> table(table, tables, after)));
        var all = new ArrayList<Ddl>(schemas());
        all.addAll(types.before(sequences));
        all.addAll(tables);
        all.addAll(after);
        return all;
    }

    /** Schemas are not made by SQLAlchemy; without them its tables could not be made. */
    private List<Ddl> schemas() {
        if (!context.rules().prefix().equals("postgresql")) {
            return List.of();
        }
        Map<String, Location> schemas = new LinkedHashMap<>();
        context.tables().all().forEach(table -> table.schema().filter(schema -> !schema.equals("public")).ifPresent(schema -> schemas.putIfAbsent(schema, table.at())));
        types.schemas().forEach(schemas::putIfAbsent);
        return schemas.entrySet().stream().map(schema -> context.ddl("CREATE SCHEMA " + context.names().name(schema.getKey()), schema.getValue())).toList();
    }

    private void table(TableModel table, List<Ddl> tables, List<Ddl> after) {
        markKeys(table);
        if (table.columns().isEmpty()) {
            throw new ModelFault(table.at(), "table " + table.fullName() + " has no columns");
        }
        Optional<ColumnModel> counting = columns.counting(table);
        boolean inline = context.rules().prefix().equals("sqlite") && counting.isPresent() && SqliteTables.countsUp(table);
        var lines = new ArrayList<String>();
        table.columns().stream().filter(column -> !isTheServers(column)).forEach(column -> context.faults().collecting(() -> {
            types.use(column, table);
            lines.add(columns.sql(column, table, counting));
        }));
        for (ConstraintWriter.Written constraint : constraints.all(table, counting, inline)) {
            if (constraint.afterwards() && !context.rules().alters()) {
                context.outside().add(new Outside(constraint.at(), "SQLAlchemy creates this foreign key of " + table.fullName()
                        + " when all tables are there, which this database cannot do, so it is left out"));
            } else if (constraint.afterwards()) {
                after.add(context.ddl("ALTER TABLE " + context.names().table(table) + " ADD " + constraint.sql(), constraint.at()));
            } else {
                lines.add(constraint.sql());
            }
        }
        tables.add(context.ddl("CREATE " + prefixes(table) + "TABLE " + context.names().table(table) + " (\n\t" + String.join(",\n\t", lines) + "\n)" + options(table), table.at()));
        indexes(table, after);
        comments(table, after);
    }

    /** The columns that a {@code PrimaryKeyConstraint} names are those of the key. */
    /** A column that is there unasked, as {@code xmin}, and no part of what creates the table. */
    private static boolean isTheServers(ColumnModel column) {
        return column.keyword("system").filter(new Value.Truth(true)::equals).isPresent();
    }

    private void markKeys(TableModel table) {
        table.constraints("PrimaryKeyConstraint").forEach(key -> context.references().columns(key, table).forEach(column -> table.add(column.asKey())));
    }

    private String prefixes(TableModel table) {
        Optional<Value> prefixes = table.option("prefixes");
        List<Value> words = prefixes.map(value -> value instanceof Value.Sequence(_, var items) ? items : List.of(value)).orElse(List.of());
        return java.util.stream.Stream.concat(words.stream(), context.rules().option("prefix", table::option).stream())
                .map(word -> context.rules().word(Terms.text(word, "a prefix", table.at()), table.at()) + " ").collect(Collectors.joining());
    }

    private String options(TableModel table) {
        return switch (context.rules().prefix()) {
            case "sqlite" -> SqliteTables.options(table);
            case "postgresql" -> postgresqlOptions(table);
            default -> mysqlOptions(table);
        };
    }

    private String postgresqlOptions(TableModel table) {
        Location at = table.at();
        String inherits = table.option("postgresql_inherits").map(value -> " INHERITS (" + (value instanceof Value.Sequence(_, var items) ? items : List.of(value)).stream()
                .map(parent -> context.names().name(Terms.text(parent, "the parent", at))).collect(Collectors.joining(", ")) + ")").orElse("");
        String partition = table.option("postgresql_partition_by").map(value -> " PARTITION BY " + context.rules().fragment(Terms.text(value, "the partitioning", at), at)).orElse("");
        String using = table.option("postgresql_using").map(value -> " USING " + context.rules().word(Terms.text(value, "the method", at), at)).orElse("");
        String with = table.option("postgresql_with").filter(Value.Mapping.class::isInstance).map(value -> " WITH (" + ((Value.Mapping) value).entries().entrySet().stream()
                .map(entry -> context.rules().word(Terms.text(entry.getKey(), "an option", at), at) + " = " + context.rules().word(optionValue(entry.getValue(), table), at))
                .collect(Collectors.joining(", ")) + ")").orElse("");
        String tablespace = table.option("postgresql_tablespace").map(value -> " TABLESPACE " + context.names().name(Terms.text(value, "the tablespace", at))).orElse("");
        return inherits + partition + using + with + tablespace;
    }

    /** MySQL's options keep their order; an underscore in a name stands for a blank. */
    private String mysqlOptions(TableModel table) {
        var options = new ArrayList<String>();
        table.options().forEach((key, value) -> {
            Optional<String> option = context.rules().optionNames().stream().filter(prefix -> key.startsWith(prefix + "_")).map(prefix -> key.substring(prefix.length() + 1)).findFirst();
            if (option.filter(each -> !each.equals("prefix") && context.rules().optionNames().stream().map(prefix -> prefix + "_" + each).filter(name -> table.option(name).isPresent())
                    .findFirst().equals(Optional.of(key))).isPresent()) {
                String name = option.get().toUpperCase(java.util.Locale.ROOT);
                String word = List.of("DEFAULT_CHARSET", "DEFAULT_COLLATE", "CHARACTER_SET", "DEFAULT_CHARACTER_SET", "DATA_DIRECTORY", "INDEX_DIRECTORY").contains(name) ? name.replace('_', ' ') : name;
                options.add(word + (word.equals("COLLATE") ? " " : "=") + context.rules().word(optionValue(value, table), table.at()));
            }
        });
        table.option("comment").ifPresent(comment -> options.add("COMMENT=" + context.names().literal(Terms.text(comment, "the comment", table.at()))));
        return options.isEmpty() ? "" : " " + String.join(" ", options);
    }

    private static String optionValue(Value value, TableModel table) {
        return value instanceof Value.Number || value instanceof Value.Truth ? value.toString() : Terms.text(value, "an option of table " + table.fullName(), table.at());
    }

    private void indexes(TableModel table, List<Ddl> after) {
        table.columns().stream().filter(column -> column.is("index")).forEach(column -> context.faults().collecting(() -> after.add(indexes.ofColumn(column, table))));
        table.columns().forEach(column -> context.faults().collecting(() -> context.compiler().resolver().index(context.types().of(column, table), table, column)
                .ifPresent(index -> after.add(indexes.explicit(index, table)))));
        table.constraints("Index").forEach(index -> context.faults().collecting(() -> after.add(indexes.explicit(index, table))));
    }

    private void comments(TableModel table, List<Ddl> after) {
        if (!context.rules().prefix().equals("postgresql")) {
            return;
        }
        table.option("comment").ifPresent(comment -> after.add(context.ddl("COMMENT ON TABLE " + context.names().table(table) + " IS "
                + context.names().literal(Terms.text(comment, "the comment", table.at())), table.at())));
        table.columns().forEach(column -> column.keyword("comment").ifPresent(comment -> after.add(context.ddl("COMMENT ON COLUMN " + context.names().table(table) + "."
                + context.names().column(column) + " IS " + context.names().literal(Terms.text(comment, "the comment", column.at())), column.at()))));
    }
}
