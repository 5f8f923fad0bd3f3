package dev.dbwarden.service.app;

import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Scope;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.database.LiveSchemas;
import dev.dbwarden.service.database.RegisteredDatabase;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.snapshot.Checksum;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Sizes;
import dev.dbwarden.service.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The use case: the snapshot of a live database. */
@ApplicationScoped
public class ExportSnapshot {
    private static final int HEX = 16;
    /** 16^6 seconds end in July. */
    private static final int HASH_DIGITS = 6;

    private final LiveSchemas live;
    private final Limits limits;

    ExportSnapshot(LiveSchemas live, LimitsConfig config) {
        this.live = live;
        this.limits = config.limits();
    }

    /** What of the database the filter lets through. */
    public Snapshot answer(RegisteredDatabase database, Scope filter) {
        return snapshot(database, live.read(database, filter, limits.requestTime()));
    }

    /** The same, with how big the tables are. */
    public Snapshot answerWithStatistics(RegisteredDatabase database, Scope filter) {
        return snapshot(database, live.readWithStatistics(database, filter, limits.requestTime()));
    }

    private Snapshot snapshot(RegisteredDatabase database, Introspection read) {
        Introspection found = whole(database, read);
        Checksum checksum = Checksum.of(found.schema());
        var header = new Header(Optional.of(time(checksum.value())), Optional.of(database.name()),
                Optional.of(database.dialect().name()), 0, Optional.of(checksum.value()), Optional.empty());
        Map<ObjectName, Sizes> sizes = found.statistics().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Sizes(each.getValue().estimatedRows(), each.getValue().bytes())));
        return new Snapshot(header, found.schema(), Optional.empty(), checksum, sizes);
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

    /**
     * A time that moves when the schema does, and only then. It is made of the checksum, and lies in 1970 so that nobody takes it for the clock's:
     * a service that keeps nothing does not know when a schema was first seen, and the same schema gives the same bytes, whoever exports it.
     */
    private static String time(String checksum) {
        int hash = Integer.parseInt(checksum.substring(checksum.length() - HASH_DIGITS), HEX);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofEpochSecond(hash, 0, ZoneOffset.UTC));
    }
}
