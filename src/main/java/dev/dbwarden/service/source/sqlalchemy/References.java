package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What constraints refer to: columns of their table by key, columns of others by name or by object. */
final class References {
    private final Tables tables;

    References(Tables tables) {
        this.tables = tables;
    }

    /** The columns of a constraint's own table: of {@code ForeignKeyConstraint} its first list, of others all its arguments. */
    List<ColumnModel> columns(Value.Construct constraint, TableModel table) {
        List<Value> named = Terms.isMade(constraint, "ForeignKeyConstraint") ? list(constraint, 0, "columns") : constraint.arguments();
        return named.stream().map(value -> column(value, table, constraint.at())).toList();
    }

    ColumnModel column(Value value, TableModel table, Location at) {
        Optional<String> key = value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
        if (key.isPresent()) {
            return table.column(key.get()).or(() -> table.columnNamed(key.get()))
                    .orElseThrow(() -> new ModelFault(at, "table " + table.fullName() + " has no column '" + key.get() + "'"));
        }
        return tables.column(value, Optional.of(table)).orElseThrow(() -> Terms.fault(value, "a column of " + table.fullName(), at));
    }

    private static List<Value> list(Value.Construct constraint, int position, String keyword) {
        Value value = constraint.argument(position, keyword).orElse(Value.NONE);
        if (value instanceof Value.Sequence(_, var items)) {
            return items;
        }
        throw Terms.fault(value, "the " + keyword + " of the foreign key", constraint.at());
    }

    /** What a {@code ForeignKey} refers to. */
    Tables.Place target(Value.Construct foreignKey) {
        return target(foreignKey.argument(0, "column").orElse(Value.NONE), foreignKey.at());
    }

    List<Tables.Place> targets(Value.Construct constraint) {
        var targets = new ArrayList<Tables.Place>();
        list(constraint, 1, "refcolumns").forEach(value -> targets.add(target(value, constraint.at())));
        return targets;
    }

    private Tables.Place target(Value value, Location at) {
        Optional<String> text = Terms.text(value);
        Tables.Place place = text.map(each -> named(each, at)).or(() -> tables.place(value, Optional.empty())).orElseThrow(() -> Terms.fault(value, "what the foreign key refers to", at));
        Optional<ColumnModel> column = place.table().column(place.key()).or(() -> place.table().columnNamed(place.key()));
        return column.map(each -> new Tables.Place(place.table(), each.key()))
                .orElseThrow(() -> new ModelFault(at, "the foreign key refers to column '" + place.key() + "', which table " + place.table().fullName() + " does not have"));
    }

    private Tables.Place named(String target, Location at) {
        int dot = target.lastIndexOf('.');
        if (dot < 0) {
            throw new ModelFault(at, "the foreign key refers to '" + target + "'; name table and column, as in 'users.id'");
        }
        String table = target.substring(0, dot);
        return new Tables.Place(inDefaultSchema(table).or(() -> tables.named(table))
                .orElseThrow(() -> new ModelFault(at, "the foreign key refers to table '" + table + "', which is in none of the files that were sent")), target.substring(dot + 1));
    }

    /** A bare name is looked up in the schema of the metadata. */
    private Optional<TableModel> inDefaultSchema(String table) {
        return table.contains(".") ? Optional.empty()
                : tables.all().stream().filter(each -> each.nameText().equals(table) && each.schema().equals(each.metadata().schema())).findFirst();
    }
}
