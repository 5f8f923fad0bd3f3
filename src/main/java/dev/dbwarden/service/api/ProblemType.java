package dev.dbwarden.service.api;

/** What kind of problem a request ran into; the last part of the problem's {@code type} URI. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", "The request cannot be read"),
    UNAUTHENTICATED("unauthenticated", "A credential is needed"),
    FORBIDDEN("forbidden", "The credential does not allow this"),
    NOT_FOUND("not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not one of this path"),
    NOT_ACCEPTABLE("not-acceptable", "None of the accepted answers can be given"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body is in a format that is not read here"),
    AMBIGUOUS_RENAME("ambiguous-rename", "Something is dropped and something like it is added: say whether it is a rename"),
    SNAPSHOT_CONFLICT("snapshot-conflict", "The snapshots do not go together"),
    TOO_LARGE("too-large", "The request is over a limit"),
    INVALID_MODEL("invalid-model", "The model has errors"),
    INVALID_SNAPSHOT("invalid-snapshot", "The snapshot has errors"),
    UNSUPPORTED("unsupported", "This is not supported"),
    POLICY_FAILED("policy-failed", "The policy of the request refuses a part of the migration"),
    DATABASE_UNREACHABLE("database-unreachable", "The database cannot be reached"),
    DATABASE_TIMEOUT("database-timeout", "The database does not answer in time"),
    OVERLOADED("overloaded", "Too much is asked at once"),
    INTERNAL("internal", "The service failed");

    private final String word;
    private final String title;

    ProblemType(String word, String title) {
        this.word = word;
        this.title = title;
    }

    public String uri() {
        return "https://dbwarden.dev/problems/" + word;
    }

    public String title() {
        return title;
    }
}
