package dev.dbwarden.service.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.snapshot.SnapshotReader;
import dev.dbwarden.service.source.Sources;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a database is said to hold: a snapshot, or the state of another tool, from which a team can go on without a new baseline.
 *
 * @param header   of a foreign state its dialect, as far as it tells
 * @param reading reads it in a dialect
 * @param check   fails where what was read is not what its checksum claims
 */
record Baseline(Header header, Function<Dialect, Snapshot> reading, Consumer<Snapshot> check, boolean isOwn) {
    /** Reads it, and checks what it claims. */
    Snapshot snapshot(Dialect dialect) {
        Snapshot snapshot = reading.apply(dialect);
        check.accept(snapshot);
        return snapshot;
    }

    static Baseline of(JsonNode document, Path at, Limits limits) {
        if (Sources.isForeign(document)) {
            Header header = new Header(Optional.empty(), Optional.empty(), Optional.of(document.path("dialect").asText()), 0, Optional.empty(), Optional.empty());
            return foreign(header, dialect -> new Snapshot(header, Sources.read(document, at, dialect, limits, ProblemType.INVALID_SNAPSHOT).schema()));
        }
        if (document.path("text").isTextual() && document.path("name").isTextual()) {
            var source = new SourceText(document.path("name").asText(), Optional.ofNullable(document.path("format").textValue()), Optional.empty(), document.path("text").asText());
            return foreign(Header.NONE, dialect -> new Snapshot(Header.NONE, Sources.read(List.of(source), dialect, limits, ProblemType.INVALID_SNAPSHOT).schema()));
        }
        var reader = new SnapshotReader(document, limits, at);
        return new Baseline(reader.header(), reader::read, reader::refuseOtherContent, true);
    }

    private static Baseline foreign(Header header, Function<Dialect, Snapshot> reading) {
        return new Baseline(header, reading, _ -> { }, false);
    }
}
