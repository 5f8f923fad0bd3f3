package dev.dbwarden.engine.schema;

import java.util.Optional;

/**
 * What in an object refers to another by name, and how it follows a rename. A view's text stays as it is written, and so does a function's, but
 * what it speaks of has the new name from then on: the order of changes needs to know.
 */
final class References {
    private References() {}

    static SchemaObject follow(SchemaObject object, SchemaObject renamed, ObjectName to) {
        ObjectName from = renamed.name();
        return switch (renamed) {
            case Table _ -> followTable(object, from, to);
            case EnumType _, Domain _ -> followType(object, from, to);
            case View _, Sequence _, Namespace _, Extension _, DefinedObject _ -> object;
        };
    }

    private static SchemaObject followTable(SchemaObject object, ObjectName from, ObjectName to) {
        return switch (object) {
            case Table table when table.refersTo(from) || table.hangsOn(from) ->
                    table.withParts(table.parts().map(part -> part instanceof ForeignKey key ? key.renameTarget(from, to) : part)).renameParent(from, to);
            case Sequence sequence when sequence.ownedBy().filter(owner -> owner.table().equals(from)).isPresent() ->
                    sequence.withOwnedBy(sequence.ownedBy().map(owner -> new Sequence.ColumnRef(to, owner.column())));
            case DefinedObject defined when defined.onTable() && defined.name().equals(from) -> new DefinedObject(defined.kind(), to,
                    defined.part(), Words.rename(defined.definition(), from.name(), to.name()));
            default -> followText(object, from.name(), to.name());
        };
    }

    private static SchemaObject followText(SchemaObject object, String from, String to) {
        return switch (object) {
            case View view -> view.withQuery(Words.alsoNamed(view.query(), from, to));
            case DefinedObject defined -> new DefinedObject(defined.kind(), defined.name(), defined.part(), Words.alsoNamed(defined.definition(), from, to));
            default -> object;
        };
    }

    private static SchemaObject followType(SchemaObject object, ObjectName from, ObjectName to) {
        return switch (object) {
            case Table table when table.columns().stream().anyMatch(column -> isOf(column.type(), from)) ->
                    table.withParts(table.parts().map(part -> part instanceof Column column ? column.withType(follow(column.type(), from, to)) : part));
            case Domain domain when isOf(domain.type(), from) -> new Domain(domain.name(), follow(domain.type(), from, to), domain.nullable(),
                    domain.defaultValue(), domain.collation(), domain.checks(), domain.comment());
            default -> followText(object, from.name(), to.name());
        };
    }

    static SchemaObject followColumn(SchemaObject object, ObjectName table, String from, String to) {
        return switch (object) {
            case DefinedObject defined when defined.onTable() && defined.name().equals(table) ->
                    new DefinedObject(defined.kind(), table, defined.part(), Words.rename(defined.definition(), from, to));
            case Table each when each.refersTo(table) ->
                    each.withParts(each.parts().map(part -> part instanceof ForeignKey key ? key.renameTargetColumn(table, from, to) : part));
            case Sequence sequence when sequence.ownedBy().equals(Optional.of(new Sequence.ColumnRef(table, from))) ->
                    sequence.withOwnedBy(Optional.of(new Sequence.ColumnRef(table, to)));
            default -> followText(object, from, to);
        };
    }

    private static boolean isOf(DataType type, ObjectName name) {
        return type.user() && type.name().equals(name.toString());
    }

    private static DataType follow(DataType type, ObjectName from, ObjectName to) {
        return isOf(type, from) ? type.renamed(to) : type;
    }
}
