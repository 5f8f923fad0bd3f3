package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.rest.Multipart.Part;
import dev.dbwarden.service.snapshot.SnapshotReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A request as the parts of a form: {@code model} and {@code rename} repeat, a snapshot is a file, the rest are fields. */
final class Form {
    static final Set<String> SNAPSHOT_PARTS = Set.of("model", "snapshot", "format", "database", "dialect");
    static final Set<String> MERGE_PARTS = Set.of("base", "ours", "theirs", "dialect", "second");
    static final Set<String> MIGRATION_PARTS = Set.of("model", "snapshot", "format", "database", "dialect", "description", "rename", "on_ambiguity",
            "fail_on", "strategy", "phases", "layout", "allow", "expected_parent", "refuse_irreversible", "max_dropped_tables", "verify",
            "lint", "suppress", "today");

    private final List<Part> parts;
    private final Limits limits;

    Form(List<Part> parts, Set<String> known, Limits limits) {
        this.parts = parts;
        this.limits = limits;
        parts.stream().filter(part -> !known.contains(part.name())).findFirst().ifPresent(part -> {
            throw malformed("there is no part '" + part.name() + "' here; known: " + String.join(", ", known.stream().sorted().toList()));
        });
    }

    Optional<String> text(String name) {
        List<String> texts = texts(name);
        if (texts.size() > 1) {
            throw malformed("part '" + name + "' stands " + texts.size() + " times; send it once");
        }
        return texts.stream().findFirst();
    }

    /** The values of a part that may repeat; empty ones say nothing. */
    List<String> texts(String name) {
        return named(name).map(part -> part.text().strip()).filter(text -> !text.isEmpty()).toList();
    }

    /** The values of a part that may repeat or hold several, with commas between them. */
    List<String> listed(String name) {
        return texts(name).stream().flatMap(text -> Stream.of(text.split(","))).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed("part '" + name + "' is '" + text + "'; send true or false");
        });
    }

    Optional<Integer> number(String name) {
        return text(name).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw malformed("part '" + name + "' is '" + text + "'; send a whole number from 0");
            }
            return Integer.valueOf(text);
        });
    }

    List<SourceText> sources() {
        Optional<String> format = text("format");
        return named("model").map(part -> new SourceText(part.filename().orElse("model"), format, part.mediaType(), part.text())).toList();
    }

    /** The file of a snapshot; an empty one is refused, for an empty baseline is told by sending none. */
    Optional<JsonNode> snapshot(String name) {
        List<Part> snapshots = named(name).toList();
        if (snapshots.size() > 1) {
            throw malformed("part '" + name + "' stands " + snapshots.size() + " times; send it once");
        }
        return snapshots.stream().findFirst().map(part -> isDocument(part) ? SnapshotReader.parse(part.bytes(), limits, Path.of(name))
                : JsonNodeFactory.instance.objectNode().put("name", part.filename().orElse(name)).put("text", part.text()));
    }

    private Stream<Part> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** Another tool's state may be a text: {@code schema.prisma}. */
    private static boolean isDocument(Part part) {
        return part.filename().filter(file -> file.endsWith(".prisma")).isEmpty();
    }
}
