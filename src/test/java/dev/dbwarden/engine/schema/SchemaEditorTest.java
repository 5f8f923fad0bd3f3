package dev.dbwarden.engine.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaEditorTest {
    private final SchemaEditor editor = new SchemaEditor(Schema.of(Stream.of("a", "b", "c").map(SchemaEditorTest::table).toList()));

    @Test
    void keepsARenamedTableAtItsPlace() {
        rename("b", "d");
        assertEquals(List.of("a", "d", "c"), names());
        assertEquals(Optional.empty(), editor.table(ObjectName.of("b")));
        assertEquals(List.of("a", "d", "c"), editor.schema().tables().map(table -> table.name().name()).toList());
    }

    @Test
    void givesAFormerNameToAnother() {
        rename("a", "x");
        editor.add(table("a"));
        rename("a", "y");
        rename("x", "a");
        editor.add(table("x"));
        assertEquals(List.of("a", "b", "c", "y", "x"), names());
        assertThrows(IllegalArgumentException.class, () -> editor.add(table("y")));
        assertThrows(IllegalArgumentException.class, () -> rename("b", "c"));
    }

    @Test
    void removesByThePresentName() {
        rename("a", "x");
        assertThrows(IllegalArgumentException.class, () -> editor.remove(table("a")));
        editor.remove(table("x"));
        editor.add(table("a"));
        rename("a", "x");
        assertEquals(List.of("b", "c", "x"), names());
    }

    @Test
    void followsWhatCameAfterTheFirstRename() {
        rename("a", "x");
        editor.add(Table.of(ObjectName.of("child"), List.of(key("x"))));
        editor.edit(ObjectName.of("b"), parts -> parts.with(key("x")));
        rename("x", "y");
        rename("y", "z");
        editor.renameColumn(ObjectName.of("z"), "id", "key");
        for (String child : List.of("b", "child")) {
            assertEquals(List.of(key("z").withTarget(ObjectName.of("z"), List.of("key"))), editor.table(ObjectName.of(child)).orElseThrow().foreignKeys());
        }
    }

    private void rename(String from, String to) {
        editor.rename(Ref.object(Kind.TABLE, ObjectName.of(from)), ObjectName.of(to));
    }

    private List<String> names() {
        return editor.objects().stream().map(object -> object.name().name()).toList();
    }

    private static Table table(String name) {
        return Table.of(ObjectName.of(name), List.of(Column.of("id", DataType.builtin("INTEGER", "INTEGER"))));
    }

    private static ForeignKey key(String target) {
        return new ForeignKey("key", List.of("r"), ObjectName.of(target), List.of("id"), ForeignKey.NO_ACTION, ForeignKey.NO_ACTION, Options.NONE);
    }
}
