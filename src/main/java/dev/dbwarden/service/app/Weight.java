package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;

/**
 * What a change by itself means for the data: how much it weighs, and what its rollback gives back.
 *
 * @param reversibility {@code exact}, or {@code structure_only} where rows or values do not come back
 */
record Weight(Severity severity, String reversibility) {
    static final Weight HARMLESS = new Weight(Severity.SAFE, "exact");
    private static final Weight NOTED = new Weight(Severity.INFO, "exact");
    private static final Weight BREAKING = new Weight(Severity.WARN, "exact");
    private static final Weight RISKY = new Weight(Severity.WARN, "structure_only");
    private static final Weight LOSING = new Weight(Severity.CRITICAL, "structure_only");

    static Weight of(Change change) {
        return switch (change) {
            case CreateObject _ -> HARMLESS;
            case DropObject(var object) -> ofDropped(object);
            case AlterObject(var before, var after) -> ofAltered(before, after);
            case RenameObject _ -> BREAKING;
            case AddPart(_, var part) -> ofAdded(part);
            case DropPart(_, var part) -> ofDropped(part);
            case AlterPart(_, var before, var after) -> before instanceof Column old && after instanceof Column column ? ofAltered(old, column) : NOTED;
            case RenamePart(_, var kind, _, _) -> kind == Kind.COLUMN ? BREAKING : HARMLESS;
            case RebuildTables _ -> NOTED;
        };
    }

    private static Weight ofDropped(SchemaObject object) {
        return switch (object) {
            case Table _ -> LOSING;
            case Sequence _ -> RISKY;
            default -> BREAKING;
        };
    }

    private static Weight ofAltered(SchemaObject before, SchemaObject after) {
        return before instanceof EnumType old && after instanceof EnumType type && !type.labels().containsAll(old.labels()) ? LOSING : NOTED;
    }

    private static Weight ofAdded(TablePart part) {
        return switch (part.kind()) {
            case COLUMN -> part instanceof Column column && !column.nullable() && column.defaultValue().isEmpty() && column.identity().isEmpty()
                    && column.generated().isEmpty() ? BREAKING : HARMLESS;
            case INDEX -> NOTED;
            default -> BREAKING;
        };
    }

    private static Weight ofDropped(TablePart part) {
        if (part instanceof Column column) {
            return column.generated().isPresent() ? BREAKING : LOSING;
        }
        return NOTED;
    }

    private static Weight ofAltered(Column before, Column after) {
        if (!before.type().equals(after.type())) {
            return isWidened(before.type(), after.type()) ? NOTED : RISKY;
        }
        return before.nullable() && !after.nullable() ? BREAKING : NOTED;
    }

    /** Whether a type only got longer: the same type with a greater first argument, or without one. */
    private static boolean isWidened(DataType before, DataType after) {
        return before.name().equals(after.name()) && length(after) >= length(before);
    }

    private static long length(DataType type) {
        int open = type.text().indexOf('(');
        if (open < 0) {
            return Long.MAX_VALUE;
        }
        long length = 0;
        for (int i = open + 1; i < type.text().length() && Character.digit(type.text().charAt(i), 10) >= 0 && length < 1L << 50; i++) {
            length = 10 * length + Character.digit(type.text().charAt(i), 10);
        }
        return length;
    }
}
