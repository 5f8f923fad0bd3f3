package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import java.util.ArrayList;
import java.util.List;

/** The whole schema in one spelling, with a problem for each thing that ClickHouse has no way to keep. */
final class ClickhouseSchemaRules {
    private final List<Problem> problems;

    ClickhouseSchemaRules(List<Problem> problems) {
        this.problems = problems;
    }

    Schema normal(Schema raw) {
        var objects = new ArrayList<SchemaObject>();
        raw.objects().forEach(object -> objects.add(normal(object)));
        return problems.isEmpty() ? Schema.of(objects) : Schema.EMPTY;
    }

    private SchemaObject normal(SchemaObject object) {
        return switch (object) {
            case Table table -> table(table);
            case View view -> new View(view.name(), view.materialized(), view.columns(), view.query(), view.parts(), TableOptions.of(view.options()), view.comment(), view.written());
            case EnumType _, Domain _, Sequence _, Extension _ -> unsupported(object);
            default -> object;
        };
    }

    private SchemaObject unsupported(SchemaObject object) {
        String section = switch (object) {
            case EnumType _ -> "/enums/";
            case Domain _ -> "/domains/";
            case Sequence _ -> "/sequences/";
            default -> "/extensions/";
        };
        problems.add(Problem.at(section + token(object.name().toString()), "ClickHouse has no " + object.ref().kind() + ": leave "
                + object.name() + " out" + (object instanceof EnumType ? ", and write the values at the column: Enum8('a' = 1)" : "")));
        return object;
    }

    private Table table(Table table) {
        String pointer = "/tables/" + token(table.name().toString());
        refuse(table, pointer);
        try {
            var columns = new ArrayList<TablePart>();
            for (Column column : table.columns()) {
                columns.addAll(ColumnRules.normal(column, table));
            }
            table.parts().stream().filter(part -> !(part instanceof Column)).forEach(columns::add);
            return new TableOptions(table.withParts(Parts.of(columns))).normal();
        } catch (IllegalArgumentException | SqlException contradiction) {
            problems.add(Problem.at(pointer, String.valueOf(contradiction.getMessage())));
            return table;
        }
    }

    private void refuse(Table table, String pointer) {
        List<ForeignKey> keys = table.foreignKeys();
        for (int i = 0; i < keys.size(); i++) {
            problems.add(Problem.at(pointer + "/foreign_keys/" + i, "table %s: ClickHouse has no foreign keys; leave out the one from (%s) to %s"
                    .formatted(table.name(), String.join(", ", keys.get(i).columns()), keys.get(i).target())));
        }
        List<Unique> uniques = table.uniques();
        for (int i = 0; i < uniques.size(); i++) {
            problems.add(Problem.at(pointer + "/uniques/" + i, "table %s: ClickHouse has no unique constraints; leave out the one over (%s), or let ReplacingMergeTree keep the last row of each key"
                    .formatted(table.name(), String.join(", ", uniques.get(i).columns()))));
        }
        table.indexes().stream().filter(index -> index.unique()).forEach(index -> problems.add(Problem.at(pointer + "/indexes",
                "table %s: ClickHouse has no unique indexes; index %s cannot be one".formatted(table.name(), index.name()))));
        table.columns().stream().filter(column -> column.identity().isPresent() || column.options().has("autoincrement")).forEach(column ->
                problems.add(Problem.at(pointer + "/columns/" + token(column.name()), "column %s.%s: ClickHouse numbers no rows; leave autoincrement out".formatted(table.name(), column.name()))));
    }

    private static String token(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
