package dev.dbwarden.service.app;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.app.MergeSnapshots.Second;
import dev.dbwarden.service.snapshot.Checksum;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Sizes;
import dev.dbwarden.service.snapshot.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The snapshots that meet, with the numbers of their migrations. */
record Sides(Snapshot base, Snapshot ours, Snapshot theirs) {
    /** The side that moved, as it came, where the other did not or moved to the same. */
    Optional<Snapshot> unmoved() {
        if (isSame(ours, theirs) || isSame(base, theirs)) {
            return Optional.of(ours);
        }
        return isSame(base, ours) ? Optional.of(theirs) : Optional.empty();
    }

    private static boolean isSame(Snapshot one, Snapshot other) {
        return one.schema().equals(other.schema()) && one.header().revision() == other.header().revision();
    }

    /** Numbers are counted up from the base's, so two sides that both counted have used one number twice. */
    boolean bothHaveMigrations() {
        return ours.header().revision() > base.header().revision() && theirs.header().revision() > base.header().revision();
    }

    /** The number of the first migration that both sides have. */
    int firstNumber() {
        return base.header().revision() + 1;
    }

    /**
     * The snapshot of the merged schema. Where both sides have migrations, those of the second are one from here on: that from the first
     * side's schema to the merged one, with the next number and the first side's checksum as its parent.
     */
    Snapshot with(Schema merged, Second second) {
        Snapshot first = second == Second.OURS ? theirs : ours;
        if (merged.equals(first.schema())) {
            return first;
        }
        Header header = bothHaveMigrations() ? first.header().next(first.checksum().value()) : later().header().unchecked();
        return new Snapshot(header, merged, Optional.empty(), Checksum.of(merged), sizes(first));
    }

    /** What is known of the tables' sizes, as the first side knows it where both do. */
    private Map<ObjectName, Sizes> sizes(Snapshot first) {
        var sizes = new LinkedHashMap<>(ours.sizes());
        sizes.putAll(theirs.sizes());
        sizes.putAll(first.sizes());
        return sizes;
    }

    private Snapshot later() {
        return theirs.header().revision() > ours.header().revision() ? theirs : ours;
    }
}
