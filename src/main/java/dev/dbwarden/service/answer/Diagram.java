package dev.dbwarden.service.answer;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of two schemas, their columns and how they refer to each other, with what differs marked: what a drawing of them is made of. */
public record Diagram(List<Entity> entities, List<Relationship> relationships) {

    /** What became of a thing. What only got another name is changed. */
    public enum Mark { SAME, NEW, CHANGED, DROPPED }

    /**
     * A table.
     *
     * @param former what it was called, where that was something else
     */
    public record Entity(String name, Optional<String> former, Mark mark, List<Attribute> attributes) {}

    /**
     * A column.
     *
     * @param former what it was called, where that was something else
     * @param keys   {@code PK}, {@code FK}, {@code UK}
     */
    public record Attribute(String name, Optional<String> former, String type, boolean nullable, List<String> keys, Mark mark) {}

    /**
     * A foreign key.
     *
     * @param optional whether a row may refer to none
     * @param one      whether a row is referred to by one row at most
     */
    public record Relationship(String from, String to, String name, boolean optional, boolean one, Mark mark) {}

    static Diagram of(Former former, Schema after) {
        Schema before = former.schema();
        var entities = new ArrayList<Entity>();
        var relationships = new ArrayList<Relationship>();
        Stream.concat(before.tables(), after.tables()).map(Table::name).distinct().forEach(name -> {
            Optional<Table> old = before.table(name);
            Optional<Table> now = after.table(name);
            Optional<String> was = former.name(now.or(() -> old).orElseThrow().ref());
            List<Attribute> attributes = attributes(former, old, now);
            boolean renamed = was.isPresent() || attributes.stream().anyMatch(each -> each.former().isPresent());
            entities.add(new Entity(name.toString(), was, renamed ? Mark.CHANGED : mark(old, now), attributes));
            relationships.addAll(relationships(old, now));
        });
        return new Diagram(List.copyOf(entities), List.copyOf(relationships));
    }

    private static Mark mark(Optional<?> before, Optional<?> after) {
        if (before.isEmpty()) {
            return Mark.NEW;
        }
        if (after.isEmpty()) {
            return Mark.DROPPED;
        }
        return before.equals(after) ? Mark.SAME : Mark.CHANGED;
    }

    private static List<Attribute> attributes(Former former, Optional<Table> before, Optional<Table> after) {
        Set<String> names = new LinkedHashSet<>();
        after.ifPresent(table -> table.columns().forEach(column -> names.add(column.name())));
        before.ifPresent(table -> table.columns().forEach(column -> names.add(column.name())));
        return names.stream().map(name -> {
            Optional<Column> old = before.flatMap(table -> table.column(name));
            Optional<Column> now = after.flatMap(table -> table.column(name));
            Table table = now.isPresent() ? after.orElseThrow() : before.orElseThrow();
            Column column = now.or(() -> old).orElseThrow();
            Optional<String> was = former.name(Ref.column(table.name(), name));
            return new Attribute(name, was, column.type().toString(), column.nullable(), keys(table, name), was.isPresent() ? Mark.CHANGED : mark(old, now));
        }).toList();
    }

    private static List<String> keys(Table table, String column) {
        var keys = new ArrayList<String>();
        if (table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).contains(column)) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))) {
            keys.add("FK");
        }
        if (isUnique(table, List.of(column))) {
            keys.add("UK");
        }
        return keys;
    }

    private static boolean isUnique(Table table, List<String> columns) {
        return table.uniques().stream().map(Unique::columns).anyMatch(columns::equals)
                || table.indexes().stream().filter(index -> index.unique() && index.where().isEmpty() && index.keys().size() == columns.size()).map(Index::columns).anyMatch(columns::equals);
    }

    private static List<Relationship> relationships(Optional<Table> before, Optional<Table> after) {
        List<ForeignKey> old = before.map(Table::foreignKeys).orElse(List.of());
        List<ForeignKey> now = after.map(Table::foreignKeys).orElse(List.of());
        return Stream.concat(
                now.stream().map(key -> relationship(after.orElseThrow(), key, isAmong(old, key) ? Mark.SAME : Mark.NEW)),
                old.stream().filter(key -> !isAmong(now, key)).map(key -> relationship(before.orElseThrow(), key, Mark.DROPPED))).toList();
    }

    /** Whatever the key itself is called: a table that gets another name may give its keys others. */
    private static boolean isAmong(List<ForeignKey> keys, ForeignKey wanted) {
        return keys.stream().anyMatch(key -> key.withName("").equals(wanted.withName("")));
    }

    private static Relationship relationship(Table table, ForeignKey key, Mark mark) {
        boolean optional = key.columns().stream().anyMatch(name -> table.column(name).map(Column::nullable).orElse(true));
        boolean one = isUnique(table, key.columns()) || table.primaryKey().map(PrimaryKey::columns).filter(key.columns()::equals).isPresent();
        return new Relationship(table.name().toString(), key.target().toString(), key.name(), optional, one, mark);
    }
}
