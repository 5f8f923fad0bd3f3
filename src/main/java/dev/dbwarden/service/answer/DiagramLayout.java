package dev.dbwarden.service.answer;

import dev.dbwarden.service.answer.Diagram.Attribute;
import dev.dbwarden.service.answer.Diagram.Entity;
import dev.dbwarden.service.answer.Diagram.Mark;
import dev.dbwarden.service.answer.Diagram.Relationship;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a diagram's tables stand: what is referred to stands left of what refers to it, and tables without references stand in rows below.
 * Linear in tables and references but for sorting, so that ten thousand tables are drawn too.
 */
final class DiagramLayout {
    static final int HEAD = 26;
    static final int ROW = 18;
    private static final int GAP = 24;
    private static final int LANE = 96;
    private static final int MARGIN = 20;
    private static final int LETTER = 7;
    private static final int NARROWEST = 150;
    private static final int WIDEST = 380;
    /** In a diagram of more tables, or of a table with more columns, only keys and changes are of interest. */
    private static final int MANY_TABLES = 60;
    private static final int MANY_COLUMNS = 30;

    /** A table in its place; {@code left} columns are not drawn. */
    record Box(Entity entity, List<Attribute> rows, int left, int x, int y, int width) {
        int height() {
            return HEAD + ROW * (rows.size() + (left > 0 ? 1 : 0)) + 6;
        }

        Box at(int newX, int newY) {
            return new Box(entity, rows, left, newX, newY, width);
        }
    }

    private final Diagram diagram;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, List<String>> targets = new HashMap<>();
    private final Map<String, List<String>> referrers = new HashMap<>();
    private int width;
    private int height;

    private DiagramLayout(Diagram diagram) {
        this.diagram = diagram;
        diagram.entities().forEach(entity -> boxes.put(entity.name(), box(entity)));
        for (Relationship each : diagram.relationships()) {
            if (!each.from().equals(each.to()) && boxes.containsKey(each.to())) {
                targets.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(each.to());
                referrers.computeIfAbsent(each.to(), _ -> new ArrayList<>()).add(each.from());
            }
        }
    }

    static DiagramLayout of(Diagram diagram) {
        var layout = new DiagramLayout(diagram);
        layout.columns();
        layout.shelves();
        return layout;
    }

    Map<String, Box> boxes() {
        return boxes;
    }

    int width() {
        return width + MARGIN;
    }

    int height() {
        return height + MARGIN;
    }

    private Box box(Entity entity) {
        boolean brief = diagram.entities().size() > MANY_TABLES || entity.attributes().size() > MANY_COLUMNS;
        List<Attribute> rows = brief ? entity.attributes().stream().filter(each -> !each.keys().isEmpty() || entity.mark() == Mark.CHANGED && each.mark() != Mark.SAME).limit(MANY_COLUMNS).toList() : entity.attributes();
        int letters = Math.max(Drawing.named(entity.name(), entity.former()).length() + 4, rows.stream().mapToInt(each -> Drawing.named(each.name(), each.former()).length() + each.type().length() + 3 * each.keys().size() + 7).max().orElse(0));
        return new Box(entity, rows, entity.attributes().size() - rows.size(), 0, 0, Math.clamp(letters * LETTER, NARROWEST, WIDEST));
    }

    /** The tables with references, rank by rank from left to right; a rank that would be too high takes several columns. */
    private void columns() {
        int x = MARGIN;
        int highest = side(boxes.values().stream().filter(this::isLinked).toList());
        var places = new HashMap<String, Integer>();
        for (List<Box> rank : ranks()) {
            rank.sort(Comparator.comparingDouble(box -> targets.getOrDefault(box.entity().name(), List.of()).stream().mapToInt(target -> places.getOrDefault(target, 0)).average().orElse(0)));
            int y = MARGIN;
            int widest = 0;
            for (Box box : rank) {
                if (y > MARGIN && y + box.height() > highest) {
                    x += widest + LANE;
                    y = MARGIN;
                    widest = 0;
                }
                place(box.at(x, y));
                places.put(box.entity().name(), y);
                y += box.height() + GAP;
                widest = Math.max(widest, box.width());
            }
            x += widest + LANE;
        }
    }

    private boolean isLinked(Box box) {
        return targets.containsKey(box.entity().name()) || referrers.containsKey(box.entity().name());
    }

    /** By the longest way to a table that refers to none; where references go round, the first of the circle is taken for such a one. */
    private List<List<Box>> ranks() {
        var waits = new LinkedHashMap<String, Integer>();
        boxes.values().stream().filter(this::isLinked).forEach(box -> waits.put(box.entity().name(), targets.getOrDefault(box.entity().name(), List.of()).size()));
        var rank = new HashMap<String, Integer>();
        var ready = new ArrayDeque<String>();
        waits.forEach((name, count) -> {
            if (count == 0) {
                ready.add(name);
            }
        });
        var byRank = new TreeMap<Integer, List<Box>>();
        var circular = new ArrayDeque<>(waits.keySet());
        while (rank.size() < waits.size()) {
            while (ready.isEmpty()) {
                String next = circular.poll();
                if (!rank.containsKey(next)) {
                    ready.add(next);
                }
            }
            settle(ready, waits, rank, byRank);
        }
        return List.copyOf(byRank.values());
    }

    private void settle(ArrayDeque<String> ready, Map<String, Integer> waits, Map<String, Integer> rank, Map<Integer, List<Box>> byRank) {
        while (!ready.isEmpty()) {
            String name = ready.poll();
            int own = targets.getOrDefault(name, List.of()).stream().mapToInt(target -> rank.getOrDefault(target, -1)).max().orElse(-1) + 1;
            if (rank.putIfAbsent(name, own) != null) {
                continue;
            }
            byRank.computeIfAbsent(own, _ -> new ArrayList<>()).add(boxes.get(name));
            for (String referrer : referrers.getOrDefault(name, List.of())) {
                if (waits.merge(referrer, -1, Integer::sum) == 0) {
                    ready.add(referrer);
                }
            }
        }
    }

    /** The tables without references, in rows under the others. */
    private void shelves() {
        List<Box> loose = boxes.values().stream().filter(box -> !isLinked(box)).toList();
        int widest = Math.max(width, side(loose));
        int x = MARGIN;
        int y = height + (height == 0 ? MARGIN : 2 * GAP);
        int highest = 0;
        for (Box box : loose) {
            if (x > MARGIN && x + box.width() > widest) {
                x = MARGIN;
                y += highest + GAP;
                highest = 0;
            }
            place(box.at(x, y));
            x += box.width() + GAP;
            highest = Math.max(highest, box.height());
        }
    }

    /** The side of a square that holds the boxes with the gaps between them. */
    private static int side(List<Box> all) {
        return (int) Math.sqrt(all.stream().mapToDouble(box -> (double) (box.width() + LANE) * (box.height() + GAP)).sum()) + MARGIN;
    }

    private void place(Box box) {
        boxes.put(box.entity().name(), box);
        width = Math.max(width, box.x() + box.width());
        height = Math.max(height, box.y() + box.height());
    }
}
