package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** A foreign key, a trigger or the like gets made on a table of a namespace of which the model has nothing, or tables are added to a publication that it does not make. */
public final class OutsideReferred implements ChangeRule {
    private static final About ABOUT = About.of("DW417", Severity.INFO, "what somebody else looks after", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        Stream<ObjectName> referred = switch (change) {
            case CreateObject(Table table) -> table.foreignKeys().stream().map(ForeignKey::target);
            case AddPart(ObjectName _, ForeignKey key) -> Stream.of(key.target());
            case CreateObject(DefinedObject object) when object.onTable() -> Stream.of(object.name());
            // what is made by an ALTER is added to something that somebody else has made
            case CreateObject(DefinedObject object) when object.definition().sql().startsWith("ALTER PUBLICATION ") -> Stream.of(object.name());
            default -> Stream.empty();
        };
        boolean added = change instanceof CreateObject(DefinedObject object) && !object.onTable();
        return referred.filter(name -> added || !name.namespace().isEmpty() && isMissing(name, context)).distinct().map(name -> context.finding(this, change,
                change.subject() + " needs " + (added ? "the publication " : "") + name + ", which the model does not hold: nothing here tells whether it is there, and is what it has to be",
                "see that the database has it before this runs; if the model should have it, add its table or mend the name"));
    }

    private static boolean isMissing(ObjectName name, Context context) {
        return context.after().relation(name).isEmpty() && context.after().find(new Ref("foreign table", name, "")).isEmpty();
    }
}
