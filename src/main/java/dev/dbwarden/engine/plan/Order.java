package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Footprint;
import dev.dbwarden.engine.schema.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/** Puts steps into an order in which each finds what it needs; among steps that are ready, the order of the list stays. */
final class Order {
    private final List<Footprint> footprints;
    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] waitsFor;

    private Order(List<Footprint> footprints) {
        this.footprints = footprints;
        this.waitsFor = new int[footprints.size()];
        footprints.forEach(_ -> followers.add(new ArrayList<>()));
        var creates = index(Footprint::creates);
        var drops = index(Footprint::drops);
        var alters = index(Footprint::alters);
        var uses = index(Footprint::uses);
        var releases = index(Footprint::releases);
        edges(creates, uses);
        edges(creates, alters);
        edges(releases, drops);
        edges(alters, drops);
        edges(drops, creates);
        edges(releases, alters);
        edges(alters, uses);
    }

    static List<Step> of(List<Step> steps) {
        var order = new Order(steps.stream().map(step -> Footprint.of(step.change())).toList());
        return order.sorted().stream().map(steps::get).toList();
    }

    private Map<Ref, List<Integer>> index(Function<Footprint, Set<Ref>> refs) {
        var index = new HashMap<Ref, List<Integer>>();
        for (int i = 0; i < footprints.size(); i++) {
            for (Ref ref : refs.apply(footprints.get(i))) {
                index.computeIfAbsent(ref, _ -> new ArrayList<>(1)).add(i);
            }
        }
        return index;
    }

    private void edges(Map<Ref, List<Integer>> first, Map<Ref, List<Integer>> then) {
        first.forEach((ref, befores) -> {
            for (int after : then.getOrDefault(ref, List.of())) {
                for (int before : befores) {
                    if (before != after) {
                        followers.get(before).add(after);
                        waitsFor[after]++;
                    }
                }
            }
        });
    }

    /**
     * Kahn's algorithm with the list's order as priority. Text that is not taken apart can make two steps wait for each other
     * although the server would not; then the first in the list goes first, which is the order that the differ thinks natural.
     */
    private List<Integer> sorted() {
        var ready = new PriorityQueue<Integer>();
        var done = new boolean[waitsFor.length];
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                ready.add(i);
            }
        }
        var sorted = new ArrayList<Integer>(waitsFor.length);
        int stuck = 0;
        while (sorted.size() < waitsFor.length) {
            if (ready.isEmpty()) {
                while (done[stuck]) {
                    stuck++;
                }
                ready.add(stuck);
            }
            int next = ready.poll();
            if (done[next]) {
                continue;
            }
            done[next] = true;
            sorted.add(next);
            for (int follower : followers.get(next)) {
                if (--waitsFor[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        return sorted;
    }
}
