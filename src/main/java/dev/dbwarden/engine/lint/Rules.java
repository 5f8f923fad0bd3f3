package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.lint.rule.ApartFromTransaction;
import dev.dbwarden.engine.lint.rule.AttributeDropped;
import dev.dbwarden.engine.lint.rule.CascadingChildren;
import dev.dbwarden.engine.lint.rule.CastMayFail;
import dev.dbwarden.engine.lint.rule.CheckAdded;
import dev.dbwarden.engine.lint.rule.CollationChanged;
import dev.dbwarden.engine.lint.rule.ColumnDropped;
import dev.dbwarden.engine.lint.rule.ColumnRenamed;
import dev.dbwarden.engine.lint.rule.ConstraintCheckedUnderLock;
import dev.dbwarden.engine.lint.rule.ConstraintIndexBuiltUnderLock;
import dev.dbwarden.engine.lint.rule.DroppedWhileRead;
import dev.dbwarden.engine.lint.rule.DuplicateIndex;
import dev.dbwarden.engine.lint.rule.EnumLabelAdded;
import dev.dbwarden.engine.lint.rule.EnumLabelDropped;
import dev.dbwarden.engine.lint.rule.EnumLabelUsed;
import dev.dbwarden.engine.lint.rule.ExclusionAdded;
import dev.dbwarden.engine.lint.rule.ForeignKeyAdded;
import dev.dbwarden.engine.lint.rule.ForeignKeyDropped;
import dev.dbwarden.engine.lint.rule.ForeignKeyWithoutIndex;
import dev.dbwarden.engine.lint.rule.ImplicitCommit;
import dev.dbwarden.engine.lint.rule.IndexBuiltUnderLock;
import dev.dbwarden.engine.lint.rule.IndexDroppedUnderLock;
import dev.dbwarden.engine.lint.rule.KeyMayOverflow;
import dev.dbwarden.engine.lint.rule.LabelsReordered;
import dev.dbwarden.engine.lint.rule.LockHeldMeanwhile;
import dev.dbwarden.engine.lint.rule.NamingPattern;
import dev.dbwarden.engine.lint.rule.NoLockTimeout;
import dev.dbwarden.engine.lint.rule.NoPrimaryKey;
import dev.dbwarden.engine.lint.rule.NotNullCheckedUnderLock;
import dev.dbwarden.engine.lint.rule.NotNullSet;
import dev.dbwarden.engine.lint.rule.NotValidatedYet;
import dev.dbwarden.engine.lint.rule.ObjectDropped;
import dev.dbwarden.engine.lint.rule.ObjectRenamed;
import dev.dbwarden.engine.lint.rule.OutsideReferred;
import dev.dbwarden.engine.lint.rule.PartsMutated;
import dev.dbwarden.engine.lint.rule.PrimaryKeyAdded;
import dev.dbwarden.engine.lint.rule.RecreatedEmpty;
import dev.dbwarden.engine.lint.rule.RedundantIndex;
import dev.dbwarden.engine.lint.rule.RenameLikely;
import dev.dbwarden.engine.lint.rule.RequiredColumnAdded;
import dev.dbwarden.engine.lint.rule.RequiredUnderOldVersion;
import dev.dbwarden.engine.lint.rule.ReservedWord;
import dev.dbwarden.engine.lint.rule.RowsCollapse;
import dev.dbwarden.engine.lint.rule.RowsCopied;
import dev.dbwarden.engine.lint.rule.SchemaDropped;
import dev.dbwarden.engine.lint.rule.StoredGeneratedAdded;
import dev.dbwarden.engine.lint.rule.TableCopied;
import dev.dbwarden.engine.lint.rule.TableDropped;
import dev.dbwarden.engine.lint.rule.TableRebuilt;
import dev.dbwarden.engine.lint.rule.TableUnlogged;
import dev.dbwarden.engine.lint.rule.TimestampWithoutZone;
import dev.dbwarden.engine.lint.rule.TypeChangeRewrites;
import dev.dbwarden.engine.lint.rule.TypeNarrowed;
import dev.dbwarden.engine.lint.rule.UniqueAdded;
import dev.dbwarden.engine.lint.rule.VolatileDefaultAdded;
import java.util.List;

/**
 * The rules, in the order of their codes: {@code DW1xx} data is lost, {@code DW2xx} may fail on rows, {@code DW3xx} breaks those who use
 * the schema, {@code DW4xx} PostgreSQL's locks, {@code DW5xx} MySQL and MariaDB, {@code DW6xx} SQLite, {@code DW7xx} ClickHouse,
 * {@code DW9xx} good habits.
 */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new TableDropped(), new ColumnDropped(), new SchemaDropped(), new EnumLabelDropped(), new TypeNarrowed(), new RenameLikely(),
            new RecreatedEmpty(), new AttributeDropped(), new RequiredColumnAdded(), new NotNullSet(), new UniqueAdded(), new PrimaryKeyAdded(),
            new ExclusionAdded(), new CheckAdded(), new ForeignKeyAdded(), new CastMayFail(), new ColumnRenamed(), new ObjectRenamed(), new ObjectDropped(),
            new ForeignKeyDropped(), new DroppedWhileRead(), new RequiredUnderOldVersion(), new IndexBuiltUnderLock(),
            new ConstraintCheckedUnderLock(), new ConstraintIndexBuiltUnderLock(), new NotNullCheckedUnderLock(), new TypeChangeRewrites(),
            new VolatileDefaultAdded(), new StoredGeneratedAdded(), new EnumLabelAdded(), new EnumLabelUsed(), new ApartFromTransaction(),
            new LockHeldMeanwhile(), new NoLockTimeout(), new ForeignKeyWithoutIndex(), new IndexDroppedUnderLock(), new NotValidatedYet(),
            new TableUnlogged(), new OutsideReferred(), new TableCopied(), new LabelsReordered(), new CollationChanged(), new ImplicitCommit(), new TableRebuilt(),
            new CascadingChildren(), new RowsCollapse(), new RowsCopied(), new PartsMutated(), new NoPrimaryKey(), new DuplicateIndex(),
            new RedundantIndex(), new KeyMayOverflow(), new TimestampWithoutZone(), new ReservedWord(), new NamingPattern());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
