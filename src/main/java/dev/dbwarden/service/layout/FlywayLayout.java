package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.FileAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * Flyway: {@code V} and {@code U} scripts, each with a configuration where it needs one. A script is in one transaction or in none, so
 * what cannot be in one is a version of its own, {@code 3.2}. Names in {@code ${}} are Flyway's placeholders unless it is told otherwise.
 *
 * @see <a href="https://documentation.red-gate.com/fd/script-configuration-files-184127475.html">script configuration files</a>
 */
final class FlywayLayout implements Layout {
    private static final String FOLDER = "db/migration/";

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public List<FileAnswer> files(Written migration) {
        List<Part> parts = Part.independent(Part.runs(migration.upgrade()), Part.runs(migration.rollback()));
        var files = new ArrayList<FileAnswer>();
        for (int i = 0; i < parts.size(); i++) {
            files.addAll(script("V" + name(migration, parts.size(), i), parts.get(i).upgrade(), migration));
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            files.addAll(script("U" + name(migration, parts.size(), i), parts.get(i).rollback(), migration));
        }
        return files;
    }

    private static String name(Written migration, int count, int index) {
        return "%04d%s__%s.sql".formatted(migration.revision(), count == 1 ? "" : "." + (index + 1), migration.slug());
    }

    private static List<FileAnswer> script(String name, List<Statement> run, Written migration) {
        String text = Script.forClient(run.isEmpty() ? Script.NOTHING : run, migration.dialect());
        String configuration = (Part.isTransactional(run) ? "" : "executeInTransaction=false\n") + (text.contains("${") ? "placeholderReplacement=false\n" : "");
        var script = new FileAnswer(FOLDER + name, text);
        return configuration.isEmpty() ? List.of(script) : List.of(script, new FileAnswer(FOLDER + name + ".conf", configuration));
    }
}
