package dev.dbwarden.engine.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How changes read. */
class DescriptionTest {
    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column AGE = Column.of("age", DataType.builtin("INTEGER", "INTEGER"));

    private static void assertReads(String type, String summary, Change change) {
        assertEquals(new Description(type, summary), Description.of(change));
    }

    @Test
    void partsAreAddedAndDroppedByTheirPlace() {
        Column phone = Column.of("phone", DataType.builtin("VARCHAR(20)", "VARCHAR")).withNullable(false).withDefault(Optional.of(SqlText.plain("''")));
        assertReads("add_column", "add column users.phone VARCHAR(20) NOT NULL DEFAULT ''", new AddPart(USERS, phone));
        assertReads("drop_column", "drop column users.phone", new DropPart(USERS, phone));
        assertReads("add_primary_key", "add primary key of users (id)", new AddPart(USERS, new PrimaryKey("", List.of("id"), Options.NONE)));
        assertReads("add_foreign_key", "add foreign key users.fk (a, b) references app.people(x, y)", new AddPart(USERS, new ForeignKey("fk", List.of("a", "b"),
                new ObjectName("app", "people"), List.of("x", "y"), ForeignKey.NO_ACTION, ForeignKey.NO_ACTION, Options.NONE)));
        assertReads("add_check", "add check users.c (age > 0)", new AddPart(USERS, new Check("c", SqlText.plain("age > 0"), Options.NONE)));
        var index = new Index("i", true, "", List.of(Index.Key.column("age")), List.of(), Optional.empty(), Options.NONE, Written.NOT);
        assertReads("create_index", "create index users.i unique (age)", new AddPart(USERS, index));
        assertReads("drop_index", "drop index users.i", new DropPart(USERS, index));
    }

    @Test
    void alterationsSayWhatDiffers() {
        assertReads("alter_column", "alter column users.age: type INTEGER -> BIGINT, not null",
                new AlterPart(USERS, AGE, AGE.withType(DataType.builtin("BIGINT", "BIGINT")).withNullable(false)));
        assertReads("alter_column", "alter column users.age: default 0", new AlterPart(USERS, AGE, AGE.withDefault(Optional.of(SqlText.plain("0")))));
        assertReads("alter_column", "alter column users.age: no comment", new AlterPart(USERS, AGE.withComment(Optional.of("x")), AGE));
        assertReads("alter_enum", "alter enum mood: add 'sad'", new AlterObject(new EnumType(ObjectName.of("mood"), List.of("happy"), Optional.empty()),
                new EnumType(ObjectName.of("mood"), List.of("happy", "sad"), Optional.empty())));
    }

    @Test
    void objectsAreMadeDroppedAndRenamed() {
        Table table = Table.of(new ObjectName("app", "users"), List.of(AGE));
        assertReads("create_table", "create table app.users", new CreateObject(table));
        assertReads("drop_function", "drop function f.integer", new DropObject(new DefinedObject("function", ObjectName.of("f"), "integer", SqlText.plain("..."))));
        assertReads("rename_table", "rename table app.users to people", new RenameObject(table.ref(), ObjectName.of("people")));
        assertReads("rename_column", "rename column users.username to email", new RenamePart(USERS, Kind.COLUMN, "username", "email"));
        assertReads("rename_label", "rename label mood.sad to unhappy", new RenameLabel(ObjectName.of("mood"), "sad", "unhappy", List.of()));
    }

    @Test
    void longTextsAreCut() {
        String summary = Description.of(new AddPart(USERS, new Check("c", SqlText.plain("a  =\n1 OR ".repeat(50)), Options.NONE))).summary();
        assertEquals(false, summary.contains("\n"));
        assertEquals(true, summary.length() < 100);
    }
}
