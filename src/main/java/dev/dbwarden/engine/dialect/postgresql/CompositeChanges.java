package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What another form of a composite type means for the columns that hold values of it. */
record CompositeChanges(Composite before, Composite after) {
    /** The change of an object that is a composite type before and after. */
    static Optional<CompositeChanges> of(SchemaObject before, SchemaObject after) {
        return Composite.of(before).flatMap(old -> Composite.of(after).map(now -> new CompositeChanges(old, now)));
    }

    /** Whether the type only gets more attributes, which nothing minds. */
    boolean onlyAdds() {
        return before.leadsTo(after) && before.beyond(after).isEmpty();
    }

    List<Statement> statements() {
        return before.statements(after);
    }

    /** The columns that hold values of the type: as they are, in arrays, domains and other types; typed tables hold them as rows. */
    List<Ref> holders(Schema schema) {
        var types = new HashSet<>(Set.of(before.name()));
        List<SchemaObject> others = schema.objects().filter(object -> object instanceof Domain || object instanceof DefinedObject defined && defined.kind().equals("type")).toList();
        for (boolean grown = true; grown;) {
            grown = types.addAll(others.stream().filter(object -> isMadeOf(object, types)).map(SchemaObject::name).toList());
        }
        return schema.tables().flatMap(table -> holders(table, types)).toList();
    }

    private static boolean isMadeOf(SchemaObject object, Set<ObjectName> types) {
        return switch (object) {
            case Domain domain -> isOf(domain.type(), types);
            case DefinedObject defined -> types.stream().anyMatch(type -> defined.definition().words().contains(type.name()));
            default -> false;
        };
    }

    private static boolean isOf(DataType type, Set<ObjectName> types) {
        return type.user() && types.contains(ObjectName.parse(type.name()));
    }

    private static Stream<Ref> holders(Table table, Set<ObjectName> types) {
        return table.options().find("of").map(ObjectName::parse).filter(types::contains).isPresent() ? Stream.of(table.ref())
                : table.columns().stream().filter(column -> isOf(column.type(), types)).map(column -> column.ref(table.name()));
    }

    /** What to say where no statement changes the values that are there. */
    String obstacle(List<Ref> holders) {
        return "the type %s cannot become (%s) while %s holds values of it: PostgreSQL only adds attributes behind the others, and drops them; make a type under another name and move the values to it"
                .formatted(before.name(), after.attributes().stream().map(Composite.Attribute::sql).collect(Collectors.joining(", ")), holders.getFirst());
    }

    /** Attributes that are dropped in place, with the values that columns have in them. */
    static List<Refusal> refusals(List<Step> steps) {
        return steps.stream().flatMap(step -> step.change() instanceof AlterObject(DefinedObject before, DefinedObject after)
                ? of(before, after).stream().filter(change -> !change.before.beyond(change.after).isEmpty()).map(change -> change.refusal(before, step.cause())) : Stream.empty()).toList();
    }

    private Refusal refusal(DefinedObject type, int cause) {
        String gone = before.beyond(after).stream().map(Composite.Attribute::name).collect(Collectors.joining(", "));
        return new Refusal("alter_type:" + before.name(), type.ref(), cause, "type %s: what columns hold in the attribute %s is lost".formatted(before.name(), gone));
    }
}
