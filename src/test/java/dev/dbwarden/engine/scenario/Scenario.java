package dev.dbwarden.engine.scenario;

import dev.dbwarden.engine.dialect.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One behaviour, as a file says it: a sentence, then sections that open with {@code == name}.
 *
 * <p>{@code == name dialect} stands in for {@code == name} where the dialects differ. A scenario is for the dialects that have
 * an {@code == upgrade}; {@code == needs postgresql} says from which major version on a server knows what it is about. What is in
 * {@code == elsewhere} is on the server and in no model: somebody else looks after it;
 * {@code == not exported} says that no export tells of it.
 */
record Scenario(Path file, String sentence, Map<String, String> sections) {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final String UPGRADE = "upgrade ";

    Scenario {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    static List<Scenario> all() {
        String only = System.getProperty("scenarios.only", "");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt") && file.getFileName().toString().startsWith(only))
                    .sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        var sections = new LinkedHashMap<String, List<String>>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("== ")) {
                    sections.put(line.substring(3).strip(), new ArrayList<>());
                } else {
                    (sections.isEmpty() ? sections.computeIfAbsent("", _ -> new ArrayList<>()) : sections.lastEntry().getValue()).add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new LinkedHashMap<String, String>();
        sections.forEach((name, lines) -> texts.put(name, String.join("\n", lines).strip()));
        return new Scenario(file, texts.remove(""), texts);
    }

    String name() {
        return file.getFileName().toString().replace(".txt", "");
    }

    List<String> dialects() {
        return sections.keySet().stream().filter(name -> name.startsWith(UPGRADE)).map(name -> name.substring(UPGRADE.length())).toList();
    }

    /** A section for a dialect, or for all; empty where there is none. */
    String text(String section, String dialect) {
        return Optional.ofNullable(sections.get(section + " " + dialect)).orElse(sections.getOrDefault(section, ""));
    }

    /** A side as a server takes it: {@code == server after} stands in where a server does not take what its own tools print. */
    String onServer(String side, String dialect) {
        return text("elsewhere", dialect) + "\n" + text(sections.containsKey("server " + side) ? "server " + side : side, dialect);
    }

    /** What an export is asked for, so that what is elsewhere is not in it. */
    Scope scope() {
        return sections.containsKey("elsewhere") ? new Scope(List.of("public"), List.of(), List.of()) : Scope.ALL;
    }

    /** The first major version of the server that knows what stands here; 0 where each does. */
    int needed(String dialect) {
        return Integer.parseInt(sections.getOrDefault("needs " + dialect, "0"));
    }

    List<String> lines(String section, String dialect) {
        return text(section, dialect).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Queries, each on a line of its own and ending with a semicolon, with the rows that they answer. */
    Map<String, List<String>> answers(String section, String dialect) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (String line : lines(section, dialect)) {
            if (line.endsWith(";") && !line.contains(" | ")) {
                answers.put(line.substring(0, line.length() - 1), new ArrayList<>());
            } else {
                answers.lastEntry().getValue().add(line);
            }
        }
        return answers;
    }

    /** This scenario with another text in a section; without the section where the text is empty and the section may be left out. */
    Scenario with(String section, String text) {
        var copy = new LinkedHashMap<>(sections);
        copy.put(section, text);
        if (text.isEmpty() && !section.startsWith(UPGRADE) && !section.startsWith("rollback ")) {
            copy.remove(section);
        }
        return new Scenario(file, sentence, copy);
    }

    void write() {
        var text = new StringBuilder(sentence).append("\n\n");
        sections.forEach((name, body) -> text.append("== ").append(name).append('\n').append(body).append(body.isEmpty() ? "\n" : "\n\n"));
        try {
            Files.writeString(file, text.toString().stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
