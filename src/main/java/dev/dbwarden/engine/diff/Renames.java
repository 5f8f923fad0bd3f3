package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What hints amount to: renames in an order that works, and what they settle.
 *
 * @param changes   renames of objects first, then of columns and labels (under their tables' and types' new names); swaps and chains by way of a free name
 * @param settled   what a hint says was dropped and not renamed
 * @param unmatched hints that match nothing, as they were sent
 */
public record Renames(List<Change> changes, Set<Ref> settled, List<String> unmatched) {

    /**
     * Matches hints with what is there before and after. A hint whose old name is gone from the snapshot is unmatched.
     *
     * @throws AmbiguousHintException where a hint can mean an object and a part of another
     */
    public static Renames of(List<RenameHint> hints, Schema before, Schema after) {
        return new Matching(before, after).match(hints);
    }

    private static final class Matching {
        private final Schema before;
        private final Schema after;
        private final Map<Ref, ObjectName> objects = new LinkedHashMap<>();
        /** What renamed objects are called before, by what they are called after. */
        private final Map<Ref, ObjectName> renamed = new HashMap<>();
        private final Map<ObjectName, Map<String, String>> columns = new LinkedHashMap<>();
        private final Map<ObjectName, Map<String, String>> labels = new LinkedHashMap<>();
        private final Set<Ref> settled = new HashSet<>();
        private final List<String> unmatched = new ArrayList<>();
        private final List<String> ambiguous = new ArrayList<>();

        Matching(Schema before, Schema after) {
            this.before = before;
            this.after = after;
        }

        Renames match(List<RenameHint> hints) {
            var rest = new ArrayList<RenameHint>();
            for (RenameHint hint : hints) {
                if (!object(hint)) {
                    rest.add(hint);
                }
            }
            for (RenameHint hint : rest) {
                if (!column(hint) && !label(hint)) {
                    unmatched.add(hint.text());
                }
            }
            if (!ambiguous.isEmpty()) {
                throw new AmbiguousHintException(ambiguous);
            }
            var changes = new ArrayList<Change>();
            changes.addAll(objectChanges());
            columns.forEach((table, names) -> changes.addAll(columnChanges(table, names)));
            labels.forEach((type, names) -> changes.addAll(labelChanges(type, names)));
            return new Renames(List.copyOf(changes), Collections.unmodifiableSet(settled), List.copyOf(unmatched));
        }

        private boolean object(RenameHint hint) {
            Optional<Ref> object = hint.from().size() > 2 ? Optional.empty() : object(hint, hint.from().size() == 1
                    ? ObjectName.of(hint.from().getFirst()) : new ObjectName(hint.from().getFirst(), hint.from().getLast()));
            Optional<Ref> part = hint.from().size() == 2 ? part(hint, ObjectName.of(hint.from().getFirst()), hint.from().getLast()) : Optional.empty();
            if (object.isPresent() && part.isPresent()) {
                ambiguous.add("the rename hint '%s' can mean the %s and the %s; write '%s %s' or '%s %s'".formatted(
                        hint.text(), part.get(), object.get(), part.get().kind(), hint.text(), object.get().kind(), hint.text()));
            } else {
                object.ifPresent(ref -> hint.to().ifPresentOrElse(to -> rename(ref, ref.owner().withName(to)), () -> settled.add(ref)));
            }
            return object.isPresent();
        }

        private void rename(Ref object, ObjectName to) {
            objects.put(object, to);
            renamed.put(new Ref(object.kind(), to, ""), object.owner());
        }

        /** The object that a hint can mean, which is there before, and under its new name after. */
        private Optional<Ref> object(RenameHint hint, ObjectName name) {
            return Stream.of(Kind.TABLE, Kind.ENUM, Kind.DOMAIN, Kind.SEQUENCE).filter(hint::mayMean).map(kind -> Ref.object(kind, name))
                    .filter(ref -> before.find(ref).isPresent()).findFirst()
                    .filter(ref -> hint.to().map(to -> after.find(new Ref(ref.kind(), name.withName(to), "")).isPresent()).orElse(true));
        }

        /** The column or label that a hint can mean, which is there before, and under its new name after. */
        private Optional<Ref> part(RenameHint hint, ObjectName owner, String name) {
            boolean column = hint.mayMean(Kind.COLUMN) && before.table(owner).filter(table -> table.column(name).isPresent()).isPresent()
                    && hint.to().map(to -> after.table(owner).filter(table -> table.column(to).isPresent()).isPresent()).orElse(true);
            boolean label = hint.mayMean(Kind.LABEL) && hasLabel(before, owner, name) && hint.to().map(to -> hasLabel(after, owner, to)).orElse(true);
            return column ? Optional.of(Ref.column(owner, name)) : label ? Optional.of(Ref.part(Kind.LABEL, owner, name)) : Optional.empty();
        }

        private static boolean hasLabel(Schema schema, ObjectName type, String label) {
            return schema.find(Ref.object(Kind.ENUM, type)).filter(each -> ((EnumType) each).labels().contains(label)).isPresent();
        }

        private boolean column(RenameHint hint) {
            return part(hint, Kind.TABLE, Kind.COLUMN, (object, name) -> ((Table) object).column(name).isPresent(), columns);
        }

        private boolean label(RenameHint hint) {
            return part(hint, Kind.ENUM, Kind.LABEL, (object, name) -> ((EnumType) object).labels().contains(name), labels);
        }

        /** A part of an object, which the hint may call by its old or by its new name. */
        private boolean part(RenameHint hint, Kind ofOwner, Kind ofPart, BiPredicate<SchemaObject, String> has, Map<ObjectName, Map<String, String>> renames) {
            if (hint.from().size() < 2 || !hint.mayMean(ofPart)) {
                return false;
            }
            List<String> parts = hint.from();
            ObjectName named = parts.size() == 2 ? ObjectName.of(parts.get(0)) : new ObjectName(parts.get(0), parts.get(1));
            ObjectName old = before.find(Ref.object(ofOwner, named)).isPresent() ? named : renamed.getOrDefault(Ref.object(ofOwner, named), named);
            if (before.find(Ref.object(ofOwner, old)).filter(owner -> has.test(owner, parts.getLast())).isEmpty()) {
                return false;
            }
            if (hint.to().isEmpty()) {
                settled.add(Ref.part(ofPart, old, parts.getLast()));
                return true;
            }
            ObjectName now = objects.getOrDefault(Ref.object(ofOwner, old), old);
            if (after.find(Ref.object(ofOwner, now)).filter(owner -> has.test(owner, hint.to().get())).isEmpty()) {
                return false;
            }
            renames.computeIfAbsent(now, _ -> new LinkedHashMap<>()).put(parts.getLast(), hint.to().get());
            return true;
        }

        private List<Change> objectChanges() {
            var taken = new HashSet<Ref>();
            before.objects().forEach(object -> taken.add(object.ref()));
            var names = new LinkedHashMap<Ref, Ref>();
            objects.forEach((from, to) -> names.put(from, new Ref(from.kind(), to, from.part())));
            return Untangling.of(names, taken, ref -> new Ref(ref.kind(), ref.owner().withName(ref.owner().name() + "__old"), ref.part()))
                    .map((from, to) -> new RenameObject(from, to.owner()));
        }

        private List<RenamePart> columnChanges(ObjectName table, Map<String, String> names) {
            var taken = new HashSet<String>();
            before.table(renamed.getOrDefault(Ref.object(Kind.TABLE, table), table)).ifPresent(t -> t.columns().stream().map(Column::name).forEach(taken::add));
            return Untangling.of(names, taken, name -> name + "__old").map((from, to) -> new RenamePart(table, Kind.COLUMN, from, to));
        }

        private List<RenameLabel> labelChanges(ObjectName type, Map<String, String> names) {
            var taken = new HashSet<String>();
            before.find(Ref.object(Kind.ENUM, renamed.getOrDefault(Ref.object(Kind.ENUM, type), type))).ifPresent(t -> taken.addAll(((EnumType) t).labels()));
            return Untangling.of(names, taken, name -> name + "__old").map((from, to) -> new RenameLabel(type, from, to, List.of()));
        }
    }
}
