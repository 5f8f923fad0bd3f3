package dev.dbwarden.service.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.service.api.MergeRequest;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SnapshotRequest;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.api.SuppressionRequest;
import dev.dbwarden.service.document.Documents;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the requests of the API from bodies of any kind. */
final class Requests {
    private static final Set<String> SNAPSHOT_FIELDS = Set.of("database", "dialect", "model", "sources", "snapshot");
    private static final Set<String> MIGRATION_FIELDS = Set.of("database", "dialect", "description", "model", "sources", "snapshot", "renames",
            "on_ambiguity", "fail_on", "strategy", "phases", "layout", "allow", "expected_parent", "refuse_irreversible", "max_dropped_tables", "verify",
            "lint", "suppress", "today");
    private static final Set<String> SUPPRESSION_FIELDS = Set.of("code", "subject", "reason", "until");
    private static final Set<String> MERGE_FIELDS = Set.of("dialect", "base", "ours", "theirs", "second");
    private static final Set<String> SOURCE_FIELDS = Set.of("name", "format", "text");

    private final Limits limits;

    Requests(Limits limits) {
        this.limits = limits;
    }

    /** @param listener is told the fields of a request that is a document, each as soon as it is read */
    MigrationRequest migration(Body body, BiConsumer<String, JsonNode> listener) {
        if (body.isForm()) {
            Form form = new Form(Multipart.parts(body), Form.MIGRATION_PARTS, limits);
            return new MigrationRequest(form.text("database"), form.text("dialect"), form.text("description"), Optional.empty(), form.sources(),
                    form.snapshot("snapshot"), form.texts("rename"), form.text("on_ambiguity"), form.text("fail_on"), form.text("strategy"), form.text("phases"), form.text("layout"), form.listed("allow"),
                    form.text("expected_parent"), form.flag("refuse_irreversible"), form.number("max_dropped_tables"), form.text("verify"),
                    form.listed("lint"), suppressions(form), form.text("today"));
        }
        var mistakes = new Mistakes();
        Fields fields = fields(body, MIGRATION_FIELDS, mistakes, listener);
        var request = new MigrationRequest(fields.text("database"), fields.text("dialect"), fields.text("description"), node(fields, "model"),
                sources(fields), node(fields, "snapshot"), fields.texts("renames"), fields.text("on_ambiguity"), fields.text("fail_on"),
                fields.text("strategy"), fields.text("phases"), fields.text("layout"), fields.texts("allow"), fields.text("expected_parent"),
                flag(fields, "refuse_irreversible"), number(fields, "max_dropped_tables"), fields.text("verify"),
                fields.texts("lint"), suppressions(fields), fields.text("today"));
        mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        return request;
    }

    SnapshotRequest snapshot(Body body) {
        if (body.isForm()) {
            Form form = new Form(Multipart.parts(body), Form.SNAPSHOT_PARTS, limits);
            return new SnapshotRequest(form.text("database"), form.text("dialect"), Optional.empty(), form.sources(), form.snapshot("snapshot"));
        }
        var mistakes = new Mistakes();
        Fields fields = fields(body, SNAPSHOT_FIELDS, mistakes);
        var request = new SnapshotRequest(fields.text("database"), fields.text("dialect"), node(fields, "model"), sources(fields), node(fields, "snapshot"));
        mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        return request;
    }

    MergeRequest merge(Body body) {
        if (body.isForm()) {
            Form form = new Form(Multipart.parts(body), Form.MERGE_PARTS, limits);
            return new MergeRequest(form.text("dialect"), form.snapshot("base"), form.snapshot("ours"), form.snapshot("theirs"), form.text("second"));
        }
        var mistakes = new Mistakes();
        Fields fields = fields(body, MERGE_FIELDS, mistakes);
        var request = new MergeRequest(fields.text("dialect"), node(fields, "base"), node(fields, "ours"), node(fields, "theirs"), fields.text("second"));
        mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        return request;
    }

    private Fields fields(Body body, Set<String> known, Mistakes mistakes) {
        return fields(body, known, mistakes, (_, _) -> { });
    }

    private Fields fields(Body body, Set<String> known, Mistakes mistakes, BiConsumer<String, JsonNode> listener) {
        Syntax syntax = body.isYaml() ? Syntax.YAML : Syntax.JSON;
        JsonNode document = new Documents(syntax, limits, ProblemType.MALFORMED_REQUEST, mistakes, listener).read(body.bytes(), Path.ROOT);
        mistakes.refuse(typeOf(mistakes.found()));
        Optional<Fields> fields = Fields.of(document, known, Path.ROOT, mistakes);
        if (fields.isEmpty()) {
            mistakes.refuse(ProblemType.MALFORMED_REQUEST);
        }
        return fields.orElseThrow();
    }

    /** A field that stands twice is the fault of the part of the request that it stands in. */
    private static ProblemType typeOf(List<Mistake> mistakes) {
        if (mistakes.stream().allMatch(mistake -> mistake.pointer().orElse("").startsWith("/model/"))) {
            return ProblemType.INVALID_MODEL;
        }
        return mistakes.stream().allMatch(mistake -> mistake.pointer().orElse("").startsWith("/snapshot/")) ? ProblemType.INVALID_SNAPSHOT
                : ProblemType.MALFORMED_REQUEST;
    }

    private static Optional<JsonNode> node(Fields fields, String name) {
        return Optional.ofNullable(fields.find(name));
    }

    private static Optional<Boolean> flag(Fields fields, String name) {
        return fields.has(name) ? Optional.of(fields.flag(name, false)) : Optional.empty();
    }

    private static Optional<Integer> number(Fields fields, String name) {
        return fields.has(name) ? Optional.of(fields.number(name, 0)) : Optional.empty();
    }

    private static List<SuppressionRequest> suppressions(Fields fields) {
        var suppressions = new ArrayList<SuppressionRequest>();
        fields.items("suppress", SUPPRESSION_FIELDS, each -> suppressions.add(new SuppressionRequest(each.required("code"), each.required("subject"),
                each.required("reason"), each.required("until"))));
        return suppressions;
    }

    /** In words, as a comment in a model has it. */
    private static List<SuppressionRequest> suppressions(Form form) {
        return form.texts("suppress").stream().map(words -> SuppressionRequest.parse(words).orElseThrow(() -> new ProblemException(ProblemType.MALFORMED_REQUEST,
                "'" + words + "' is no suppression", List.of(Mistake.at("/suppress", "it cannot be read").fixedBy("write " + SuppressionRequest.FORM))))).toList();
    }

    private static List<SourceText> sources(Fields fields) {
        var sources = new ArrayList<SourceText>();
        fields.items("sources", SOURCE_FIELDS, each -> sources.add(new SourceText(each.required("name"), each.text("format"), Optional.empty(), each.required("text"))));
        if (fields.has("sources") && sources.isEmpty()) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "'sources' is empty", List.of(Mistake.at("/sources", "no source to read")));
        }
        return sources;
    }
}
