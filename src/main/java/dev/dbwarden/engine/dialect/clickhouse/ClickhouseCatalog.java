package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.Belongings;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schema that a script is replayed on, and what the session has set: the database that names without one are in. */
final class ClickhouseCatalog {
    private static final String DICTIONARY = "dictionary";

    private final SchemaEditor editor;
    private final Belongings belongings;
    private String home = "";
    private boolean flattening = true;

    ClickhouseCatalog(Schema before) {
        editor = new SchemaEditor(before);
        belongings = new Belongings(editor, object -> object instanceof DefinedObject defined && defined.onTable() ? Set.of(defined.name().toString()) : Set.of());
    }

    Schema schema() {
        return editor.schema();
    }

    SchemaEditor editor() {
        return editor;
    }

    void use(String database) {
        home = database.equals(ClickhouseNormalizer.DEFAULT_DATABASE) ? "" : database;
    }

    void flattenNested(boolean flatten) {
        flattening = flatten;
    }

    boolean flattensNested() {
        return flattening;
    }

    ObjectName name(TokenStream in) {
        return ClickhouseNames.objectName(in, home);
    }

    /** The table, view or dictionary of that name, which share one set of names. */
    Optional<SchemaObject> find(ObjectName name) {
        return editor.relation(name).map(SchemaObject.class::cast).or(() -> editor.find(new Ref(DICTIONARY, name, "")));
    }

    Table table(ObjectName name) {
        return editor.table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    void add(SchemaObject object) {
        boolean relation = object instanceof Relation || object instanceof DefinedObject defined && defined.kind().equals(DICTIONARY);
        if (relation && find(object.name()).isPresent()) {
            throw new IllegalArgumentException("there is a " + find(object.name()).get().ref() + " already");
        }
        editor.add(object);
    }

    /** Adds an object, or puts it in the place of the one of its name. */
    void put(SchemaObject object) {
        editor.find(object.ref()).ifPresentOrElse(before -> editor.replace(before, object), () -> add(object));
    }

    /** Drops an object with what lives on it. */
    void drop(SchemaObject object) {
        if (object instanceof Table table) {
            projections(table.name()).forEach(editor::remove);
        }
        editor.remove(object);
    }

    List<DefinedObject> projections(ObjectName table) {
        return belongings.of(table).stream().flatMap(ref -> editor.find(ref).stream()).map(DefinedObject.class::cast).toList();
    }

    void rename(SchemaObject object, ObjectName to) {
        if (!object.name().namespace().equals(to.namespace()) && object instanceof Table table) {
            editor.remove(table);
            editor.add(table.withName(to));
            return;
        }
        editor.rename(object.ref(), to);
    }

    /** Tables that take each other's names; what lives on them goes with the names, which is how a table is made anew. */
    void exchange(ObjectName one, ObjectName other) {
        Table first = table(one);
        Table second = table(other);
        List<DefinedObject> ofFirst = projections(one);
        List<DefinedObject> ofSecond = projections(other);
        ofFirst.forEach(editor::remove);
        ofSecond.forEach(editor::remove);
        editor.replace(first, second.withName(one));
        editor.replace(second, first.withName(other));
        ofFirst.forEach(each -> editor.add(each.withName(other)));
        ofSecond.forEach(each -> editor.add(each.withName(one)));
    }

    Optional<SchemaObject> namespace(String name) {
        return editor.find(Ref.object(Kind.SCHEMA, ObjectName.of(name)));
    }
}
