package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code Table(...)}. */
final class TableReader {
    private static final Set<String> CONSTRAINTS = Set.of("UniqueConstraint", "PrimaryKeyConstraint", "ForeignKeyConstraint", "CheckConstraint", "ExcludeConstraint",
            "postgresql.ExcludeConstraint", "Index");
    private static final Set<String> NOTHING = Set.of("listeners", "quote", "quote_schema", "implicit_returning", "must_exist", "bind_key");

    private final Tables tables;
    private final Bases bases;
    private final List<Value.Construct> extensions = new ArrayList<>();

    TableReader(Tables tables, Bases bases) {
        this.tables = tables;
        this.bases = bases;
    }

    static boolean isConstraint(Value value) {
        return value instanceof Value.Construct construct && CONSTRAINTS.contains(Terms.name(Tables.unconditional(construct)));
    }

    /** Notes an extension of Flask, to whose metadata tables belong that name none. */
    void extension(Value.Construct call) {
        extensions.add(call);
    }

    void read(Value.Construct call) {
        List<Value> arguments = new ArrayList<>(call.arguments());
        Value name = arguments.isEmpty() ? call.keyword("name").orElse(Value.NONE) : arguments.removeFirst();
        Terms.text(name, "the table's name", call.at());
        MetadataModel metadata;
        if (!arguments.isEmpty() && !isPart(arguments.getFirst())) {
            metadata = bases.metadata(arguments.removeFirst(), call.at());
        } else if (call.keyword("metadata").isPresent()) {
            metadata = bases.metadata(call.keyword("metadata").get(), call.at());
        } else {
            metadata = ofExtension(call);
        }
        refuseReflection(call);
        var table = new TableModel(name, Tables.schema(call.keyword("schema"), metadata, call.at()), metadata, call.at());
        arguments.forEach(argument -> part(argument, table));
        call.keywords().forEach((keyword, value) -> {
            if (!NOTHING.contains(keyword) && !keyword.equals("schema") && !keyword.equals("metadata") && !keyword.equals("name")) {
                table.options().put(keyword, value);
            }
        });
        tables.made(call, tables.add(table));
    }

    /** {@code db.Table(...)} needs no metadata, as it has that of {@code db}. */
    private MetadataModel ofExtension(Value.Construct call) {
        List<MetadataModel> known = extensions.stream().map(each -> bases.metadata(new Value.Member(each, "metadata"), call.at())).distinct().toList();
        if (known.size() > 1) {
            throw new ModelFault(call.at(), "there are several SQLAlchemy() whose metadata differ; say the table's metadata");
        }
        return known.isEmpty() ? MetadataModel.PLAIN : known.getFirst();
    }

    private static boolean isPart(Value value) {
        return isConstraint(value) || Terms.isMade(value, "Column");
    }

    private static void refuseReflection(Value.Construct call) {
        Map<String, Value> keywords = call.keywords();
        if (keywords.containsKey("autoload_with") || keywords.containsKey("autoload")) {
            throw new ModelFault(call.at(), "the table's columns are read from a database when the program runs; write them out");
        }
        if (keywords.containsKey("**")) {
            throw Terms.fault(keywords.getOrDefault("**", Value.NONE), "what else is said of the table", call.at());
        }
    }

    private void part(Value argument, TableModel table) {
        switch (argument) {
            case Value.Construct column when Terms.isMade(column, "Column") -> table.add(ColumnReader.ofTable(column));
            case Value.Construct constraint when isConstraint(constraint) -> tables.attach(constraint, table);
            case Value.Nothing _ -> { }
            default -> throw Terms.fault(argument, "a part of table " + table.fullName(), table.at());
        }
    }
}
