package dev.dbwarden.service.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of allowed dependencies, as data. What is not in it is forbidden, and what is in it and not used has to go. */
class DependencyTest {
    private static final String ROOT = "dev.dbwarden.";
    /** What the engine may use besides itself. */
    private static final List<String> ENGINE_OUTSIDE = List.of("java.", "org.jspecify.");

    /** Package by package, under {@code dev.dbwarden}; a dialect's package may use its own sub-packages. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("engine.sql", Set.of()),
            Map.entry("engine.schema", Set.of("engine.sql")),
            Map.entry("engine.change", Set.of("engine.schema")),
            Map.entry("engine.diff", Set.of("engine.sql", "engine.schema", "engine.change")),
            Map.entry("engine.plan", Set.of("engine.schema", "engine.change", "engine.diff")),
            Map.entry("engine.lint", Set.of("engine.schema", "engine.change", "engine.diff", "engine.plan", "engine.dialect", "engine.lint.rule")),
            Map.entry("engine.lint.rule", Set.of("engine.schema", "engine.change", "engine.diff", "engine.dialect", "engine.lint")),
            Map.entry("engine.dialect", Set.of("engine.schema", "engine.change", "engine.plan", "engine.sql", "engine.dialect.*")),
            Map.entry("engine.dialect.*", Set.of("engine.schema", "engine.change", "engine.plan", "engine.sql", "engine.dialect")),
            Map.entry("engine.merge", Set.of("engine.schema", "engine.change", "engine.diff", "engine.dialect")),
            Map.entry("engine.migration", Set.of("engine.sql", "engine.schema", "engine.change", "engine.diff", "engine.plan", "engine.lint", "engine.dialect")),
            Map.entry("engine.phase", Set.of("engine.schema", "engine.change", "engine.diff", "engine.lint", "engine.dialect", "engine.migration")),
            Map.entry("service", Set.of()),
            Map.entry("service.api", Set.of()),
            Map.entry("service.document", Set.of("service.api")),
            Map.entry("service.snapshot", Set.of("service.api", "service.document", "engine.schema", "engine.dialect", "engine.diff", "engine.sql")),
            Map.entry("service.source", Set.of("service.api", "service.document", "service.snapshot", "service.source.python", "service.source.sqlalchemy",
                    "service.source.drizzle", "service.source.prisma",
                    "engine.schema", "engine.dialect", "engine.sql")),
            Map.entry("service.source.python", Set.of()),
            Map.entry("service.source.drizzle", Set.of("service.document", "engine.dialect", "engine.sql")),
            Map.entry("service.source.prisma", Set.of("engine.dialect", "engine.sql")),
            Map.entry("service.source.evaluation", Set.of("service.source.python")),
            Map.entry("service.source.sqlalchemy", Set.of("service.source.python", "service.source.evaluation", "engine.dialect", "engine.sql")),
            Map.entry("service.security", Set.of("service.api")),
            Map.entry("service.database", Set.of("service.api", "engine.dialect", "engine.sql")),
            Map.entry("service.layout", Set.of("service.api", "engine.dialect")),
            Map.entry("service.answer", Set.of("service.api", "service.app", "service.source", "engine.schema", "engine.change")),
            Map.entry("service.app", Set.of("service.api", "service.database", "service.security", "service.document", "service.snapshot", "service.source", "service.layout",
                    "engine.schema", "engine.change", "engine.diff", "engine.lint", "engine.dialect", "engine.merge", "engine.migration", "engine.phase")),
            Map.entry("service.rest", Set.of("service.api", "service.app", "service.answer", "service.database", "service.security", "service.document", "service.snapshot", "engine.diff", "engine.dialect")));

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.dbwarden");

    @Test
    void packagesUseOnlyWhatTheyMay() {
        var used = new TreeMap<String, Set<String>>();
        CLASSES.forEach(each -> each.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = name(each.getPackageName());
            String to = name(dependency.getTargetClass().getBaseComponentType().getPackageName());
            used.computeIfAbsent(from, _ -> new TreeSet<>());
            if (!from.equals(to) && dependency.getTargetClass().getBaseComponentType().getPackageName().startsWith(ROOT)) {
                used.get(from).add(to);
            }
        }));
        var allowed = new TreeMap<String, Set<String>>();
        ALLOWED.forEach((from, to) -> allowed.put(from, new TreeSet<>(to)));
        assertThat(used).isEqualTo(allowed);
    }

    /** But for MariaDB's, which builds on the one of MySQL. */
    @Test
    void dialectsDoNotKnowEachOther() {
        CLASSES.forEach(each -> each.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = each.getPackageName();
            String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
            boolean descends = from.equals(ROOT + "engine.dialect.mariadb") && to.equals(ROOT + "engine.dialect.mysql");
            if (name(from).equals("engine.dialect.*") && name(to).equals("engine.dialect.*") && !descends) {
                assertThat(to).as(dependency.getDescription()).isEqualTo(from);
            }
        }));
    }

    @Test
    void theEngineNeedsNothingButJava() {
        CLASSES.stream().filter(each -> each.getPackageName().startsWith(ROOT + "engine")).forEach(each -> each.getDirectDependenciesFromSelf().forEach(dependency -> {
            String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
            assertThat(to.isEmpty() || to.startsWith(ROOT + "engine") || ENGINE_OUTSIDE.stream().anyMatch(to::startsWith))
                    .as(dependency.getDescription()).isTrue();
        }));
    }

    private static String name(String javaPackage) {
        String name = javaPackage.startsWith(ROOT) ? javaPackage.substring(ROOT.length()) : javaPackage;
        return name.startsWith("engine.dialect.") ? "engine.dialect.*" : name;
    }
}
