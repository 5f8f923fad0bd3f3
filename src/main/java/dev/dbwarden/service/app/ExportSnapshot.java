package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.database.LiveSchemas;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.snapshot.Checksum;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use case: the snapshot of a live database. */
@ApplicationScoped
public class ExportSnapshot {
    private static final int REMEMBERED = 1_000;

    private final LiveSchemas live;
    private final Limits limits;
    private final Map<Seen, LocalDateTime> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, LocalDateTime> eldest) {
            return size() > REMEMBERED;
        }
    };

    ExportSnapshot(LiveSchemas live, LimitsConfig config) {
        this.live = live;
        this.limits = config.limits();
    }

    /** What of the database the filter lets through. */
    public Snapshot answer(RegisteredDatabase database, Scope filter) {
        Introspection found = whole(database, live.read(database, filter, limits.requestTime()));
        Checksum checksum = Checksum.of(found.schema());
        var header = new Header(Optional.of(since(new Seen(database.name(), checksum.value())).toString()), Optional.of(database.name()),
                Optional.of(database.dialect().name()), 0, Optional.of(checksum.value()), Optional.empty());
        return new Snapshot(header, found.schema(), Optional.empty(), checksum);
    }

    /** Nothing is left out in silence: an export that is not whole would make the next migration create what is there. */
    static Introspection whole(RegisteredDatabase database, Introspection found) {
        if (found.problems().isEmpty()) {
            return found;
        }
        List<Mistake> mistakes = found.problems().stream().map(Problem::message).map(message -> Mistake.at("", message)
                .fixedBy("leave it out by warden.databases." + database.name() + ".exclude or .schemas if it is looked after elsewhere")).toList();
        throw new ProblemException(ProblemType.UNSUPPORTED, "database " + database.name() + " holds what is not read: " + mistakes.getFirst().message()
                + (mistakes.size() > 1 ? "; and more" : ""), mistakes);
    }

    /** When this schema was first seen here: an export without a change is the same bytes. */
    private LocalDateTime since(Seen schema) {
        synchronized (seen) {
            return seen.computeIfAbsent(schema, _ -> LocalDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
        }
    }

    private record Seen(String database, String checksum) {}
}
