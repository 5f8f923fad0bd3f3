package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema that a script is replayed on, with its things found as SQLite finds them: by names in any case, where tables, views
 * and indexes share one set of names and triggers have their own.
 */
final class SqliteCatalog {
    static final String TRIGGER = "trigger";
    static final String VIRTUAL_TABLE = "virtual_table";

    private final SchemaEditor editor;
    private final Map<ObjectName, Ref> names = new HashMap<>();
    private final Map<ObjectName, Ref> triggers = new HashMap<>();
    private final Map<ObjectName, Set<ObjectName>> triggersOf = new HashMap<>();
    private final Map<ObjectName, Set<ObjectName>> referrers = new HashMap<>();

    SqliteCatalog(Schema before) {
        editor = new SchemaEditor(before);
        before.objects().forEach(this::note);
    }

    Schema schema() {
        return editor.schema();
    }

    /** The name in a form in which names that SQLite takes for one are equal. */
    static ObjectName folded(ObjectName name) {
        String namespace = name.namespace().toLowerCase(Locale.ROOT);
        return new ObjectName(namespace.equals("main") ? "" : namespace, name.name().toLowerCase(Locale.ROOT));
    }

    /** The table, view or index of that name. */
    Optional<Ref> find(ObjectName name) {
        return Optional.ofNullable(names.get(folded(name)));
    }

    Optional<SchemaObject> object(ObjectName name) {
        return find(name).flatMap(editor::find);
    }

    Optional<Table> table(ObjectName name) {
        return object(name).filter(Table.class::isInstance).map(Table.class::cast);
    }

    Optional<DefinedObject> trigger(ObjectName name) {
        return Optional.ofNullable(triggers.get(folded(name))).flatMap(editor::find).map(DefinedObject.class::cast);
    }

    /** The declared spelling of a table's or view's name. */
    ObjectName declared(ObjectName name) {
        return object(name).map(SchemaObject::name).orElse(name);
    }

    void create(SchemaObject object) {
        boolean trigger = isTrigger(object);
        ObjectName name = trigger ? object.name().withName(((DefinedObject) object).part()) : object.name();
        if ((trigger ? triggers : names).containsKey(folded(name))) {
            throw new IllegalArgumentException("there is already " + (trigger ? "a trigger" : "a table, view or index") + " named " + name);
        }
        editor.add(object);
        note(object);
    }

    void createIndex(ObjectName table, Index index) {
        if (names.containsKey(folded(table.withName(index.name())))) {
            throw new IllegalArgumentException("there is already a table, view or index named " + index.name());
        }
        editor.edit(table, parts -> parts.with(index));
        names.put(folded(table.withName(index.name())), index.ref(table));
    }

    void dropIndex(Ref ref) {
        Table table = editor.table(ref.owner()).orElseThrow();
        table.indexes().stream().filter(index -> index.name().equals(ref.part())).findFirst()
                .ifPresent(index -> editor.edit(table.name(), parts -> parts.without(index)));
        names.remove(folded(ref.owner().withName(ref.part())));
    }

    /** Drops an object, and the triggers that go with it. */
    void drop(SchemaObject object) {
        editor.remove(object);
        forget(object);
        for (ObjectName trigger : Set.copyOf(triggersOf.getOrDefault(folded(object.name()), Set.of()))) {
            editor.find(triggers.get(trigger)).ifPresent(each -> {
                editor.remove(each);
                forget(each);
            });
        }
    }

    void dropTrigger(DefinedObject trigger) {
        editor.remove(trigger);
        forget(trigger);
    }

    void replace(Table before, Table after) {
        editor.replace(before, after);
        forget(before);
        note(after);
    }

    void renameColumn(Table table, String from, String to) {
        editor.renameColumn(table.name(), from, to);
        editor.edit(table.name(), parts -> parts.map(SqliteTexts::canonical));
    }

    /**
     * Gives a table another name; foreign keys and triggers follow, as they do in SQLite. Costs what refers to the table,
     * so that a script that rebuilds every table is still read in linear time.
     */
    void rename(Table table, ObjectName to) {
        if (!triggersOf.getOrDefault(folded(table.name()), Set.of()).isEmpty()) {
            editor.rename(table.ref(), to);
            editor.objects().stream().filter(object -> isTrigger(object) && object.name().equals(to)).toList().forEach(object ->
                    editor.replace(object, new DefinedObject(TRIGGER, to, ((DefinedObject) object).part(), SqliteTexts.definition(((DefinedObject) object).definition().sql()))));
            names.clear();
            triggers.clear();
            triggersOf.clear();
            referrers.clear();
            editor.objects().forEach(this::note);
            return;
        }
        Set<ObjectName> followers = Set.copyOf(referrers.getOrDefault(folded(table.name()), Set.of()));
        editor.remove(table);
        forget(table);
        Table renamed = retarget(table.withName(to), table.name(), to);
        editor.add(renamed);
        note(renamed);
        for (ObjectName follower : followers) {
            editor.table(follower).ifPresent(each -> replace(each, retarget(each, table.name(), to)));
        }
    }

    private static Table retarget(Table table, ObjectName from, ObjectName to) {
        return table.withParts(table.parts().map(part -> part instanceof ForeignKey key && folded(key.target()).equals(folded(from))
                ? key.withTarget(to, key.targetColumns()) : part));
    }

    private void note(SchemaObject object) {
        switch (object) {
            case Table table -> {
                names.put(folded(table.name()), table.ref());
                table.indexes().forEach(index -> names.put(folded(table.name().withName(index.name())), index.ref(table.name())));
                table.foreignKeys().forEach(key -> referrers.computeIfAbsent(folded(key.target()), _ -> new HashSet<>()).add(table.name()));
            }
            case DefinedObject defined when isTrigger(defined) -> {
                ObjectName name = folded(defined.name().withName(defined.part()));
                triggers.put(name, defined.ref());
                triggersOf.computeIfAbsent(folded(defined.name()), _ -> new HashSet<>()).add(name);
            }
            default -> names.put(folded(object.name()), object.ref());
        }
    }

    private void forget(SchemaObject object) {
        switch (object) {
            case Table table -> {
                names.remove(folded(table.name()));
                table.indexes().forEach(index -> names.remove(folded(table.name().withName(index.name()))));
                table.foreignKeys().forEach(key -> referrers.getOrDefault(folded(key.target()), new HashSet<>()).remove(table.name()));
            }
            case DefinedObject defined when isTrigger(defined) -> {
                ObjectName name = folded(defined.name().withName(defined.part()));
                triggers.remove(name);
                triggersOf.getOrDefault(folded(defined.name()), new HashSet<>()).remove(name);
            }
            default -> names.remove(folded(object.name()));
        }
    }

    static boolean isTrigger(SchemaObject object) {
        return object instanceof DefinedObject defined && defined.kind().equals(TRIGGER);
    }
}
