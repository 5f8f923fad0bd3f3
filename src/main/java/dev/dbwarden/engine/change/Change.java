package dev.dbwarden.engine.change;

import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One step from a schema to another: a value that knows the schema it leads to and how to take itself back.
 *
 * <p>Eight kinds are nearly enough: objects and parts of tables can be made, dropped, altered and renamed; what is made says the rest
 * ({@code AddPart(users, Column)}). A label of a type, which is neither, can be renamed; and there is a dialect's way out where it cannot alter in place.
 *
 * <p>Laws: {@code change.inverse()} applied after {@code change} gives the schema back; {@code change.inverse().inverse()} equals {@code change}.
 */
public sealed interface Change {
    /** Applies this change; fails with {@link IllegalArgumentException} where it does not apply. */
    void applyTo(SchemaEditor schema);

    Change inverse();

    /** What this change is about. */
    Ref subject();

    /** The table that this change alters, if it alters one in place. */
    default Optional<ObjectName> alteredTable() {
        return switch (this) {
            case AddPart(ObjectName table, _) -> Optional.of(table);
            case DropPart(ObjectName table, _) -> Optional.of(table);
            case AlterPart(ObjectName table, _, _) -> Optional.of(table);
            case RenamePart(ObjectName table, _, _, _, _) -> Optional.of(table);
            case AlterObject(Table table, _) -> Optional.of(table.name());
            case CreateObject _, DropObject _, AlterObject _, RenameObject _, RenameLabel _, RebuildTables _ -> Optional.empty();
        };
    }

    record CreateObject(SchemaObject object) implements Change {
        @Override
        public void applyTo(SchemaEditor schema) {
            schema.add(object);
        }

        @Override
        public Change inverse() {
            return new DropObject(object);
        }

        @Override
        public Ref subject() {
            return object.ref();
        }
    }

    record DropObject(SchemaObject object) implements Change {
        @Override
        public void applyTo(SchemaEditor schema) {
            schema.remove(object);
        }

        @Override
        public Change inverse() {
            return new CreateObject(object);
        }

        @Override
        public Ref subject() {
            return object.ref();
        }
    }

    /** Changes an object's own attributes: of a table or view its options and comment, never its parts. */
    record AlterObject(SchemaObject before, SchemaObject after) implements Change {
        public AlterObject {
            if (!before.ref().equals(after.ref()) || before.equals(after)) {
                throw new IllegalArgumentException("not an alteration: %s -> %s".formatted(before, after));
            }
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            if (before instanceof Table from && after instanceof Table to) {
                Table now = schema.table(from.name()).orElseThrow(() -> new IllegalArgumentException("no table " + from.name()));
                schema.replace(now, now.withOptions(to.options()).withComment(to.comment()));
                return;
            }
            schema.replace(before, after);
        }

        @Override
        public Change inverse() {
            return new AlterObject(after, before);
        }

        @Override
        public Ref subject() {
            return after.ref();
        }
    }

    /**
     * Gives an object another name.
     *
     * @param followed what changes with it by itself, as a server does not keep the name in it: publications, grants, comments on its parts
     */
    record RenameObject(Ref from, ObjectName to, List<Change> followed) implements Change {
        public RenameObject {
            followed = List.copyOf(followed);
        }

        public RenameObject(Ref from, ObjectName to) {
            this(from, to, List.of());
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            schema.rename(from, to);
            followed.forEach(change -> change.applyTo(schema));
        }

        @Override
        public Change inverse() {
            return new RenameObject(new Ref(from.kind(), to, from.part()), from.owner(), followed.reversed().stream().map(Change::inverse).toList());
        }

        @Override
        public Ref subject() {
            return from;
        }
    }

    record AddPart(ObjectName table, TablePart part) implements Change {
        @Override
        public void applyTo(SchemaEditor schema) {
            schema.edit(table, parts -> parts.with(part));
        }

        @Override
        public Change inverse() {
            return new DropPart(table, part);
        }

        @Override
        public Ref subject() {
            return part.ref(table);
        }
    }

    record DropPart(ObjectName table, TablePart part) implements Change {
        @Override
        public void applyTo(SchemaEditor schema) {
            schema.edit(table, parts -> parts.without(part));
        }

        @Override
        public Change inverse() {
            return new AddPart(table, part);
        }

        @Override
        public Ref subject() {
            return part.ref(table);
        }
    }

    /** Changes a part in place; the two have one key. */
    record AlterPart(ObjectName table, TablePart before, TablePart after) implements Change {
        public AlterPart {
            if (!before.partKey().equals(after.partKey()) || before.equals(after)) {
                throw new IllegalArgumentException("not an alteration: %s -> %s".formatted(before, after));
            }
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            schema.edit(table, parts -> parts.replace(before, after));
        }

        @Override
        public Change inverse() {
            return new AlterPart(table, after, before);
        }

        @Override
        public Ref subject() {
            return after.ref(table);
        }
    }

    /**
     * Gives a part another name; of a column also wherever the model refers to it.
     *
     * @param followed what changes with it by itself, as a server that keeps a column under a number does not keep its name: grants
     */
    record RenamePart(ObjectName table, Kind kind, String from, String to, List<Change> followed) implements Change {
        public RenamePart {
            followed = List.copyOf(followed);
        }

        public RenamePart(ObjectName table, Kind kind, String from, String to) {
            this(table, kind, from, to, List.of());
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            if (kind == Kind.COLUMN) {
                schema.renameColumn(table, from, to);
            } else {
                var key = new PartKey(kind, kind == Kind.PRIMARY_KEY ? "" : from);
                schema.edit(table, parts -> {
                    TablePart part = parts.find(key).orElseThrow(() -> new IllegalArgumentException("no " + kind.phrase() + " " + from + " on " + table));
                    return parts.replace(part, part.withName(to));
                });
            }
            followed.forEach(change -> change.applyTo(schema));
        }

        @Override
        public Change inverse() {
            return new RenamePart(table, kind, to, from, followed.reversed().stream().map(Change::inverse).toList());
        }

        @Override
        public Ref subject() {
            return Ref.part(kind, table, from);
        }
    }

    /**
     * Gives a label of an enumerated type another name.
     *
     * @param followed what changes with it by itself, as a server that keeps a label under a number does not keep its name: defaults, conditions
     */
    record RenameLabel(ObjectName type, String from, String to, List<Change> followed) implements Change {
        public RenameLabel {
            followed = List.copyOf(followed);
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            EnumType before = schema.find(Ref.object(Kind.ENUM, type)).map(EnumType.class::cast).orElseThrow(() -> new IllegalArgumentException("no enum " + type));
            schema.replace(before, before.withLabel(from, to));
            followed.forEach(change -> change.applyTo(schema));
        }

        @Override
        public Change inverse() {
            return new RenameLabel(type, to, from, followed.reversed().stream().map(Change::inverse).toList());
        }

        @Override
        public Ref subject() {
            return Ref.part(Kind.LABEL, type, from);
        }
    }

    /**
     * Makes tables anew with their rows, in one go: the tables that change, and those that refer to them or are parts of them.
     *
     * <p>A column of {@code after} takes the values of the column of that name in {@code before}, if there is one. The first table of both is
     * the one that it is about; a table of one side alone is a partition that goes, or comes, with its rows in the others.
     */
    record RebuildTables(List<Table> before, List<Table> after) implements Change {
        public RebuildTables {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public void applyTo(SchemaEditor schema) {
            Map<ObjectName, Table> made = after.stream().collect(Collectors.toMap(Table::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            for (Table table : before) {
                Table next = made.remove(table.name());
                if (next == null) {
                    schema.remove(table);
                } else {
                    schema.replace(table, next);
                }
            }
            made.values().forEach(schema::add);
        }

        @Override
        public Change inverse() {
            return new RebuildTables(after, before);
        }

        @Override
        public Ref subject() {
            return before.getFirst().ref();
        }
    }
}
