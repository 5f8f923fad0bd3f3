package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One ALTER TABLE from a table to what it becomes, under the same name: drops, then columns, then keys, then options, then partitions. */
final class AlterTable {
    private final Table before;
    private final Table after;
    private final Variant variant;
    private final TableDdl ddl;
    private final Effort effort;
    private final List<String> actions = new ArrayList<>();
    /** Without it the server changes no column of a table whose rows have a history (MariaDB knowledge base, System-Versioned Tables); the history gets the change too. */
    static final String WITH_HISTORY = "SET STATEMENT system_versioning_alter_history = KEEP FOR ";
    private final Set<String> replaced = new HashSet<>();

    AlterTable(Table before, Table after, Variant variant) {
        this.before = before;
        this.after = after;
        this.variant = variant;
        this.ddl = new TableDdl(after, variant);
        this.effort = new Effort(before, after);
    }

    Statement statement() {
        after.columns().stream().filter(column -> before.column(column.name()).filter(old -> isReplaced(old, column)).isPresent()).forEach(column -> replaced.add(column.name()));
        Map<TablePart, TablePart> renames = renames();
        drops(renames);
        columns();
        shownOrHidden().forEach(index -> actions.add(TableDdl.sql("ALTER INDEX").name(index.name()).words(index.options().has("invisible") ? variant.ignoredIndex() : variant.usedIndex()).toString()));
        renames.forEach((from, to) -> actions.add(TableDdl.sql("RENAME INDEX").name(from.name()).words("TO").name(to.name()).toString()));
        after.parts().stream().filter(part -> isNew(part) && !renames.containsValue(part) && !isShownOrHidden(part)).forEach(part -> actions.add("ADD " + ddl.part(part)));
        options();
        String partitions = partitions();
        String start = (isVersioned(before) && isVersioned(after) ? WITH_HISTORY : "") + TableDdl.sql("ALTER TABLE", after.name());
        String text = actions.size() == 1 && partitions.isEmpty() ? start + " " + actions.getFirst()
                : start + (actions.isEmpty() ? "" : "\n    " + String.join(",\n    ", actions)) + (partitions.isEmpty() ? "" : "\n    " + partitions);
        Work work = effort.of(replaced);
        return Statement.of(text).outsideTransaction().locking(work.words()).rewriting(work.rewrites());
    }

    static boolean isVersioned(Table table) {
        return table.options().has("system_versioning");
    }

    /** A computed column does not change over to another kind in place (MySQL manual, 15.1.9.2; MariaDB knowledge base, Generated Columns). */
    private static boolean isReplaced(Column old, Column column) {
        return !old.generated().equals(column.generated()) && (column.generated().isPresent() || old.generated().filter(generated -> !generated.stored()).isPresent());
    }

    private void drops(Map<TablePart, TablePart> renames) {
        for (TablePart part : before.parts()) {
            if (!(part instanceof Column) && !TableDdl.isColumnCheck(part) && isGone(part) && !renames.containsKey(part) && after.parts().find(part.partKey()).filter(this::isShownOrHidden).isEmpty()) {
                actions.add(drop(part));
            }
        }
        for (Column column : before.columns()) {
            if (after.column(column.name()).isEmpty() || replaced.contains(column.name())) {
                actions.add(TableDdl.sql("DROP COLUMN").name(column.name()).toString());
            }
        }
    }

    private static String drop(TablePart part) {
        return switch (part) {
            case PrimaryKey _ -> "DROP PRIMARY KEY";
            case ForeignKey key -> TableDdl.sql("DROP FOREIGN KEY").name(key.name()).toString();
            case Check check -> TableDdl.sql("DROP CONSTRAINT").name(check.name()).toString();
            default -> TableDdl.sql("DROP INDEX").name(part.name()).toString();
        };
    }

    /** Whether a part is not there any more as it was: an index over a column that is made anew has to be made anew. */
    private boolean isGone(TablePart part) {
        return after.parts().find(part.partKey()).filter(part::equals).isEmpty() || onReplaced(part) || comesAlong(part);
    }

    private boolean isNew(TablePart part) {
        return !(part instanceof Column) && !TableDdl.isColumnCheck(part) && (before.parts().find(part.partKey()).filter(part::equals).isEmpty() || onReplaced(part) || comesAlong(part));
    }

    /** An index that a server made for a foreign key is replaced by one with the next key's name, unless it is made anew beside that one (mysql_prepare_create_table in sql_table.cc). */
    private boolean comesAlong(TablePart part) {
        return part instanceof Index index && after.foreignKeys().stream().anyMatch(key -> isOver(index, key) && before.parts().find(key.partKey()).isEmpty());
    }

    /** Whether an index is what a server makes for a foreign key, but for its name. */
    static boolean isOver(Index index, ForeignKey key) {
        return !index.unique() && index.method().isEmpty() && index.keys().stream().allMatch(each -> each.modifiers().isEmpty() && each.expression().isEmpty()) && index.columns().equals(key.columns());
    }

    private boolean onReplaced(TablePart part) {
        return !replaced.isEmpty() && switch (part) {
            case PrimaryKey key -> key.columns().stream().anyMatch(replaced::contains);
            case Unique unique -> unique.columns().stream().anyMatch(replaced::contains);
            case Index index -> index.columns().stream().anyMatch(replaced::contains);
            case Check check -> check.condition().words().stream().anyMatch(replaced::contains);
            default -> false;
        };
    }

    /** Indexes that the optimizer only has to look at, or not; MariaDB takes one that is dropped and made again beside it for the same, and leaves it as it is. */
    private List<Index> shownOrHidden() {
        return after.indexes().stream().filter(this::isShownOrHidden).toList();
    }

    private boolean isShownOrHidden(TablePart part) {
        return part instanceof Index index && !onReplaced(index) && before.parts().find(index.partKey()).filter(old -> !old.equals(index)
                && withoutVisibility((Index) old).equals(withoutVisibility(index))).isPresent();
    }

    private static Index withoutVisibility(Index index) {
        return new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), index.options().without("invisible"), index.written());
    }

    /** Indexes that only got another name. */
    private Map<TablePart, TablePart> renames() {
        var gone = new HashMap<TablePart, TablePart>();
        before.parts().stream().filter(part -> (part instanceof Index || part instanceof Unique) && isGone(part) && !onReplaced(part)
                && after.parts().find(part.partKey()).isEmpty()).forEach(part -> gone.put(part.withName(""), part));
        var renames = new java.util.LinkedHashMap<TablePart, TablePart>();
        after.parts().stream().filter(part -> (part instanceof Index || part instanceof Unique) && isNew(part) && before.parts().find(part.partKey()).isEmpty()).forEach(part -> {
            TablePart old = gone.remove(part.withName(""));
            if (old != null) {
                renames.put(old, part);
            }
        });
        return renames;
    }

    private void columns() {
        String last = "";
        for (Column column : after.columns()) {
            Optional<Column> old = before.column(column.name()).filter(_ -> !replaced.contains(column.name()));
            if (old.isEmpty()) {
                actions.add("ADD COLUMN " + ddl.column(column) + place(column, last));
            } else if (!old.get().equals(column) || !columnCheck(before, column).equals(columnCheck(after, column))) {
                actions.add("MODIFY COLUMN " + ddl.column(column));
            }
            last = column.name();
        }
    }

    private static Optional<TablePart> columnCheck(Table table, Column column) {
        return table.parts().find(new PartKey(Kind.CHECK, column.name())).filter(TableDdl::isColumnCheck);
    }

    /** Where a new column goes, unless that is the end. */
    private String place(Column column, String last) {
        List<Column> columns = after.columns();
        boolean moreOld = columns.subList(columns.indexOf(column) + 1, columns.size()).stream().anyMatch(next -> before.column(next.name()).isPresent() && !replaced.contains(next.name()));
        return !moreOld ? "" : last.isEmpty() ? " FIRST" : " AFTER " + Mysql.QUOTING.name(last);
    }

    private void options() {
        after.options().values().forEach((name, value) -> {
            if (!before.options().find(name).filter(value::equals).isPresent()) {
                TableDdl.option(name, value).ifPresent(text -> actions.add(name.equals("system_versioning") ? "ADD SYSTEM VERSIONING" : text));
            }
        });
        before.options().values().forEach((name, _) -> {
            if (!after.options().has(name)) {
                reset(name).ifPresent(actions::add);
            }
        });
        if (!before.comment().equals(after.comment())) {
            actions.add("COMMENT=" + Mysql.QUOTING.literal(after.comment().orElse("")));
        }
    }

    private static Optional<String> reset(String option) {
        return switch (option) {
            case TableAttributes.PARTITIONS -> Optional.empty();
            case TableAttributes.ENGINE -> Optional.of("ENGINE=InnoDB");
            case TableAttributes.COLLATE -> Optional.of("DEFAULT CHARACTER SET DEFAULT");
            case "system_versioning" -> Optional.of("DROP SYSTEM VERSIONING");
            default -> TableDdl.option(option, TableAttributes.reset(option));
        };
    }

    private String partitions() {
        Optional<String> old = before.options().find(TableAttributes.PARTITIONS);
        Optional<String> now = after.options().find(TableAttributes.PARTITIONS);
        return old.equals(now) ? "" : now.orElse("REMOVE PARTITIONING");
    }
}
