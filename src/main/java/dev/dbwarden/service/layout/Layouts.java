package dev.dbwarden.service.layout;

import java.util.List;
import java.util.Optional;

/** The layouts; the first is the one that a request gets that names none. */
public final class Layouts {
    private static final List<Layout> ALL = List.of(new DbwardenLayout(), new FlywayLayout(), new LiquibaseLayout(), new GolangMigrateLayout(),
            new DbmateLayout(), new GooseLayout(), new PlainLayout());

    private Layouts() {}

    public static List<Layout> all() {
        return ALL;
    }

    public static Layout first() {
        return ALL.getFirst();
    }

    public static Optional<Layout> find(String name) {
        return ALL.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }
}
