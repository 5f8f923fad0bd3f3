package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;
import java.util.stream.Collectors;

/** Changes that the dialect has no way to make, each with the way out. */
public final class UnsupportedChangeException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Unsupported> changes;

    /** One of them. */
    public record Unsupported(Ref subject, String message) {
        /** Where the model holds it, as a JSON pointer. */
        public String pointer() {
            String section = subject.kind().endsWith("view") ? "views" : subject.kind().equals(Kind.TABLE.word()) || !subject.part().isEmpty() ? "tables" : "objects";
            return "/" + section + "/" + subject.owner().toString().replace("~", "~0").replace("/", "~1");
        }
    }

    public UnsupportedChangeException(List<Unsupported> changes) {
        super(changes.stream().map(Unsupported::message).collect(Collectors.joining("; ")), null, false, false);
        this.changes = List.copyOf(changes);
    }

    public UnsupportedChangeException(Ref subject, String message) {
        this(List.of(new Unsupported(subject, message)));
    }

    public List<Unsupported> changes() {
        return changes;
    }
}
