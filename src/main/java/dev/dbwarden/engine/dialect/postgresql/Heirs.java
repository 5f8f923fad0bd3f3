package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that inherit. An heir that had a column or a check before it became one, or says it again, keeps it when its parent loses it
 * (manual, 5.11); a database tells, and the model does not, so that it goes there where it is left.
 */
final class Heirs {
    /** The option of what goes: the heirs that it goes from too. */
    static final String OPTION = "heirs";

    private final Map<String, List<ObjectName>> heirs = new HashMap<>();
    private final Draft draft;
    private final Set<Ref> gone = new HashSet<>();

    Heirs(Draft draft) {
        this.draft = draft;
        draft.before().tables().filter(table -> table.options().has("inherits")).forEach(table -> table.parents()
                .forEach(parent -> heirs.computeIfAbsent(parent, _ -> new ArrayList<>()).add(table.name())));
    }

    /** Why no statement makes this change: what an heir has from a parent is to be its own, or the other way round, while the parent stays. */
    Optional<String> obstacle(Change change) {
        return switch (change) {
            case AddPart(ObjectName heir, TablePart part) when inherits(heir, part, draft.before()) -> Optional.of(changesOver(heir, part));
            case DropPart(ObjectName heir, TablePart part) when inherits(heir, part, draft.after()) -> Optional.of(changesOver(heir, part));
            default -> Optional.empty();
        };
    }

    private static String changesOver(ObjectName heir, TablePart part) {
        return part.kind().phrase() + " " + part.name() + " of " + heir + " differs from its parent's, or is its own, in only one of model and snapshot; that cannot be changed yet; "
                + "change it by hand (ALTER TABLE .. NO INHERIT, ALTER COLUMN, INHERIT) and take an export for the snapshot";
    }

    private static boolean has(ObjectName heir, TablePart part, Schema schema) {
        return heir(heir, schema).filter(table -> table.parts().has(part.kind(), part.key())).isPresent() || inherits(heir, part, schema);
    }

    private static boolean inherits(ObjectName heir, TablePart part, Schema schema) {
        return (part instanceof Column || part instanceof Check)
                && heir(heir, schema).filter(table -> Descent.natural(schema::table).detached(table.withParts(Parts.NONE)).parts().has(part.kind(), part.key())).isPresent();
    }

    private static Optional<Table> heir(ObjectName name, Schema schema) {
        return schema.table(name).filter(table -> table.options().has("inherits"));
    }

    /** The drop, with those of the heirs that have it from no other parent any more. */
    DropPart everywhere(DropPart drop) {
        gone.add(drop.part().ref(drop.table()));
        String from = below(drop.table()).distinct().filter(heir -> !has(heir, drop.part(), draft.after()) && isLeft(heir, drop.part()) && gone.add(drop.part().ref(heir)))
                .map(ObjectName::toString).collect(Collectors.joining(", "));
        return from.isEmpty() ? drop : new DropPart(drop.table(), with(drop.part(), from));
    }

    /** Whether no parent has a part any more that an heir has from it. */
    private boolean isLeft(ObjectName heir, TablePart part) {
        return draft.before().table(heir).stream().flatMap(Table::parents).map(ObjectName::parse)
                .noneMatch(parent -> draft.before().table(parent).filter(table -> Descent.natural(draft.before()::table).detached(table).parts().has(part.kind(), part.key())).isPresent()
                        && !gone.contains(part.ref(parent)));
    }

    /** Those that inherit from a table, and go on to. */
    private Stream<ObjectName> below(ObjectName parent) {
        return heirs.getOrDefault(parent.toString(), List.of()).stream()
                .filter(heir -> draft.after().table(heir).filter(table -> table.parents().anyMatch(parent.toString()::equals)).isPresent())
                .flatMap(heir -> Stream.concat(Stream.of(heir), below(heir)));
    }

    private static TablePart with(TablePart part, String heirs) {
        return switch (part) {
            case Column column -> column.withOptions(column.options().with(OPTION, heirs));
            case Check check -> new Check(check.name(), check.condition(), check.options().with(OPTION, heirs));
            default -> part;
        };
    }

    /** The heirs in the options of what goes. */
    static List<ObjectName> in(Options options) {
        return options.find(OPTION).stream().flatMap(names -> Stream.of(names.split(", "))).map(ObjectName::parse).toList();
    }
}
