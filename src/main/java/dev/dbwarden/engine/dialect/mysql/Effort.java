package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Lexer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an ALTER TABLE costs the server: as much as its dearest part (MySQL manual, 17.12.1; MariaDB knowledge base, InnoDB Online DDL Operations). */
final class Effort {
    private static final Set<String> REBUILDING = Set.of("row_format", "key_block_size");

    private final Table before;
    private final Table after;

    Effort(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    /** @param replaced the columns that are dropped and made again */
    Work of(Set<String> replaced) {
        Work work = parts(replaced).and(virtual());
        boolean rowsChange = work == Work.REBUILD || !before.columns().stream().map(Column::name).toList().equals(after.columns().stream().map(Column::name).toList());
        boolean copied = !isInnodb(before) || !isInnodb(after) || rowsChange && (isLocked(before) || isLocked(after));
        return copied ? Work.COPY : work;
    }

    /** The other engines change their tables by copying them. */
    private static boolean isInnodb(Table table) {
        return table.options().find(TableAttributes.ENGINE).filter(engine -> !engine.equalsIgnoreCase("InnoDB")).isEmpty();
    }

    /** Whether InnoDB keeps writers out while the rows of a table get another form: with an index for words or for places. */
    private static boolean isLocked(Table table) {
        return table.indexes().stream().anyMatch(index -> !index.method().isEmpty());
    }

    private Work parts(Set<String> replaced) {
        Work work = options();
        for (TablePart part : before.parts()) {
            work = isSame(part, after) ? work : work.and(drop(part));
        }
        for (TablePart part : after.parts()) {
            Optional<TablePart> old = before.parts().find(part.partKey());
            work = old.filter(part::equals).isPresent() ? work : work.and(part instanceof Column column && old.isPresent() && !replaced.contains(column.name())
                    ? change((Column) old.get(), column) : add(part));
        }
        return work;
    }

    /**
     * A computed column that is not stored comes and goes without a copy only by itself or with indexes, and keeps writers out where one is
     * made (check_if_supported_inplace_alter of InnoDB; tried on MariaDB 10.11 and 11.4).
     */
    private Work virtual() {
        List<TablePart> gone = before.parts().stream().filter(part -> !isSame(part, after)).toList();
        List<TablePart> come = after.parts().stream().filter(part -> !isSame(part, before)).toList();
        if (Stream.concat(gone.stream(), come.stream()).noneMatch(Effort::isVirtual)) {
            return Work.INSTANT;
        }
        boolean alone = before.options().equals(after.options()) && before.comment().equals(after.comment())
                && Stream.concat(gone.stream(), come.stream()).allMatch(part -> isVirtual(part) || part instanceof Index index && !index.unique() && index.method().isEmpty());
        return !alone ? Work.COPY : come.stream().anyMatch(Effort::isVirtual) && come.stream().anyMatch(Index.class::isInstance) ? Work.INDEX_LOCKED : Work.INSTANT;
    }

    private static boolean isSame(TablePart part, Table other) {
        return other.parts().find(part.partKey()).filter(part::equals).isPresent();
    }

    private static boolean isVirtual(TablePart part) {
        return part instanceof Column column && column.generated().filter(generated -> !generated.stored()).isPresent();
    }

    private Work options() {
        Work work = Work.INSTANT;
        for (String name : Set.copyOf(Stream.concat(before.options().values().keySet().stream(), after.options().values().keySet().stream()).toList())) {
            boolean same = before.options().find(name).equals(after.options().find(name));
            work = same ? work : work.and(name.equals(TableAttributes.COLLATE) ? Work.INSTANT : REBUILDING.contains(name) ? Work.REBUILD : Work.COPY);
        }
        return work;
    }

    private Work drop(TablePart part) {
        return switch (part) {
            case Column column -> after.column(column.name()).isPresent() || isVirtual(column) ? Work.INSTANT : Work.REBUILD;
            case PrimaryKey _ -> after.primaryKey().isPresent() ? Work.REBUILD : Work.COPY;
            case Unique _, Index _, ForeignKey _ -> Work.IN_PLACE;
            default -> Work.INSTANT;
        };
    }

    private Work add(TablePart part) {
        return switch (part) {
            case Check check when TableDdl.isColumnCheck(check) && before.column(check.name()).isEmpty() -> Work.INSTANT;
            case Column column when column.options().has("autoincrement") -> Work.COPY;
            case Column column when column.generated().filter(generated -> generated.stored()).isPresent() -> Work.COPY;
            case Column _ -> after.options().find("row_format").filter("COMPRESSED"::equalsIgnoreCase).isPresent() ? Work.REBUILD : Work.INSTANT;
            case PrimaryKey _ -> Work.REBUILD;
            case Index index when !index.method().isEmpty() -> Work.INDEX_LOCKED;
            case Unique _, Index _ -> Work.IN_PLACE;
            case ForeignKey _, Check _ -> Work.COPY;
            default -> Work.COPY;
        };
    }

    private Work change(Column old, Column column) {
        boolean sameForm = old.type().equals(column.type()) || extended(old, column);
        if (!sameForm || !old.collation().equals(column.collation()) || !old.generated().equals(column.generated())
                || old.options().has("autoincrement") != column.options().has("autoincrement")) {
            return Work.COPY;
        }
        if (old.nullable() != column.nullable()) {
            return !column.nullable() && column.defaultValue().filter(Effort::isComputed).isPresent() ? Work.COPY : Work.REBUILD;
        }
        return old.type().equals(column.type()) || column.type().name().equals("enum") ? Work.INSTANT : Work.IN_PLACE;
    }

    /** MariaDB replaces NULL in place by a constant only. */
    private static boolean isComputed(SqlText value) {
        return Lexer.tokens(value.sql(), Mysql.LEXICON).stream().anyMatch(token -> token.is("("));
    }

    /** A longer VARCHAR, and more labels at the end of an ENUM, write no row. */
    private static boolean extended(Column old, Column column) {
        String name = old.type().name();
        if (!name.equals(column.type().name()) || !name.equals("varchar") && !name.equals("enum")) {
            return false;
        }
        if (name.equals("enum")) {
            return column.type().canonical().startsWith(old.type().canonical().substring(0, old.type().canonical().length() - 1) + ",");
        }
        int widest = Collations.widest(old.collation().map(Collations::charsetOf).orElse(""));
        int from = length(old) * widest;
        int to = length(column) * widest;
        return from <= to && (from > 255) == (to > 255) && to <= Fitting.LONGEST_ROW;
    }

    private static int length(Column column) {
        String text = column.type().canonical();
        return Integer.parseInt(text.substring(text.indexOf('(') + 1, text.indexOf(')')));
    }
}
