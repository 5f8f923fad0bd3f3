package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;

/** Reads the actions of ALTER TABLE, one after the other, into a draft of the table. Renames are the catalog's, and reach further. */
final class AlterTableReader {
    private final MysqlCatalog catalog;
    private final TokenStream in;
    private final Clauses clauses;
    private final Variant variant;
    private final PartitionsReader partitions;
    private TableDraft draft;

    AlterTableReader(MysqlCatalog catalog, TokenStream in, Variant variant, TableDraft draft) {
        this.catalog = catalog;
        this.in = in;
        this.clauses = catalog.clauses(in);
        this.variant = variant;
        this.partitions = new PartitionsReader(in, clauses);
        this.draft = draft;
    }

    void read() {
        boolean open = !draft.options().has(TableAttributes.COLLATE);
        List<TablePart> old = List.copyOf(draft.parts());
        while (!in.isAtEnd()) {
            action();
            in.accept(",");
        }
        if (open && draft.options().has(TableAttributes.COLLATE)) {
            old.forEach(this::keepCollation);
        }
        catalog.altered(draft);
    }

    /** A table's new collation is for columns that are made or restated; the others keep the one that they had (MySQL manual, 15.1.9). */
    private void keepCollation(TablePart part) {
        boolean untouched = draft.parts().stream().anyMatch(each -> each == part);
        if (untouched && part instanceof Column column && MysqlTypes.isText(column.type()) && column.collation().isEmpty()) {
            draft.replace(column, column.withCollation(Optional.of(DatabaseDefaults.COLLATION)));
        }
    }

    private void action() {
        if (in.accept("ADD")) {
            add();
        } else if (in.accept("MODIFY")) {
            in.accept("COLUMN");
            boolean maybe = clauses.ifExists();
            String name = clauses.name();
            if (maybe && draft.find(name).isEmpty()) {
                in.skipUntil(",");
                return;
            }
            change(draft.column(name), name);
        } else if (in.accept("CHANGE")) {
            in.accept("COLUMN");
            clauses.ifExists();
            change(draft.column(clauses.name()), clauses.name());
        } else if (in.accept("DROP")) {
            drop();
        } else if (in.accept("ALTER")) {
            alter();
        } else if (in.accept("RENAME")) {
            rename();
        } else if (!partitions.read(draft) && !passedOver() && !option()) {
            throw in.unexpected("an action of ALTER TABLE");
        }
    }

    private void add() {
        if (in.accept("PARTITION")) {
            partitions.add(draft);
            return;
        }
        var keys = new KeyReader(in, clauses);
        if (keys.isNext()) {
            draft.add(keys.read());
            return;
        }
        if (in.accept("SYSTEM", "VERSIONING")) {
            draft.option("system_versioning", "true");
            return;
        }
        Periods.refuse(in);
        in.accept("COLUMN");
        if (in.accept("(")) {
            do {
                if (keys.isNext()) {
                    draft.add(keys.read());
                } else {
                    column(clauses.name(), Optional.empty());
                }
            } while (in.accept(","));
            in.expect(")");
            return;
        }
        boolean maybe = clauses.ifExists();
        String name = clauses.name();
        if (maybe && draft.find(name).isPresent()) {
            in.skipUntil(",");
            return;
        }
        column(name, Optional.empty());
    }

    /** Whoever names a column in other letters, upper or lower, gives it these. */
    private void change(Column old, String name) {
        Column before = old;
        if (!old.name().equals(name)) {
            draft = catalog.renameColumn(draft, old.name(), name);
            before = draft.column(name);
        }
        draft.dropColumnCheck(name);
        column(name, Optional.of(before));
    }

    private void column(String name, Optional<Column> before) {
        var reader = new ColumnReader(in, clauses, variant);
        Column column = reader.column(before.map(Column::name).orElse(name));
        TableDraft.Place place = in.accept("FIRST") ? new TableDraft.Place(true, Optional.empty())
                : in.accept("AFTER") ? new TableDraft.Place(false, Optional.of(clauses.name())) : TableDraft.Place.ANY;
        draft.place(column, before, place);
        reader.others().forEach(draft::add);
    }

    private void drop() {
        if (in.accept("PRIMARY", "KEY")) {
            draft.dropPrimaryKey();
        } else if (in.accept("FOREIGN", "KEY")) {
            clauses.ifExists();
            draft.dropForeignKey(clauses.name());
        } else if (in.accept("INDEX") || in.accept("KEY")) {
            boolean maybe = clauses.ifExists();
            dropped(maybe, () -> draft.dropIndex(clauses.name()));
        } else if (in.accept("CONSTRAINT") || in.accept("CHECK")) {
            boolean maybe = clauses.ifExists();
            dropped(maybe, () -> draft.dropConstraint(clauses.name()));
        } else if (in.accept("PARTITION")) {
            partitions.drop(draft);
        } else if (in.accept("SYSTEM", "VERSIONING")) {
            draft.option("system_versioning", "");
        } else {
            in.accept("COLUMN");
            boolean maybe = clauses.ifExists();
            String name = clauses.name();
            if (!maybe || draft.find(name).isPresent()) {
                draft.drop(draft.column(name));
            }
            if (!in.accept("RESTRICT")) {
                in.accept("CASCADE");
            }
        }
    }

    private static void dropped(boolean maybe, Runnable drop) {
        try {
            drop.run();
        } catch (IllegalArgumentException absent) {
            if (!maybe) {
                throw absent;
            }
        }
    }

    private void alter() {
        if (in.accept("INDEX") || in.accept("KEY")) {
            clauses.ifExists();
            visibility(clauses.name());
            return;
        }
        if (in.accept("CHECK") || in.accept("CONSTRAINT")) {
            catalog.enforce(draft, clauses.name(), KeyReader.enforcement(in));
            return;
        }
        in.accept("COLUMN");
        clauses.ifExists();
        Column column = draft.column(clauses.name());
        if (in.accept("DROP", "DEFAULT")) {
            draft.replace(column, column.withDefault(Optional.empty()));
        } else if (in.accept("SET", "DEFAULT")) {
            SqlText value = MysqlTexts.defaultValue(new ColumnReader(in, clauses, variant).value(), column.type());
            draft.replace(column, column.withDefault(Optional.of(value).filter(each -> !each.canonical().equalsIgnoreCase("NULL"))));
        } else {
            in.expect("SET");
            boolean invisible = in.accept("INVISIBLE");
            if (!invisible) {
                in.expect("VISIBLE");
            }
            draft.replace(column, column.withOptions(invisible ? column.options().with("invisible", "true") : column.options().without("invisible")));
        }
    }

    private void visibility(String index) {
        boolean invisible = in.accept("INVISIBLE") || in.accept("IGNORED");
        if (!invisible && !in.accept("VISIBLE")) {
            in.expect("NOT", "IGNORED");
        }
        catalog.show(draft, index, !invisible);
    }

    private void rename() {
        if (in.accept("COLUMN")) {
            clauses.ifExists();
            String from = draft.column(clauses.name()).name();
            in.expect("TO");
            draft = catalog.renameColumn(draft, from, clauses.name());
        } else if (in.accept("INDEX") || in.accept("KEY")) {
            clauses.ifExists();
            String from = clauses.name();
            in.expect("TO");
            draft.renameIndex(from, clauses.name());
        } else {
            if (!in.accept("TO")) {
                in.accept("AS");
            }
            draft = catalog.renameTable(draft, catalog.name(in));
        }
    }

    /** What changes how rows are kept but not what the schema says. */
    private boolean passedOver() {
        if (in.accept("ENABLE", "KEYS") || in.accept("DISABLE", "KEYS") || in.accept("FORCE") || in.accept("WITH", "VALIDATION") || in.accept("WITHOUT", "VALIDATION")
                || in.accept("NOWAIT")) {
            return true;
        }
        if (in.accept("ALGORITHM") || in.accept("LOCK")) {
            in.accept("=");
            in.next();
            return true;
        }
        if (in.accept("ORDER", "BY")) {
            in.rest();
            return true;
        }
        if (in.atAny("TRUNCATE", "OPTIMIZE", "ANALYZE", "CHECK", "REBUILD", "REPAIR") && in.peek(1).is("PARTITION")) {
            in.rest();
            return true;
        }
        return false;
    }

    private boolean option() {
        if (in.accept("CONVERT", "TO")) {
            convert();
            return true;
        }
        return new TableOptionsReader(in, clauses).read(draft);
    }

    /** All its text follows the table (MySQL manual, 15.1.9, CONVERT TO CHARACTER SET). */
    private void convert() {
        draft.option(TableAttributes.COLLATE, "");
        new TableOptionsReader(in, clauses).collation(draft);
        for (TablePart part : List.copyOf(draft.parts())) {
            if (part instanceof Column column && MysqlTypes.isText(column.type())) {
                draft.replace(column, column.withCollation(draft.options().find(TableAttributes.COLLATE)));
            }
        }
    }
}
