package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.Fragment;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of a table that are not columns: keys, constraints, indexes. */
final class PartReader {
    private final Meaning meaning;
    private final Mistakes mistakes;

    PartReader(Meaning meaning, Mistakes mistakes) {
        this.meaning = meaning;
        this.mistakes = mistakes;
    }

    PrimaryKey primaryKey(Fields fields) {
        return new PrimaryKey(fields.text("name").orElse(""), columns(fields), options(fields));
    }

    Unique unique(Fields fields) {
        return new Unique(fields.text("name").orElse(""), columns(fields), options(fields));
    }

    /** A check as an object, or as its bare expression. */
    Optional<Check> check(Path at, JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(new Check("", meaning.expression(node.textValue(), at), Options.NONE));
        }
        return Fields.of(node, Keys.CHECK, at, mistakes).map(fields -> new Check(fields.text("name").orElse(""),
                meaning.expression(fields.required("expression"), fields.at("expression")), options(fields)));
    }

    Exclusion exclusion(Fields fields) {
        return new Exclusion(fields.text("name").orElse(""), meaning.clause(fields.required("definition"), fields.at("definition")));
    }

    ForeignKey foreignKey(Fields fields) {
        return foreignKey(fields, columns(fields));
    }

    ForeignKey foreignKey(Fields fields, List<String> columns) {
        String target = fields.required("referenced_table");
        List<String> targetColumns = fields.texts("referenced_columns");
        if (!targetColumns.isEmpty() && targetColumns.size() != columns.size()) {
            fields.mistake("referenced_columns", "%d columns refer to %d; they are paired by position".formatted(columns.size(), targetColumns.size()));
        }
        return new ForeignKey(fields.text("name").orElse(""), columns, meaning.name(target, fields.at("referenced_table")), targetColumns,
                action(fields, "on_delete"), action(fields, "on_update"), options(fields));
    }

    /** A reference as a column has it: {@code parent(id)}, or {@code parent} for its primary key. */
    ForeignKey reference(String column, Fields fields, String field, String text) {
        int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        String target = open < 0 ? text : text.substring(0, open).strip();
        List<String> targetColumns = open < 0 ? List.of() : List.of(text.substring(open + 1, text.length() - 1).strip());
        return new ForeignKey("", List.of(column), meaning.name(target, fields.at(field)), targetColumns,
                action(fields, "on_delete"), action(fields, "on_update"), Options.NONE);
    }

    private String action(Fields fields, String name) {
        String action = fields.text(name).map(text -> text.strip().toUpperCase(Locale.ROOT)).orElse(ForeignKey.NO_ACTION);
        return switch (action) {
            case "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT" -> action;
            // PostgreSQL 15 and later take the columns to set: ON DELETE SET NULL (author_id)
            case String listed when listed.startsWith("SET NULL (") || listed.startsWith("SET DEFAULT (") -> meaning.taken(Fragment.CLAUSE, fields.text(name).orElse("").strip(), fields.at(name));
            default -> {
                fields.mistake(name, "'" + action + "' is no action; write NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT");
                yield ForeignKey.NO_ACTION;
            }
        };
    }

    Index index(Fields fields) {
        List<Index.Key> keys = fields.has("keys") ? keys(fields) : columns(fields).stream().map(Index.Key::column).toList();
        Optional<SqlText> where = fields.text("where").map(sql -> meaning.expression(sql, fields.at("where")));
        return new Index(fields.text("name").orElse(""), fields.flag("unique", false), fields.text("method").orElse(""), keys,
                fields.texts("include"), where, options(fields), written(fields));
    }

    private List<Index.Key> keys(Fields fields) {
        var keys = new ArrayList<Index.Key>();
        fields.items("keys", (at, node) -> {
            if (node.isTextual()) {
                keys.add(Index.Key.column(node.textValue()));
                return;
            }
            Fields.of(node, Keys.INDEX_KEY, at, mistakes).ifPresent(key -> keys.add(key(key)));
        });
        if (keys.isEmpty()) {
            fields.mistake("keys", "an index needs a key");
        }
        return keys;
    }

    private Index.Key key(Fields fields) {
        String column = fields.text("column").orElse("");
        Optional<SqlText> expression = fields.text("expression").map(sql -> meaning.expression(sql, fields.at("expression")));
        if (column.isEmpty() == expression.isEmpty()) {
            mistakes.add(fields.at(), "a key is either a column or an expression");
        }
        return new Index.Key(column, expression, fields.text("modifiers").map(sql -> meaning.taken(Fragment.ITEM, sql, fields.at("modifiers"))).orElse(""));
    }

    private List<String> columns(Fields fields) {
        List<String> columns = fields.texts("columns");
        if (columns.isEmpty()) {
            mistakes.add(fields.at(), "'columns' is missing or empty");
        }
        return columns;
    }

    static Written written(Fields fields) {
        return fields.text("sql").map(Written::new).orElse(Written.NOT);
    }

    static Options options(Fields fields) {
        Map<String, String> values = fields.map("options");
        return values.isEmpty() ? Options.NONE : new Options(values);
    }
}
