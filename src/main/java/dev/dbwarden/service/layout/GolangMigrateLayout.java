package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * golang-migrate: {@code up} and {@code down} files. Its drivers send a file as one message, which PostgreSQL takes for one transaction, so
 * what cannot be in one is alone in its file.
 *
 * @see <a href="https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md">its migrations</a>
 */
final class GolangMigrateLayout implements Layout {
    @Override
    public String name() {
        return "golang-migrate";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        List<Part> parts = Part.independent(Part.messages(migration.upgrade()), Part.messages(migration.rollback()));
        var upgrades = new ArrayList<FileAnswer>();
        var rollbacks = new ArrayList<FileAnswer>();
        for (int i = 0; i < parts.size(); i++) {
            String path = "migrations/" + Versions.of(migration, parts.size(), i) + "_" + migration.slug();
            upgrades.add(new FileAnswer(path + ".up.sql", script(parts.get(i).upgrade())));
            rollbacks.addFirst(new FileAnswer(path + ".down.sql", script(parts.get(i).rollback())));
        }
        upgrades.addAll(rollbacks);
        return upgrades;
    }

    private static String script(List<Statement> run) {
        return Script.forServer(run.isEmpty() ? Script.NOTHING : run);
    }
}
