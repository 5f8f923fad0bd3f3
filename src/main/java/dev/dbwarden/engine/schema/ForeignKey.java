package dev.dbwarden.engine.schema;

import java.util.List;

/**
 * A reference from columns of one table to columns of {@code target}, paired by position.
 *
 * @param targetColumns empty where the dialect takes the target's primary key at run time (SQLite)
 * @param onDelete      the action in upper case; {@code NO ACTION} where none is given
 * @param options       {@code deferrable}, {@code initially_deferred}, {@code match}, {@code not_valid}: rows, or that there is a target at all, were not looked at
 */
public record ForeignKey(String name, List<String> columns, ObjectName target, List<String> targetColumns,
        String onDelete, String onUpdate, Options options) implements TablePart {
    public static final String NO_ACTION = "NO ACTION";

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    @Override
    public Kind kind() {
        return Kind.FOREIGN_KEY;
    }

    @Override
    public String key() {
        return name.isEmpty() ? columns + " -> " + target + targetColumns : name;
    }

    @Override
    public ForeignKey withName(String newName) {
        return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate, options);
    }

    public ForeignKey withOptions(Options newOptions) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, newOptions);
    }

    public ForeignKey withTarget(ObjectName newTarget, List<String> newTargetColumns) {
        return new ForeignKey(name, columns, newTarget, newTargetColumns, onDelete, onUpdate, options);
    }

    @Override
    public ForeignKey renameColumn(String from, String to) {
        return new ForeignKey(name, Words.rename(columns, from, to), target, targetColumns, onDelete, onUpdate, options);
    }

    ForeignKey renameTargetColumn(ObjectName table, String from, String to) {
        return target.equals(table) ? withTarget(target, Words.rename(targetColumns, from, to)) : this;
    }

    ForeignKey renameTarget(ObjectName from, ObjectName to) {
        return target.equals(from) ? withTarget(to, targetColumns) : this;
    }
}
