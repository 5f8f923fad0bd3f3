package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a program by the names that imports call them. */
final class Modules {
    private static final String PACKAGE = "__init__";

    private final Map<SourceFile, List<Statement>> files;
    private final Map<SourceFile, List<String>> paths = new HashMap<>();
    /** Files by the last part of their path. */
    private final Map<String, List<SourceFile>> byLast = new HashMap<>();

    Modules(Map<SourceFile, List<Statement>> files) {
        this.files = files;
        for (SourceFile file : files.keySet()) {
            List<String> path = path(file.name());
            paths.put(file, path);
            byLast.computeIfAbsent(path.isEmpty() ? "" : path.getLast(), _ -> new ArrayList<>()).add(file);
        }
    }

    Collection<SourceFile> files() {
        return files.keySet();
    }

    List<Statement> statements(SourceFile file) {
        return files.getOrDefault(file, List.of());
    }

    private static List<String> path(String name) {
        String plain = name.replace('\\', '/').replaceFirst("^(\\./|/)+", "").replaceFirst("\\.py$", "");
        List<String> parts = List.of(plain.split("/"));
        return parts.getLast().equals(PACKAGE) ? parts.subList(0, parts.size() - 1) : parts;
    }

    /** The path that a relative import starts from. */
    List<String> origin(SourceFile file, int level) {
        List<String> path = paths.getOrDefault(file, List.of());
        boolean isPackage = file.name().endsWith(PACKAGE + ".py");
        int up = isPackage ? level - 1 : level;
        return path.subList(0, Math.max(0, path.size() - up));
    }

    /**
     * The module of that path. A client may have sent files from another folder than the one that imports start in, or their last names only,
     * so a path also means the one file whose path ends in it, or whose whole path it ends in.
     */
    Optional<SourceFile> find(List<String> path) {
        List<SourceFile> candidates = byLast.getOrDefault(path.isEmpty() ? "" : path.getLast(), List.of());
        Optional<SourceFile> exact = candidates.stream().filter(file -> path.equals(paths.get(file))).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<SourceFile> similar = candidates.stream().filter(file -> overlaps(path, paths.getOrDefault(file, List.of()))).toList();
        return similar.size() == 1 ? Optional.of(similar.getFirst()) : Optional.empty();
    }

    private static boolean overlaps(List<String> one, List<String> other) {
        List<String> longer = one.size() > other.size() ? one : other;
        List<String> shorter = one.size() > other.size() ? other : one;
        return !shorter.isEmpty() && longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
    }

    /** Whether a file lies below the path, which is then a package. */
    boolean isPackage(List<String> path) {
        return !path.isEmpty() && paths.values().stream().anyMatch(file -> file.size() > path.size() && file.subList(0, path.size()).equals(path));
    }
}
