package dev.dbwarden.engine.plan;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Footprint;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/** Puts steps into an order in which each finds what it needs; among steps that are ready, the order of the list stays. */
final class Order {
    /** From this many pairs on, one junction stands for all of them, so that a name that everything shares costs its users and not their square. */
    private static final int MANY_PAIRS = 64;

    private final List<Footprint> footprints;
    /** Of each step, and behind them of each junction: who comes later. */
    private final List<List<Integer>> followers = new ArrayList<>();
    private final List<Integer> waitsFor = new ArrayList<>();
    /** The other way round: who comes before; found when somebody asks first. */
    private List<List<Integer>> leaders = List.of();

    private Order(List<Change> changes) {
        this.footprints = changes.stream().map(Footprint::of).toList();
        footprints.forEach(_ -> node());
        var creates = index(Footprint::creates);
        var drops = index(Footprint::drops);
        var alters = index(Footprint::alters);
        var uses = index(Footprint::uses);
        var releases = index(Footprint::releases);
        edges(creates, uses);
        edges(creates, alters);
        edges(releases, drops);
        edges(alters, drops);
        edges(freed(drops, changes), freed(creates, changes));
        edges(releases, alters);
        edges(alters, uses);
    }

    static List<Step> of(List<Step> steps) {
        var order = new Order(steps.stream().map(Step::change).toList());
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

    /** By names that tell their namespaces: in another one a name needs not be free. */
    private static Map<Ref, List<Integer>> freed(Map<Ref, List<Integer>> index, List<Change> changes) {
        var freed = new HashMap<Ref, List<Integer>>();
        index.forEach((ref, places) -> {
            for (int place : places) {
                String namespace = changes.get(place).subject().owner().namespace();
                Ref full = ref.isName() ? Ref.named(new ObjectName(namespace, ref.owner().name())) : ref;
                freed.computeIfAbsent(full, _ -> new ArrayList<>(1)).add(place);
            }
        });
        return freed;
    }

    private int node() {
        followers.add(new ArrayList<>());
        waitsFor.add(0);
        return followers.size() - 1;
    }

    private void edges(Map<Ref, List<Integer>> first, Map<Ref, List<Integer>> then) {
        first.forEach((ref, befores) -> {
            List<Integer> afters = then.getOrDefault(ref, List.of());
            if ((long) befores.size() * afters.size() >= MANY_PAIRS && Collections.disjoint(befores, new HashSet<>(afters))) {
                int junction = node();
                befores.forEach(before -> edge(before, junction));
                afters.forEach(after -> edge(junction, after));
                return;
            }
            for (int after : afters) {
                for (int before : befores) {
                    if (before != after) {
                        edge(before, after);
                    }
                }
            }
        });
    }

    private void edge(int before, int after) {
        followers.get(before).add(after);
        waitsFor.set(after, waitsFor.get(after) + 1);
    }

    /**
     * Kahn's algorithm with the list's order as priority. Text that is not taken apart can make two steps wait for each other
     * although the server would not; then the first of these in the list goes first, which is the order that the differ thinks natural.
     */
    private List<Integer> sorted() {
        int steps = footprints.size();
        var ready = new PriorityQueue<Integer>();
        var done = new boolean[steps];
        for (int i = 0; i < steps; i++) {
            if (waitsFor.get(i) == 0) {
                ready.add(i);
            }
        }
        var sorted = new ArrayList<Integer>(steps);
        int stuck = 0;
        while (sorted.size() < steps) {
            if (ready.isEmpty()) {
                while (done[stuck]) {
                    stuck++;
                }
                ready.add(first(stuck, done));
            }
            int next = ready.poll();
            if (done[next]) {
                continue;
            }
            done[next] = true;
            sorted.add(next);
            release(next, ready);
        }
        return sorted;
    }

    /** A step before a stuck one, or that itself, that waits only for such as wait for it. */
    private int first(int stuck, boolean[] done) {
        leaders = leaders.isEmpty() ? leaders() : leaders;
        int first = stuck;
        while (true) {
            BitSet before = reach(first, leaders, done);
            before.andNot(reach(first, followers, done));
            if (before.isEmpty()) {
                return first;
            }
            first = before.nextSetBit(0);
        }
    }

    private List<List<Integer>> leaders() {
        var before = new ArrayList<List<Integer>>();
        followers.forEach(_ -> before.add(new ArrayList<>()));
        for (int i = 0; i < followers.size(); i++) {
            for (int follower : followers.get(i)) {
                before.get(follower).add(i);
            }
        }
        return before;
    }

    /** What is left of that to which a step leads, directly or not. */
    private BitSet reach(int from, List<List<Integer>> edges, boolean[] done) {
        var reached = new BitSet();
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (int next : edges.get(open.poll())) {
                boolean left = next < done.length ? !done[next] : waitsFor.get(next) > 0;
                if (left && !reached.get(next)) {
                    reached.set(next);
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private void release(int done, Collection<Integer> ready) {
        for (int follower : followers.get(done)) {
            int left = waitsFor.get(follower) - 1;
            waitsFor.set(follower, left);
            if (left == 0 && follower < footprints.size()) {
                ready.add(follower);
            } else if (left == 0) {
                release(follower, ready);
            }
        }
    }
}
