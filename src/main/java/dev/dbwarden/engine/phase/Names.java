package dev.dbwarden.engine.phase;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.diff.Renames;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of renames, so that neither version of the application finds its name gone: a column is there twice, a table is read through
 * another name. What cannot be had twice keeps its old name until the contract.
 */
final class Names {
    private static final String NOT_FREE = "its new name is not free before";

    private final Dialect dialect;
    private final Schema current;
    private final Map<ObjectName, Map<String, String>> columns = new LinkedHashMap<>();
    private final Map<ObjectName, ObjectName> tables = new LinkedHashMap<>();
    private final Set<String> coming = new LinkedHashSet<>();
    private final List<Unsplit> unsplit = new ArrayList<>();
    private Schema desired;

    private Names(Schema current, Schema desired, Dialect dialect) {
        this.current = current;
        this.desired = desired;
        this.dialect = dialect;
    }

    static Names of(List<RenameHint> hints, Schema current, Schema desired, Dialect dialect) {
        var names = new Names(current, desired, dialect);
        names.undo(Renames.of(hints, current, desired).changes());
        return names;
    }

    /** The model, under the names that things have until the contract. */
    Schema desired() {
        return desired;
    }

    Twins twins() {
        return new Twins(columns, dialect.twinning());
    }

    /** The new names of tables by the old ones. */
    Map<ObjectName, ObjectName> tables() {
        return tables;
    }

    /** Names that nothing has before the contract. */
    Set<String> coming() {
        return coming;
    }

    List<Unsplit> unsplit() {
        return unsplit;
    }

    /** The hints that are left for the contract: those of columns that are there twice have nothing left to rename. */
    List<RenameHint> rest(List<RenameHint> hints) {
        return hints.stream().filter(hint -> !isTwin(hint)).toList();
    }

    private boolean isTwin(RenameHint hint) {
        return hint.from().size() > 1 && columns.entrySet().stream().anyMatch(each -> {
            String table = hint.from().get(hint.from().size() - 2);
            boolean named = table.equals(each.getKey().name()) || table.equals(tables.getOrDefault(each.getKey(), each.getKey()).name());
            return named && hint.to().equals(Optional.ofNullable(each.getValue().get(hint.from().getLast())));
        });
    }

    /** The DDL of the new names of tables, as far as the dialect has such a thing. */
    String aliases() {
        var script = new StringBuilder();
        tables.forEach((from, to) -> alias(from, to).ifPresent(script::append));
        return script.toString();
    }

    private Optional<String> alias(ObjectName from, ObjectName to) {
        List<String> names = desired.table(from).stream().flatMap(table -> table.columns().stream()).map(Column::name).toList();
        return dialect.twinning().flatMap(twinning -> twinning.alias(from, to, names));
    }

    private void undo(List<Change> renames) {
        var editor = new SchemaEditor(desired);
        for (Change rename : renames.reversed()) {
            if (rename instanceof RenamePart(ObjectName table, Kind _, String from, String to, _) && obstacle(table, from, to, renames).isEmpty()) {
                columns.computeIfAbsent(before(table, renames), _ -> new LinkedHashMap<>()).put(from, to);
                continue;
            }
            try {
                undone(rename, editor).applyTo(editor);
            } catch (IllegalArgumentException taken) {
                throw new UnsupportedChangeException(rename.subject(), rename.subject() + " is renamed and its name used again, which cannot be split in two phases; make one of them in a migration of its own");
            }
            if (rename instanceof RenamePart(ObjectName table, Kind _, String from, String to, _)) {
                coming.add(to);
                unsplit.add(Unsplit.late(Ref.column(table, from), obstacle(table, from, to, renames).orElse(NOT_FREE)));
            } else if (rename instanceof RenameLabel) {
                unsplit.add(Unsplit.late(rename.subject(), "it cannot have two names"));
            }
        }
        desired = editor.schema();
        renames.forEach(rename -> {
            if (rename instanceof RenameObject(Ref from, ObjectName to, _)) {
                object(from, to);
            }
        });
    }

    /** The way back; what follows a label, the dialect knows. */
    private Change undone(Change rename, SchemaEditor schema) {
        return rename instanceof RenameLabel ? dialect.renaming(rename.inverse(), schema).getFirst() : rename.inverse();
    }

    private void object(Ref from, ObjectName to) {
        coming.add(to.name());
        boolean table = from.kind().equals(Kind.TABLE.word()) && current.find(from).isPresent() && current.relation(to).isEmpty();
        if (table) {
            tables.put(from.owner(), to);
        }
        unsplit.add(!table || alias(from.owner(), to).isEmpty() ? Unsplit.late(from, "it cannot have two names")
                : new Unsplit(from, "until the contract phase " + to + " is a view of " + from.owner() + ": what is granted on the table is not granted on the view, and TRUNCATE, LOCK and bulk loads do not go through it",
                        "grant on the view " + to + " what the version that is deployed needs, in a statement of your own between the phases"));
    }

    /** The name that a table of the model has now. */
    private static ObjectName before(ObjectName table, List<Change> renames) {
        ObjectName name = table;
        for (Change rename : renames.reversed()) {
            if (rename instanceof RenameObject(Ref from, ObjectName to, _) && from.kind().equals(Kind.TABLE.word()) && to.equals(name)) {
                name = from.owner();
            }
        }
        return name;
    }

    /** Why a column cannot stand in its table under two names for a while. */
    private Optional<String> obstacle(ObjectName table, String from, String to, List<Change> renames) {
        Optional<Table> before = current.table(before(table, renames));
        Optional<Table> after = desired.table(table);
        if (before.isEmpty() || after.isEmpty() || before.get().column(from).isEmpty() || after.get().column(to).isEmpty()
                || before.get().column(to).isPresent() || after.get().column(from).isPresent()) {
            return Optional.of(NOT_FREE);
        }
        return obstacle(before.get(), before.get().column(from).get(), after.get().column(to).get());
    }

    private Optional<String> obstacle(Table table, Column old, Column young) {
        if (!old.type().equals(young.type()) || !old.collation().equals(young.collation())) {
            return Optional.of("its type changes too");
        }
        if (old.identity().isPresent() || old.generated().isPresent() || young.identity().isPresent() || young.generated().isPresent() || old.options().has("autoincrement")) {
            return Optional.of("the server gives it its values");
        }
        if (table.primaryKey().filter(key -> key.columns().contains(old.name())).isPresent() || table.options().names().contains(old.name())) {
            return Optional.of("the table's rows are kept by it");
        }
        return dialect.twinning().map(twinning -> twinning.obstacle(table, old)).orElse(Optional.of("there are no triggers that keep two columns alike"));
    }
}
