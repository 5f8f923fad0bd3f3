package dev.dbwarden.service.api;

import java.util.List;
import java.util.Map;

/** The one exception of the service: what kind of problem, what exactly, and all the places at once. */
public final class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<Mistake> mistakes;
    private final transient Map<String, Object> members;

    public ProblemException(ProblemType type, String detail, List<Mistake> mistakes, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.mistakes = List.copyOf(mistakes);
        this.members = members;
    }

    public ProblemException(ProblemType type, String detail, List<Mistake> mistakes) {
        this(type, detail, mistakes, Map.of());
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemType type() {
        return type;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** What the problem carries besides RFC 9457's members: rename candidates, the full answer. */
    public Map<String, Object> members() {
        return members;
    }
}
