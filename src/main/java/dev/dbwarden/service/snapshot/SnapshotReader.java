package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Documents;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads a snapshot of any version: first {@link #header}, which tells the dialect, then the {@link #snapshot} in that dialect.
 */
public final class SnapshotReader {
    private final Limits limits;
    private final Path at;
    private final Mistakes mistakes = new Mistakes();
    private final JsonNode document;
    private final boolean current;
    private final Header header;

    /** A snapshot that stands in a request at the given place. */
    public SnapshotReader(JsonNode node, Limits limits, Path at) {
        this.limits = limits;
        this.at = at;
        this.document = lifted(node, at, mistakes);
        this.current = document == node;
        this.header = Header.of(document, at, mistakes);
        mistakes.refuse(ProblemType.INVALID_SNAPSHOT);
    }

    /** A state of the Python tool in the current form; any other document itself. */
    public static JsonNode lifted(JsonNode node, Path at, Mistakes mistakes) {
        return node instanceof ObjectNode object && object.has("format_version") ? new Lifting(object, at, mistakes).lifted() : node;
    }

    /** A snapshot as the text of its file. */
    public static JsonNode parse(byte[] text, Limits limits, Path at) {
        refuseMarkers(text);
        var mistakes = new Mistakes();
        JsonNode node = new Documents(Syntax.JSON, limits, ProblemType.INVALID_SNAPSHOT, mistakes).read(text, at);
        mistakes.refuse(ProblemType.INVALID_SNAPSHOT);
        return node;
    }

    public Header header() {
        return header;
    }

    /** Reads the schema; fails with all that is wrong, and then where the checksum is not the content's. */
    public Snapshot snapshot(Dialect dialect) {
        Snapshot snapshot = read(dialect);
        refuseOtherContent(snapshot);
        return snapshot;
    }

    /** Reads the schema, and leaves it to {@link #refuseOtherContent} to compare the checksum, which takes a third of the time. */
    public Snapshot read(Dialect dialect) {
        var reader = new SchemaReader(dialect, limits, header.checksum().isEmpty(), mistakes);
        reader.add(document, at);
        Schema read = reader.schema(at);
        mistakes.refuse(ProblemType.INVALID_SNAPSHOT);
        // a checksum that was claimed is that of the text, which may be older than what settles it
        Schema schema = dialect.normalizer().settled(read, Schema.EMPTY);
        Checksum checksum = Checksum.of(header.checksum().isPresent() ? read : schema);
        mistakes.refuse(ProblemType.INVALID_SNAPSHOT);
        return new Snapshot(header, schema, current ? Optional.of(document) : Optional.empty(), checksum, Sizes.of(document));
    }

    /** Fails where a snapshot that was read here claims another checksum than its content has. */
    public void refuseOtherContent(Snapshot snapshot) {
        if (header.checksum().filter(claimed -> !claimed.equals(snapshot.checksum().value())).isPresent()) {
            var wrong = new Mistakes();
            wrong.add(at.to("checksum"), "the checksum is not that of the content: the file was changed by hand, or merged",
                    "take the file from version control again, or leave out 'checksum' if the content is what the database holds");
            wrong.refuse(ProblemType.INVALID_SNAPSHOT);
        }
    }

    /** Git leaves its markers at the start of lines, where no JSON document has such a thing. */
    private static void refuseMarkers(byte[] text) {
        String content = new String(text, StandardCharsets.UTF_8);
        int marker = content.startsWith("<<<<<<< ") ? 0 : content.indexOf("\n<<<<<<< ") + 1;
        if (marker == 0 && !content.startsWith("<<<<<<< ")) {
            return;
        }
        int line = (int) content.substring(0, marker).chars().filter(c -> c == '\n').count() + 1;
        String message = "the snapshot holds merge-conflict markers";
        throw new ProblemException(ProblemType.INVALID_SNAPSHOT, message + ", the first in line " + line,
                List.of(Mistake.at(line, 1, message).fixedBy("take one side's snapshot whole, and generate the other side's migration again on top of it")));
    }
}
