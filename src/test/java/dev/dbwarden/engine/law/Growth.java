package dev.dbwarden.engine.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Grows random schemas and edits them, such that a database with rows can follow in both directions: a required column that comes
 * or goes has a default, what must be distinct has {@code id} in it, and no foreign key points at a later table.
 */
final class Growth {
    private final Random random;
    private final RandomSchema schema;

    private Growth(RandomSchema schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    static RandomSchema schema(Flavour flavour, long seed) {
        var growth = new Growth(new RandomSchema(flavour), new Random(seed * 31 + 7));
        for (int i = 0; i < flavour.islands().size(); i++) {
            growth.schema.islands.put(i, flavour.islands().get(i).getFirst());
        }
        int tables = 1 + growth.random.nextInt(4);
        for (int i = 0; i < tables; i++) {
            growth.addTable();
        }
        for (int i = 0; i < 4; i++) {
            growth.addView();
            growth.changeIsland();
        }
        return growth.schema;
    }

    static RandomSchema edited(RandomSchema before, long seed) {
        var growth = new Growth(before.copy(), new Random(seed * 17 + 3));
        int edits = 1 + growth.random.nextInt(8);
        for (int i = 0; i < edits; i++) {
            growth.edit();
        }
        return growth.schema;
    }

    private void edit() {
        switch (random.nextInt(16)) {
            case 0 -> addTable();
            case 1 -> dropTable();
            case 2 -> table().name = newName();
            case 3 -> table().comment = comment();
            case 4, 5 -> addColumn(table());
            case 6 -> dropColumn(table());
            case 7 -> changeColumn(table(), column -> column.withName(newName()));
            case 8 -> changeColumn(table(), this::retyped);
            case 9 -> changeColumn(table(), column -> column.isGenerated() ? column : column.withDefault(column.required() ? pick(column.type().defaults()) : defaultOf(column.type())));
            case 10 -> changeColumn(table(), column -> column.withRequired(!column.required() && !column.defaultValue().isEmpty()));
            case 11 -> changeColumn(table(), column -> column.withComment(comment()));
            case 12 -> addPart(table());
            case 13 -> changePart(table());
            case 14 -> changeView();
            default -> changeIsland();
        }
    }

    private void addTable() {
        var table = new RandomTable(++schema.lastKey, newName(), pick(schema.flavour.identities()), random.nextBoolean() ? "" : "key_" + schema.lastKey);
        for (int i = random.nextInt(5); i >= 0; i--) {
            addColumn(table);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            addPart(table);
        }
        if (!schema.tables.isEmpty() && random.nextBoolean() && !schema.flavour.references().isEmpty()) {
            addReference(table, table());
        }
        table.comment = comment();
        schema.tables.add(table);
    }

    private void dropTable() {
        RandomTable gone = table();
        boolean referenced = schema.tables.stream().anyMatch(table -> table.parts.stream().anyMatch(part -> part.target() == gone.key));
        if (schema.tables.size() > 1 && !referenced) {
            schema.tables.remove(gone);
            schema.views.removeIf(view -> view.table() == gone.key);
        }
    }

    private void addColumn(RandomTable table) {
        RandomType type = pick(schema.flavour.types());
        boolean first = type.equals(schema.flavour.types().getFirst());
        String extra = first && random.nextInt(3) == 0 ? pick(schema.flavour.extras()) : "";
        String value = extra.contains("GENERATED") ? "" : defaultOf(type);
        table.columns.add(new RandomColumn(++schema.lastKey, newName(), type, !value.isEmpty() && random.nextBoolean(), value, extra, comment()));
    }

    private void dropColumn(RandomTable table) {
        if (table.columns.size() > 1) {
            int key = pick(table.columns).key();
            table.columns.removeIf(column -> column.key() == key);
            table.parts.removeIf(part -> part.columns().contains(key));
        }
    }

    private void changeColumn(RandomTable table, UnaryOperator<RandomColumn> change) {
        if (!table.columns.isEmpty()) {
            int at = random.nextInt(table.columns.size());
            table.columns.set(at, change.apply(table.columns.get(at)));
        }
    }

    private RandomColumn retyped(RandomColumn column) {
        if (column.type().becomes().isEmpty() || column.isGenerated()) {
            return column;
        }
        RandomType type = schema.flavour.type(pick(column.type().becomes()));
        if (refersToIdentity(column) && !List.of("integer", "bigint").contains(type.name())) {
            return column;
        }
        RandomColumn changed = column.withType(type);
        return changed.withDefault(column.required() ? pick(changed.type().defaults()) : defaultOf(changed.type()));
    }

    /** Whether a foreign key compares the column with a key that is an integer. */
    private boolean refersToIdentity(RandomColumn column) {
        return schema.tables.stream().flatMap(table -> table.parts.stream()).anyMatch(part -> part.target() >= 0 && part.columns().contains(column.key()));
    }

    private void addPart(RandomTable table) {
        Shape shape = pick(schema.flavour.shapes());
        var columns = new ArrayList<Integer>();
        table.columns.stream().filter(column -> !column.isGenerated()).limit(4).forEach(column -> columns.add(column.key()));
        Collections.shuffle(columns, random);
        if (columns.size() >= shape.columns()) {
            table.parts.add(new RandomPart("part_" + ++schema.lastKey, shape, List.copyOf(columns.subList(0, shape.columns())), -1));
        }
    }

    private void addReference(RandomTable table, RandomTable target) {
        RandomType type = schema.flavour.type(target.identity.startsWith("big") ? "bigint" : "integer");
        var column = new RandomColumn(++schema.lastKey, newName(), type, false, "", "", "");
        table.columns.add(column);
        table.parts.add(new RandomPart("reference_" + ++schema.lastKey, pick(schema.flavour.references()), List.of(column.key()), target.key));
    }

    private void changePart(RandomTable table) {
        if (table.parts.isEmpty()) {
            return;
        }
        int at = random.nextInt(table.parts.size());
        RandomPart part = table.parts.get(at);
        List<Shape> shapes = part.target() < 0 ? schema.flavour.shapes() : schema.flavour.references();
        List<Shape> others = shapes.stream().filter(shape -> shape.columns() == part.columns().size()).toList();
        if (random.nextInt(3) == 0) {
            table.parts.remove(at);
        } else {
            table.parts.set(at, part.withShape(pick(others)));
        }
    }

    private void addView() {
        RandomTable table = table();
        schema.views.add(new RandomView(newName(), table.key, table.columns.stream().filter(_ -> random.nextBoolean()).map(RandomColumn::key).toList()));
    }

    private void changeView() {
        if (schema.views.isEmpty() || random.nextInt(3) == 0) {
            addView();
            return;
        }
        RandomView view = schema.views.remove(random.nextInt(schema.views.size()));
        if (random.nextBoolean()) {
            schema.views.add(new RandomView(view.name(), view.table(), view.columns().stream().filter(_ -> random.nextBoolean()).toList()));
        }
    }

    private void changeIsland() {
        int island = random.nextInt(schema.flavour.islands().size());
        schema.islands.put(island, pick(schema.flavour.islands().get(island)));
    }

    private String defaultOf(RandomType type) {
        return random.nextBoolean() ? "" : pick(type.defaults());
    }

    private String comment() {
        return switch (random.nextInt(6)) {
            case 0 -> "'a comment'";
            case 1 -> "'it''s; -- $$ /* \"x\" */'";
            default -> "";
        };
    }

    private String newName() {
        return Names.random(random, ++schema.lastKey);
    }

    private RandomTable table() {
        return pick(schema.tables);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
