package dev.dbwarden.engine.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which objects may refer to a name, so that a rename looks at them and not at the whole schema. One too many does no harm: {@link References} looks closer. */
final class Mentions {
    private final Map<String, Set<Ref>> places = new HashMap<>();

    /** Notes all names in an object, by the place where it is found. */
    void note(Ref place, SchemaObject object) {
        names(object).forEach(name -> note(place, name));
    }

    /** Notes one name that an object refers to from now on. */
    void note(Ref place, String name) {
        places.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(place);
    }

    /** The places of what may refer to an object or a column of that name. */
    Set<Ref> of(String name) {
        return Collections.unmodifiableSet(places.getOrDefault(name, Set.of()));
    }

    private static Stream<String> names(SchemaObject object) {
        return switch (object) {
            case Table table -> Stream.concat(table.parents(), table.parts().stream().flatMap(Mentions::names));
            case View view -> view.query().words().stream();
            case Domain domain -> Stream.of(domain.type().name());
            case Sequence sequence -> sequence.ownedBy().stream().map(owner -> owner.table().toString());
            case DefinedObject defined -> Stream.concat(Stream.of(defined.name().toString()), defined.definition().words().stream());
            case EnumType _, Namespace _, Extension _ -> Stream.empty();
        };
    }

    private static Stream<String> names(TablePart part) {
        return switch (part) {
            case ForeignKey key -> Stream.of(key.target().toString());
            case Column column -> column.type().user() ? Stream.of(column.type().name()) : Stream.empty();
            case PrimaryKey _, Unique _, Check _, Exclusion _, Index _ -> Stream.empty();
        };
    }
}
