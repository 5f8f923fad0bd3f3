package dev.dbwarden.service.source.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The order in which a class's attributes are looked up: Python's C3 linearization, of the classes of the program. */
final class Linearization {
    private Linearization() {}

    static List<ClassValue> of(ClassValue type) {
        List<ClassValue> parents = type.bases().stream().filter(ClassValue.class::isInstance).map(ClassValue.class::cast).toList();
        var sequences = new ArrayList<List<ClassValue>>();
        parents.forEach(parent -> sequences.add(new ArrayList<>(parent.lineage())));
        sequences.add(new ArrayList<>(parents));
        var merged = new ArrayList<>(List.of(type));
        while (true) {
            sequences.removeIf(List::isEmpty);
            if (sequences.isEmpty()) {
                return List.copyOf(merged);
            }
            ClassValue next = next(sequences);
            merged.add(next);
            sequences.forEach(sequence -> sequence.remove(next));
        }
    }

    /** The first head that stands in no other tail; Python refuses a class that has none, so any order will do for it. */
    private static ClassValue next(List<List<ClassValue>> sequences) {
        return sequences.stream().map(List::getFirst)
                .filter(head -> sequences.stream().noneMatch(sequence -> sequence.lastIndexOf(head) > 0))
                .findFirst().orElse(sequences.getFirst().getFirst());
    }
}
