package dev.dbwarden.service.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.merge.Merge;
import dev.dbwarden.engine.merge.Merge.Conflicted;
import dev.dbwarden.engine.merge.Merge.Merged;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ConflictAnswer;
import dev.dbwarden.service.api.MergeRequest;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.snapshot.SnapshotReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use case: two snapshots of one past become one, or conflicts. */
@ApplicationScoped
public class MergeSnapshots {
    private final Limits limits;

    MergeSnapshots(LimitsConfig config) {
        limits = config.limits();
    }

    /** The merged snapshot's text. */
    public String answer(MergeRequest request) {
        Optional<Second> second = request.second().map(Second::of);
        Optional<SnapshotReader> before = request.base().map(node -> reader(node, "base"));
        SnapshotReader ours = reader(required(request.ours(), "ours"), "ours");
        SnapshotReader theirs = reader(required(request.theirs(), "theirs"), "theirs");
        Header base = before.map(SnapshotReader::header).orElse(Header.NONE);
        Dialect dialect = dialect(request.dialect(), base, ours.header(), theirs.header());
        String database = database(ours.header().database(), theirs.header().database());
        var sides = new Sides(before.map(each -> each.snapshot(dialect)).orElse(Snapshot.EMPTY), ours.snapshot(dialect), theirs.snapshot(dialect));
        return sides.unmoved().orElseGet(() -> merged(sides, second, dialect)).of(database, dialect.name()).text();
    }

    private static Snapshot merged(Sides sides, Optional<Second> second, Dialect dialect) {
        Merge merge = Merge.of(sides.base().schema(), sides.ours().schema(), sides.theirs().schema(), dialect.normalizer());
        var conflicts = new ArrayList<ConflictAnswer>(switch (merge) {
            case Merged _ -> List.of();
            case Conflicted(var found) -> found.stream().map(ConflictAnswers::of).toList();
        });
        if (sides.bothHaveMigrations() && second.isEmpty()) {
            conflicts.add(ConflictAnswers.sameNumber(sides));
        }
        ConflictAnswers.refuse(conflicts);
        return sides.with(merge instanceof Merged(Schema schema) ? schema : Schema.EMPTY, second.orElse(Second.THEIRS));
    }

    private static Dialect dialect(Optional<String> requested, Header base, Header ours, Header theirs) {
        Optional<String> name = requested.or(ours::dialect).or(theirs::dialect).or(base::dialect);
        DialectChoice.of(name, base.dialect(), "/base");
        DialectChoice.of(name, ours.dialect(), "/ours");
        return DialectChoice.of(name, theirs.dialect(), "/theirs");
    }

    private static String database(Optional<String> ours, Optional<String> theirs) {
        if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
            String message = "'ours' is of database %s, and 'theirs' of %s".formatted(ours.get(), theirs.get());
            throw new ProblemException(ProblemType.INVALID_SNAPSHOT, message, List.of(Mistake.at("/theirs/database", message).fixedBy("merge snapshots of one database")));
        }
        return Inputs.database(Optional.empty(), ours.or(() -> theirs));
    }

    private SnapshotReader reader(JsonNode node, String field) {
        return new SnapshotReader(node, limits, Path.of(field));
    }

    private static JsonNode required(Optional<JsonNode> node, String field) {
        return node.orElseThrow(() -> Inputs.malformed("/" + field, "the snapshot '" + field + "' is missing", "send base, ours and theirs"));
    }

    /** Whose migrations come after the other's. */
    enum Second {
        OURS, THEIRS;

        static Second of(String word) {
            return switch (word) {
                case "ours" -> OURS;
                case "theirs" -> THEIRS;
                default -> throw Inputs.malformed("/second", "'" + word + "' is not known", "send ours or theirs");
            };
        }
    }
}
