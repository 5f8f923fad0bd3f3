package dev.dbwarden.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index of a table or a materialized view.
 *
 * @param method  {@code btree}, {@code gin} ... in lower case; empty for the dialect's default
 * @param include columns that are stored but not searched
 * @param where   the predicate of a partial index
 * @param written the author's statement, for a dialect whose catalog keeps it
 */
public record Index(String name, boolean unique, String method, List<Key> keys, List<String> include,
        Optional<SqlText> where, Options options, Written written) implements TablePart {

    /**
     * One key of an index.
     *
     * @param column     the column's name, or empty where {@code expression} stands
     * @param expression the expression, without the parentheses around it
     * @param modifiers  what differs from the dialect's defaults, canonical and in the dialect's order: {@code text_pattern_ops DESC NULLS LAST}
     */
    public record Key(String column, Optional<SqlText> expression, String modifiers) {
        public static Key column(String name) {
            return new Key(name, Optional.empty(), "");
        }

        Key renameColumn(String from, String to) {
            return new Key(column.equals(from) ? to : column, expression.map(e -> Words.rename(e, from, to)), modifiers);
        }
    }

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /** The columns among its keys. */
    public List<String> columns() {
        var columns = new ArrayList<String>(keys.size());
        for (Key key : keys) {
            if (!key.column().isEmpty()) {
                columns.add(key.column());
            }
        }
        return columns;
    }

    /** The expressions in its keys and its predicate. */
    public List<SqlText> texts() {
        var texts = new ArrayList<SqlText>(1);
        for (Key key : keys) {
            key.expression().ifPresent(texts::add);
        }
        where.ifPresent(texts::add);
        return texts;
    }

    @Override
    public Kind kind() {
        return Kind.INDEX;
    }

    @Override
    public Index withName(String newName) {
        return new Index(newName, unique, method, keys, include, where, options, Written.NOT);
    }

    /** The index after its table has another name, which a kept statement follows where nothing else in it is called so. */
    Index renameTable(String from, String to) {
        return new Index(name, unique, method, keys, include, where, options, mentions(from) ? Written.NOT : written.rename(from, to));
    }

    private boolean mentions(String word) {
        return name.equals(word) || columns().contains(word) || texts().stream().anyMatch(text -> text.words().contains(word));
    }

    @Override
    public Index renameColumn(String from, String to) {
        return new Index(name, unique, method, keys.stream().map(key -> key.renameColumn(from, to)).toList(),
                Words.rename(include, from, to), where.map(w -> Words.rename(w, from, to)), options,
                written.renameColumn(from, to));
    }
}
