package dev.dbwarden.engine.diff;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds drops and adds that may be one rename. It suggests and never acts. */
public final class RenameCandidates {
    /** Below this two things have too little in common to ask about. */
    private static final double THRESHOLD = 0.5;
    /** Comparing each dropped table with each added one is for people's changes, not for a schema replaced whole. */
    private static final int MOST_PAIRS = 20_000;

    private RenameCandidates() {}

    public static List<RenameCandidate> among(List<Change> changes, Set<Ref> settled) {
        var candidates = new ArrayList<RenameCandidate>();
        Map<ObjectName, List<Column>> dropped = new LinkedHashMap<>();
        Map<ObjectName, List<Column>> added = new LinkedHashMap<>();
        for (Change change : changes) {
            switch (change) {
                case DropPart(ObjectName table, Column column) when !settled.contains(column.ref(table)) -> dropped.computeIfAbsent(table, _ -> new ArrayList<>()).add(column);
                case AddPart(ObjectName table, Column column) -> added.computeIfAbsent(table, _ -> new ArrayList<>()).add(column);
                case AlterObject(EnumType before, EnumType after) -> labels(before, after, settled, candidates);
                default -> { }
            }
        }
        dropped.forEach((table, olds) -> columns(table, olds, added.getOrDefault(table, List.of()), candidates));
        tables(of(changes, Table.class, false, settled), of(changes, Table.class, true, settled), candidates);
        enums(of(changes, EnumType.class, false, settled), of(changes, EnumType.class, true, settled), candidates);
        return List.copyOf(candidates);
    }

    private static void columns(ObjectName table, List<Column> dropped, List<Column> added, List<RenameCandidate> candidates) {
        if ((long) dropped.size() * added.size() > MOST_PAIRS) {
            return;
        }
        for (Column old : dropped) {
            for (Column column : added) {
                double similarity = (old.type().equals(column.type()) ? 0.5 : 0) + 0.5 * likeness(old.name(), column.name());
                if (similarity >= THRESHOLD) {
                    candidates.add(new RenameCandidate(old.ref(table), column.ref(table), rounded(similarity),
                            RenameHint.part(table, old.name(), column.name()), RenameHint.dropped(table, old.name())));
                }
            }
        }
    }

    private static void tables(List<Table> dropped, List<Table> added, List<RenameCandidate> candidates) {
        if ((long) dropped.size() * added.size() > MOST_PAIRS) {
            return;
        }
        for (Table old : dropped) {
            for (Table table : added) {
                Set<String> ours = shape(old);
                Set<String> theirs = shape(table);
                var both = new HashSet<>(ours);
                both.retainAll(theirs);
                double common = (double) both.size() / Math.max(1, ours.size() + theirs.size() - both.size());
                object(old.ref(), old.name(), table.ref(), table.name(), common, candidates);
            }
        }
    }

    private static void enums(List<EnumType> dropped, List<EnumType> added, List<RenameCandidate> candidates) {
        for (EnumType old : dropped) {
            for (EnumType type : added) {
                if (old.labels().equals(type.labels())) {
                    object(old.ref(), old.name(), type.ref(), type.name(), 1, candidates);
                }
            }
        }
    }

    /** One label that came to where one went: between the same two that stay. */
    private static void labels(EnumType before, EnumType after, Set<Ref> settled, List<RenameCandidate> candidates) {
        Map<List<String>, List<String>> gone = gaps(before.labels(), after.labels());
        Map<List<String>, List<String>> come = gaps(after.labels(), before.labels());
        gone.forEach((around, olds) -> {
            List<String> news = come.getOrDefault(around, List.of());
            Ref old = Ref.part(Kind.LABEL, before.name(), olds.getFirst());
            if (olds.size() == 1 && news.size() == 1 && !settled.contains(old)) {
                candidates.add(new RenameCandidate(old, Ref.part(Kind.LABEL, after.name(), news.getFirst()), rounded(0.5 + 0.5 * likeness(olds.getFirst(), news.getFirst())),
                        RenameHint.part(after.name(), olds.getFirst(), news.getFirst()), RenameHint.dropped(after.name(), olds.getFirst())));
            }
        });
    }

    /** The labels that the others have not, by the two around them that they have. */
    private static Map<List<String>, List<String>> gaps(List<String> labels, List<String> others) {
        Map<List<String>, List<String>> gaps = new LinkedHashMap<>();
        var own = new ArrayList<String>();
        String last = "";
        var known = new HashSet<>(others);
        for (String label : labels) {
            if (!known.contains(label)) {
                own.add(label);
                continue;
            }
            gap(gaps, List.of(last, label), own);
            last = label;
        }
        gap(gaps, List.of(last), own);
        return gaps;
    }

    private static void gap(Map<List<String>, List<String>> gaps, List<String> around, List<String> own) {
        if (!own.isEmpty()) {
            gaps.put(around, List.copyOf(own));
            own.clear();
        }
    }

    private static void object(Ref from, ObjectName old, Ref to, ObjectName name, double common, List<RenameCandidate> candidates) {
        if (common >= THRESHOLD && old.namespace().equals(name.namespace())) {
            candidates.add(new RenameCandidate(from, to, rounded(0.8 * common + 0.2 * likeness(old.name(), name.name())),
                    RenameHint.object(old, name), old + ":"));
        }
    }

    private static Set<String> shape(Table table) {
        return table.columns().stream().map(column -> column.name() + " " + column.type()).collect(Collectors.toSet());
    }

    private static <T> List<T> of(List<Change> changes, Class<T> type, boolean added, Set<Ref> settled) {
        return changes.stream().flatMap(change -> switch (change) {
            case CreateObject(var object) when added -> Stream.of(object);
            case DropObject(var object) when !added && !settled.contains(object.ref()) -> Stream.of(object);
            default -> Stream.empty();
        }).filter(type::isInstance).map(type::cast).toList();
    }

    /** Common pairs of letters, as a share of all (Dice's coefficient). */
    private static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        var pairs = pairs(one);
        int all = pairs.size() + pairs(other).size();
        int common = 0;
        for (String pair : pairs(other)) {
            if (pairs.remove(pair)) {
                common++;
            }
        }
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static List<String> pairs(String word) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < word.length(); i++) {
            pairs.add(word.substring(i, i + 2).toLowerCase(java.util.Locale.ROOT));
        }
        return pairs;
    }

    private static double rounded(double similarity) {
        return Math.round(similarity * 100) / 100.0;
    }
}
