package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A table while a statement makes or alters it. Names of its parts have no case; the order of its columns counts. */
final class TableDraft {
    /** As many columns has a table at most (MySQL manual, 10.4.7), and none has more constraints: the order of its parts takes the square of their number. */
    private static final int MOST_PARTS = 4_096;

    final ObjectName name;
    private final List<TablePart> parts = new ArrayList<>();
    private Options options = Options.NONE;
    private Optional<String> comment = Optional.empty();

    TableDraft(ObjectName name) {
        this.name = name;
    }

    static TableDraft of(Table table) {
        var draft = new TableDraft(table.name());
        table.parts().forEach(draft.parts::add);
        draft.options = table.options();
        draft.comment = table.comment();
        return draft;
    }

    /** Fails with {@link IllegalArgumentException} where two parts have one name. */
    Table table() {
        return new Table(name, Parts.of(parts), options, comment);
    }

    /** Gives names to what has none, and adds the indexes that foreign keys bring along, whose names go into {@code made}. */
    void complete(Set<String> made, Variant variant) {
        List<TablePart> complete = GivenNames.of(new ImplicitKeys(parts, variant).complete(made), name, variant);
        parts.clear();
        parts.addAll(complete);
    }

    List<TablePart> parts() {
        return parts;
    }

    Options options() {
        return options;
    }

    void option(String option, String value) {
        options = value.isEmpty() ? options.without(option) : options.with(option, value);
    }

    void comment(String text) {
        comment = Optional.of(text).filter(each -> !each.isEmpty());
    }

    void add(TablePart part) {
        if (part instanceof PrimaryKey && parts.stream().anyMatch(PrimaryKey.class::isInstance)) {
            throw new IllegalArgumentException("table " + name + " has two primary keys; leave one of them out");
        }
        append(part);
    }

    /** Adds a column, or puts another in the place of one; {@code place} is FIRST, AFTER a column, or empty. */
    void place(Column column, Optional<Column> before, Place place) {
        int at = before.map(parts::indexOf).orElse(-1);
        if (at >= 0) {
            parts.set(at, column);
        } else if (find(column.name()).isPresent()) {
            throw new IllegalArgumentException("table " + name + " has two columns named " + column.name());
        } else {
            append(column);
        }
        if (place.isGiven()) {
            parts.remove(column);
            parts.add(place.after().map(after -> parts.indexOf(column(after)) + 1).orElse(0), column);
        }
    }

    private void append(TablePart part) {
        if (parts.size() >= MOST_PARTS) {
            throw new IllegalArgumentException("table " + name + " has more than " + MOST_PARTS + " columns, constraints and indexes, which no server makes; leave some out");
        }
        parts.add(part);
    }

    /** Where a column goes. */
    record Place(boolean first, Optional<String> after) {
        static final Place ANY = new Place(false, Optional.empty());

        boolean isGiven() {
            return first || after.isPresent();
        }
    }

    Optional<Column> find(String column) {
        return parts.stream().filter(part -> part instanceof Column && part.name().equalsIgnoreCase(column)).map(Column.class::cast).findFirst();
    }

    Column column(String column) {
        return find(column).orElseThrow(() -> new IllegalArgumentException("no column " + column + " in table " + name));
    }

    /** Drops a column, and with it its place in indexes (MySQL manual, 15.1.9). */
    void drop(Column column) {
        parts.remove(column);
        parts.removeIf(part -> part instanceof Check check && check.options().find("column").filter(column.name()::equals).isPresent());
        parts.replaceAll(part -> switch (part) {
            case PrimaryKey key -> new PrimaryKey(key.name(), without(key.columns(), column), key.options());
            case Unique unique -> new Unique(unique.name(), without(unique.columns(), column), unique.options());
            case Index index -> new Index(index.name(), index.unique(), index.method(), index.keys().stream().filter(key -> !key.column().equalsIgnoreCase(column.name())).toList(),
                    index.include(), index.where(), index.options(), index.written());
            default -> part;
        });
        parts.removeIf(part -> part instanceof PrimaryKey key && key.columns().isEmpty() || part instanceof Unique unique && unique.columns().isEmpty()
                || part instanceof Index index && index.keys().isEmpty());
    }

    private static List<String> without(List<String> columns, Column column) {
        return columns.stream().filter(each -> !each.equalsIgnoreCase(column.name())).toList();
    }

    /** Drops the index of that name, unique or not. */
    void dropIndex(String index) {
        drop("index " + index, part -> (part instanceof Index || part instanceof Unique) && part.name().equalsIgnoreCase(index));
    }

    void dropForeignKey(String key) {
        drop("foreign key " + key, part -> part instanceof ForeignKey && part.name().equalsIgnoreCase(key));
    }

    /** Drops what {@code DROP CONSTRAINT} finds by that name. */
    void dropConstraint(String constraint) {
        drop("constraint " + constraint, part -> (part instanceof Check check && !check.options().has("column") || part instanceof ForeignKey || part instanceof Unique)
                && part.name().equalsIgnoreCase(constraint));
    }

    void dropPrimaryKey() {
        drop("primary key", PrimaryKey.class::isInstance);
    }

    private void drop(String what, Predicate<TablePart> which) {
        TablePart found = parts.stream().filter(which).findFirst().orElseThrow(() -> new IllegalArgumentException("no " + what + " in table " + name));
        parts.remove(found);
    }

    void renameIndex(String from, String to) {
        TablePart index = parts.stream().filter(part -> (part instanceof Index || part instanceof Unique) && part.name().equalsIgnoreCase(from)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no index " + from + " in table " + name));
        parts.set(parts.indexOf(index), index.withName(to));
    }

    void replace(TablePart before, TablePart after) {
        parts.set(parts.indexOf(before), after);
    }

    /** Drops the condition that stands at a column: a definition without it does not keep it. */
    void dropColumnCheck(String column) {
        parts.removeIf(part -> part instanceof Check check && check.options().find("column").filter(column::equalsIgnoreCase).isPresent());
    }
}
