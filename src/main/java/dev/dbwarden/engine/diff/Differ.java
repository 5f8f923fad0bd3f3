package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Finds the changes that lead from one schema to another. Knows no dialect: both sides come normalized, and equal means no change. */
public final class Differ {
    private final List<Change> changes = new ArrayList<>();

    private Differ() {}

    /** The changes, not yet in an order that works. Indexes and foreign keys stand apart from a table that is made or dropped. */
    public static List<Change> diff(Schema before, Schema after) {
        if (before.equals(after)) {
            return List.of();
        }
        var differ = new Differ();
        before.objects().filter(object -> after.find(object.ref()).isEmpty()).toList().reversed().forEach(differ::drop);
        after.objects().forEach(object -> before.find(object.ref()).ifPresentOrElse(old -> differ.alter(old, object), () -> differ.create(object)));
        return List.copyOf(differ.changes);
    }

    private void create(SchemaObject object) {
        switch (object) {
            case Table table -> {
                Table early = table.withoutLateParts();
                changes.add(new CreateObject(early));
                parts(early, table);
            }
            case View view -> {
                changes.add(new CreateObject(view.withParts(Parts.NONE)));
                parts(view.withParts(Parts.NONE), view);
            }
            case Sequence sequence when sequence.ownedBy().isPresent() -> {
                Sequence free = sequence.withOwnedBy(Optional.empty());
                changes.add(new CreateObject(free));
                changes.add(new AlterObject(free, sequence));
            }
            default -> changes.add(new CreateObject(object));
        }
    }

    private void drop(SchemaObject object) {
        var creation = new Differ();
        creation.create(object);
        creation.changes.reversed().forEach(change -> changes.add(change.inverse()));
    }

    private void alter(SchemaObject before, SchemaObject after) {
        if (before.equals(after)) {
            return;
        }
        switch (after) {
            case Table table -> {
                Table old = (Table) before;
                parts(old, table);
                Table attributes = old.withOptions(table.options()).withComment(table.comment());
                if (!attributes.equals(old)) {
                    changes.add(new AlterObject(old.withParts(Parts.NONE), attributes.withParts(Parts.NONE)));
                }
            }
            case View view -> alterView((View) before, view);
            default -> changes.add(new AlterObject(before, after));
        }
    }

    private void alterView(View before, View after) {
        if (before.withParts(after.parts()).withComment(after.comment()).equals(after)) {
            parts(before, after);
            if (!before.comment().equals(after.comment())) {
                changes.add(new AlterObject(before.withParts(Parts.NONE), after.withParts(Parts.NONE)));
            }
            return;
        }
        drop(before);
        create(after);
    }

    private void parts(Relation before, Relation after) {
        var dropped = new ArrayList<TablePart>();
        var added = new ArrayList<TablePart>();
        for (TablePart part : before.parts()) {
            if (after.parts().find(part.partKey()).isEmpty()) {
                dropped.add(part);
            }
        }
        for (TablePart part : after.parts()) {
            before.parts().find(part.partKey()).ifPresentOrElse(old -> alterPart(after, old, part), () -> added.add(part));
        }
        renamed(after, dropped, added);
        dropped.reversed().forEach(part -> changes.add(new DropPart(after.name(), part)));
        added.forEach(part -> changes.add(new AddPart(after.name(), part)));
    }

    private void alterPart(Relation table, TablePart before, TablePart after) {
        if (before.equals(after)) {
            return;
        }
        if (after instanceof Column) {
            changes.add(new AlterPart(table.name(), before, after));
        } else if (before.withName(after.name()).equals(after)) {
            changes.add(new RenamePart(table.name(), after.kind(), before.name(), after.name()));
        } else {
            changes.add(new DropPart(table.name(), before));
            changes.add(new AddPart(table.name(), after));
        }
    }

    /** An index or a constraint that only got another name is renamed; no row is at stake. Columns are never paired. */
    private void renamed(Relation table, List<TablePart> dropped, List<TablePart> added) {
        if (dropped.isEmpty() || added.isEmpty()) {
            return;
        }
        var byContent = new HashMap<TablePart, TablePart>();
        for (TablePart part : dropped) {
            if (!(part instanceof Column) && !part.name().isEmpty()) {
                byContent.putIfAbsent(part.withName(""), part);
            }
        }
        added.removeIf(part -> {
            TablePart old = part instanceof Column || part.name().isEmpty() ? null : byContent.remove(part.withName(""));
            if (old == null) {
                return false;
            }
            dropped.remove(old);
            changes.add(new RenamePart(table.name(), part.kind(), old.name(), part.name()));
            return true;
        });
    }
}
