package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.lint.rule.TypeChange;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import java.util.Locale;

/** What the rollback of a change gives back. */
public enum Reversibility {
    /** Structure and data. */
    EXACT,
    /** The structure; rows or values that the change dropped or cut do not come back. */
    STRUCTURE_ONLY,
    /** There is no way back. No change of the model is like that; it is for what a dialect cannot take back. */
    IRREVERSIBLE;

    /** The word in an answer: {@code structure_only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reversibility of(Change change, String dialect) {
        boolean loses = switch (change) {
            case DropObject(var object) -> object instanceof Table || object instanceof Sequence;
            case DropPart(_, var part) -> part instanceof Column column && column.generated().isEmpty();
            case AlterObject(EnumType before, EnumType after) -> !after.labels().containsAll(before.labels());
            case AlterPart(_, Column before, Column after) -> !dialect.equals("sqlite") && loses(TypeChange.of(before, after));
            case RebuildTables(var before, var after) -> columns(after) < columns(before);
            case AlterObject _, AlterPart _, CreateObject _, AddPart _, RenameObject _, RenamePart _, RenameLabel _ -> false;
        };
        return loses ? STRUCTURE_ONLY : EXACT;
    }

    /** A value that had to be read from another type, such as {@code '007'} as a number, is not written back as it was. */
    private static boolean loses(TypeChange change) {
        return change.narrows() || change.mayFail();
    }

    private static long columns(java.util.List<Table> tables) {
        return tables.stream().mapToLong(table -> table.columns().size()).sum();
    }
}
