package dev.dbwarden.service.app;

import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Direction;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.schema.Ref;
import java.util.Optional;

/** The findings that are about the request, not about a change. */
public enum ServiceFinding {
    NO_CHECKSUM("DW001", "snapshot without a checksum", Severity.INFO),
    NOT_PROVEN("DW002", "generated SQL that does not lead where it should", Severity.CRITICAL),
    UNMATCHED_HINT("DW003", "rename hint that matches nothing", Severity.WARN),
    MASS_DROP("DW004", "most of the tables are dropped at once", Severity.CRITICAL),
    READ_OTHERWISE("DW005", "something that is read otherwise than it is written", Severity.WARN),
    OUTSIDE_MODEL("DW006", "something that the program does to the database besides its models", Severity.WARN),
    NOT_VERIFIED("DW007", "migration that failed on a scratch database", Severity.CRITICAL),
    UNMATCHED_SUPPRESSION("DW008", "suppression that lets nothing pass", Severity.WARN),
    UNSPLIT("DW009", "change that two phases do not keep apart", Severity.WARN),
    PASSWORD_LEFT_OUT("DW010", "password that is left out", Severity.WARN, "postgresql"),
    REFERENCE_PASSED_OVER("DW503", "reference that the server passes over", Severity.WARN, "mysql");

    private final String code;
    private final String title;
    private final Severity severity;
    private final String[] dialects;

    ServiceFinding(String code, String title, Severity severity, String... dialects) {
        this.code = code;
        this.title = title;
        this.severity = severity;
        this.dialects = dialects;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    About about() {
        return About.of(code, severity, title, dialects);
    }

    Finding finding(String message, String advice) {
        return Finding.ofAll(code, severity, message, advice);
    }

    /** The same about one thing. */
    Finding finding(Ref subject, String message, String advice) {
        return new Finding(code, severity, Direction.UPGRADE, Optional.of(subject), Optional.empty(), message, advice);
    }
}
