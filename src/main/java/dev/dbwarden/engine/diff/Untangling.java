package dev.dbwarden.engine.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Renames in an order in which no name is taken twice: a chain from its end; a swap, or a new name that something else still has,
 * by way of a free name.
 */
record Untangling<N>(List<Map.Entry<N, N>> moves) {

    static <N> Untangling<N> of(Map<N, N> renames, Set<N> taken, UnaryOperator<N> aside) {
        var waiting = new LinkedHashMap<>(renames);
        var moves = new ArrayList<Map.Entry<N, N>>();
        while (!waiting.isEmpty()) {
            var free = waiting.entrySet().stream().filter(move -> !taken.contains(move.getValue())).findFirst();
            if (free.isPresent()) {
                move(free.get().getKey(), free.get().getValue(), taken, moves);
                waiting.remove(free.get().getKey());
                continue;
            }
            N blocked = waiting.values().iterator().next();
            N elsewhere = aside.apply(blocked);
            while (taken.contains(elsewhere)) {
                elsewhere = aside.apply(elsewhere);
            }
            move(blocked, elsewhere, taken, moves);
            N target = waiting.remove(blocked);
            if (target != null) {
                waiting.put(elsewhere, target);
            }
        }
        return new Untangling<>(moves);
    }

    private static <N> void move(N from, N to, Set<N> taken, List<Map.Entry<N, N>> moves) {
        taken.remove(from);
        taken.add(to);
        moves.add(Map.entry(from, to));
    }

    <C> List<C> map(BiFunction<N, N, ? extends C> change) {
        return moves.stream().<C>map(move -> change.apply(move.getKey(), move.getValue())).toList();
    }
}
