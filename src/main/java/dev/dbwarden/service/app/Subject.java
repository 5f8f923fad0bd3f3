package dev.dbwarden.service.app;

import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import java.util.Optional;
import java.util.Set;

/** What a change, a finding or a conflict is about, in the fields of the API. */
record Subject(Optional<String> table, Optional<String> column, Optional<String> object) {
    static final Subject NONE = new Subject(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Set<String> TABLE_PARTS = Set.of(Kind.PRIMARY_KEY.word(), Kind.UNIQUE.word(), Kind.CHECK.word(), Kind.EXCLUSION.word(),
            Kind.FOREIGN_KEY.word(), Kind.INDEX.word());

    static Subject of(Ref ref) {
        Optional<String> owner = Optional.of(ref.owner().toString());
        Optional<String> part = Optional.of(ref.part()).filter(text -> !text.isEmpty());
        if (ref.kind().equals(Kind.TABLE.word())) {
            return new Subject(owner, Optional.empty(), Optional.empty());
        }
        if (ref.kind().equals(Kind.COLUMN.word())) {
            return new Subject(owner, part, Optional.empty());
        }
        return TABLE_PARTS.contains(ref.kind()) ? new Subject(owner, Optional.empty(), part) : new Subject(Optional.empty(), Optional.empty(), owner);
    }
}
