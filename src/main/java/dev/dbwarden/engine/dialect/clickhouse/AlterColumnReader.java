package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what ALTER TABLE does to columns. */
record AlterColumnReader(ClickhouseCatalog catalog, TokenStream in, ObjectName name) {
    private Table table() {
        return catalog.table(name);
    }

    private Column column(String column) {
        return table().column(column).orElseThrow(() -> new IllegalArgumentException("no column " + column + " in table " + name));
    }

    private void put(Column column) {
        catalog.editor().edit(name, parts -> parts.map(part -> part.partKey().equals(column.partKey()) ? column : part));
    }

    void add() {
        boolean unlessExists = ClickhouseNames.ifExists(in);
        Column column = new ColumnReader(in).column();
        place(catalog.flattensNested() ? ColumnRules.flattened(column) : List.of(column), unlessExists);
    }

    /** Adds columns where FIRST or AFTER says, or behind the others. */
    private void place(List<Column> columns, boolean unlessExists) {
        boolean first = in.accept("FIRST");
        String after = !first && in.accept("AFTER") ? ClickhouseNames.column(in) : "";
        if (unlessExists && table().parts().find(columns.getFirst().partKey()).isPresent()) {
            return;
        }
        var all = new ArrayList<TablePart>(table().parts().stream().toList());
        int at = first ? 0 : (int) all.stream().filter(Column.class::isInstance).count();
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i) instanceof Column column && column.name().equals(after) ? i + 1 : at;
        }
        all.addAll(at, columns);
        Parts placed = Parts.of(all);
        catalog.editor().edit(name, _ -> placed);
    }

    void statistics() {
        var columns = new ArrayList<String>();
        do {
            columns.add(ClickhouseNames.column(in));
        } while (in.accept(","));
        in.expect("TYPE");
        String kinds = new ClauseSpelling(in).statistics();
        columns.forEach(each -> put(column(each).withOptions(column(each).options().with("statistics", kinds))));
    }

    void withoutStatistics() {
        do {
            Column column = column(ClickhouseNames.column(in));
            put(column.withOptions(column.options().without("statistics")));
        } while (in.accept(","));
    }

    void rename() {
        boolean ifExists = ClickhouseNames.ifExists(in);
        String from = ClickhouseNames.column(in);
        in.expect("TO");
        String to = ClickhouseNames.column(in);
        if (!ifExists || table().column(from).isPresent()) {
            catalog.editor().renameColumn(name, from, to);
        }
    }

    void comment() {
        ClickhouseNames.ifExists(in);
        Column column = column(ClickhouseNames.column(in));
        put(column.withComment(Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty())));
    }

    /** Drops a column, or all arrays of a Nested one. */
    void drop() {
        boolean ifExists = ClickhouseNames.ifExists(in);
        String column = ClickhouseNames.column(in);
        List<Column> dropped = table().columns().stream().filter(each -> each.name().equals(column) || each.name().startsWith(column + ".")).toList();
        if (dropped.isEmpty() && !ifExists) {
            throw new IllegalArgumentException("no column " + column + " in table " + name);
        }
        dropped.forEach(each -> catalog.editor().edit(name, parts -> parts.without(each)));
    }

    void modify() {
        boolean ifExists = ClickhouseNames.ifExists(in);
        String columnName = ClickhouseNames.column(in);
        if (ifExists && table().column(columnName).isEmpty()) {
            in.skipUntil(",", "SETTINGS");
            return;
        }
        Column before = column(columnName);
        in.accept("TYPE");
        Column after = in.atAny("REMOVE", "MODIFY", "RESET") ? before : new ColumnReader(in).changed(before);
        if (in.accept("REMOVE")) {
            after = removed(before);
        } else if (in.accept("MODIFY", "SETTING")) {
            after = before.withOptions(before.options().with("settings", String.join(", ", new ExpressionSpelling(in).list(";"))));
        } else if (in.accept("RESET", "SETTING")) {
            in.skipUntil("SETTINGS");
            after = before.withOptions(before.options().without("settings"));
        }
        put(after);
        place();
    }

    private Column removed(Column column) {
        if (in.accept("DEFAULT")) {
            return column.withDefault(Optional.empty());
        }
        if (in.accept("MATERIALIZED") || in.accept("ALIAS")) {
            return column.withGenerated(Optional.empty());
        }
        if (in.accept("COMMENT")) {
            return column.withComment(Optional.empty());
        }
        String option = in.next().text().toLowerCase(Locale.ROOT);
        return column.withOptions(column.options().without(option));
    }

    /** Where something goes; the order of columns is not compared. */
    void place() {
        if (!in.accept("FIRST") && in.accept("AFTER")) {
            ClickhouseNames.column(in);
        }
    }
}
